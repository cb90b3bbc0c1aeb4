import { describe, expect, it } from 'vitest';
import type { Ranking, RankingRow } from '../data/ranking.ts';
import { noRank } from './no-rank.ts';
import { ranked, rowOf } from './row-fixtures.ts';
import { titleOf } from './title.ts';

const meta = { decimals: 2, extent: 'partial', claims: [{ unit: 'VN63-46', rank_claimed: 2, source: 'báo Huế' }] };
const title = (row: Partial<RankingRow>, parts: object = { claims: [] }, group: string | null = null) =>
  titleOf(
    { rows: [rowOf(row)], meta: { ...meta, ...parts } } as unknown as Ranking,
    'VN63-46',
    { group, set: null },
    'vi',
  );

describe('the title of a ranking', () => {
  it('says the rank of my unit, and that it is computed where the publisher printed none or another one', () => {
    expect(title({})).toBe('PCI 2019 — Thừa Thiên Huế hạng 20/63 (66,50 điểm)');
    expect(title({ rank_published: null })).toBe('PCI 2019 — Thừa Thiên Huế thứ hạng tính toán 20/63 (66,50 điểm)');
    expect(title({ rank_published: 21, group: 'provinces' }, {}, 'các tỉnh')).toBe(
      'PCI 2019 — Thừa Thiên Huế thứ hạng tính toán 20/63, công bố: 21 trong các tỉnh (66,50 điểm)',
    );
  });

  it('says the printed rank, else the claimed one, of a unit that has none computed, with or without its score', () => {
    const none = { rank: null, rank_of: null };

    expect(title({ ...none, rank_published: 5 })).toBe('PCI 2019 — Thừa Thiên Huế thứ hạng công bố 5 (66,50 điểm)');
    expect(title({ ...none, rank_published: null }, {})).toBe(
      'PCI 2019 — Thừa Thiên Huế hạng 2 theo báo Huế (66,50 điểm)',
    );
    expect(title({ ...none, rank_published: null, score: null }, {})).toBe(
      'PCI 2019 — Thừa Thiên Huế hạng 2 theo báo Huế',
    );
  });

  it('does not call unranked what is not known', () => {
    const none = { rank: null, rank_of: null, rank_published: null };

    expect(title(none)).toBe('PCI 2019 — Thừa Thiên Huế 66,50 điểm, chưa rõ thứ hạng');
    expect(title(none, { claims: [], extent: 'complete' })).toBe(
      'PCI 2019 — Thừa Thiên Huế 66,50 điểm, không xếp hạng',
    );
    expect(title({ ...none, score: null, reason: 'withheld' })).toBe('PCI 2019 — Thừa Thiên Huế: không công bố');
  });

  it('names who leads where nobody is chosen, by which kind of rank', () => {
    const leads = (rows: RankingRow[]) =>
      titleOf({ rows, meta } as unknown as Ranking, null, { group: null, set: null }, 'vi');
    const printed = ranked(70, 69).map((row) => ({ ...row, rank_published: row.rank }));

    expect(leads(printed)).toBe('PCI 2019 — A dẫn đầu 2 đơn vị (70,00 điểm)');
    expect(leads(printed.map((row) => ({ ...row, rank_published: null })))).toBe(
      'PCI 2019 — A dẫn đầu 2 đơn vị theo thứ hạng tính toán (70,00 điểm)',
    );
  });
});

describe('a unit without a computed rank', () => {
  it('has one all the same where it was printed, or is claimed', () => {
    const none = rowOf({ rank: null, rank_published: null });
    const known = meta as unknown as Ranking['meta'];

    expect([noRank(none, known), noRank({ ...none, rank_published: 3 }, { ...known, claims: [] })]).toEqual([
      null,
      null,
    ]);
    expect(noRank(none, { ...known, claims: [] })).toBe('rankUnknown');
    expect(noRank(none, { claims: [], extent: 'complete' })).toBe('unranked');
  });
});
