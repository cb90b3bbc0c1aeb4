import { describe, expect, it } from 'vitest';
import type { TrendRow } from '../data/trend.ts';
import { estimateOf, rowOf } from './row-fixtures.ts';
import { trendTitle } from './trend-title.ts';

const titleOf = (...rows: TrendRow[]) =>
  trendTitle(
    'PCI',
    { unit: 'VN63-46', name: 'Thừa Thiên Huế', tone: 'mine', rows },
    { simulated: new Set(['2019']), decimals: 2, periods: rows.map(({ period }) => period) },
    'vi',
  );
const ranked = (period: string, rank: number | null, rank_of: number | null = 63) =>
  rowOf({ period, rank, rank_of, rank_published: rank });

describe('the title of a trend', () => {
  it.each([
    [[ranked('2006', 38, 64), ranked('2022', 6)], 'PCI — Thừa Thiên Huế từ hạng 38/64 (2006) lên hạng 6/63 (2022)'],
    [[ranked('2021', 6), ranked('2022', 9)], 'PCI — Thừa Thiên Huế từ hạng 6/63 (2021) xuống hạng 9/63 (2022)'],
    [[ranked('2021', 6), ranked('2022', 6)], 'PCI — Thừa Thiên Huế hạng 6/63 (2021), hạng 6/63 (2022)'],
    [[ranked('2021', 6), ranked('2022', null, null)], 'PCI — Thừa Thiên Huế hạng 6/63 (2021)'],
    [[ranked('2022', null, null)], 'PCI — Thừa Thiên Huế 66,50 điểm (2022), không xếp hạng'],
    [[rowOf({ score: null, rank: null })], 'PCI — Thừa Thiên Huế: chưa có số liệu'],
    [[estimateOf({})], 'PCI — Thừa Thiên Huế hạng mô phỏng 2/34 (2019)'],
  ])('says the finding: %#', (rows, title) => {
    expect(titleOf(...rows)).toBe(title);
  });

  it('is only what is shown where no unit is', () => {
    const view = { simulated: new Set<string>(), decimals: 2, periods: ['2009', '2010', '2024'] };

    expect(trendTitle('PCI', undefined, view, 'vi')).toBe('PCI 2009–2024');
  });
});
