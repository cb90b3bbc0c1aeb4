import { beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf, type Json } from './support/client.ts';

/** Series across the mergers of 2008 and 2025, made of the releases that ship: nobody's figures become another's. */

const send = clientOf(inject('stack').url);
const INDICES = ['pci', 'papi', 'par-index', 'dti'];

const series = async (index: string, units: readonly string[], basis = 'as_published'): Promise<Json> => {
  const { status, body } = await send('GET', `/v1/series?index=${index}&unit=${units.join(',')}&basis=${basis}`);
  expect([index, basis, status]).toEqual([index, basis, 200]);
  return body;
};

const unitsOf = async (set: string): Promise<string[]> => {
  const { body } = await send('GET', `/v1/units?set=${set}`);
  return body.data.map(({ unit }: Json) => unit);
};

let units: Record<'VN64' | 'VN63' | 'VN34', string[]>;
beforeAll(async () => {
  const [VN64, VN63, VN34] = await Promise.all(['VN64', 'VN63', 'VN34'].map(unitsOf));
  units = { VN64: VN64 ?? [], VN63: VN63 ?? [], VN34: VN34 ?? [] };
});

const figure = ({ period, score, status, reason, rank, rank_published, rank_of, methodology, unit_set }: Json) => ({
  ...{ period, score, status, reason, rank, rank_published, rank_of, methodology, unit_set },
});

describe('the series of Huế, which is one territory throughout', () => {
  it('is on the basis of today what was published, from VN64 on, with its ranks', async () => {
    const published = await series('pci', ['VN64-46', 'VN63-46']);
    const carried = await series('pci', ['VN34-46'], 'VN34');

    expect(carried.data.map(figure)).toEqual(published.data.map(figure));
    expect(carried.data.map(({ period }: Json) => period)).toEqual(expect.arrayContaining(['2006', '2022', '2023']));
    expect(new Set(carried.data.map(({ carried: how }: Json) => how))).toEqual(new Set(['unchanged']));
    expect(carried.data.find(({ period }: Json) => period === '2019')).toMatchObject({
      ...{ unit: 'VN34-46', unit_set: 'VN63', origin_units: ['VN63-46'], rank: 20, rank_of: 63 },
      rank_simulated_of: 34,
    });
    expect(carried.meta.breaks.map(({ unit }: Json) => unit)).not.toContain('VN34-46');
  });

  it('is found by an id of either era, with a note', async () => {
    const [asNow, asThen] = await Promise.all([series('pci', ['VN34-46'], 'VN34'), series('pci', ['VN63-46'], 'VN34')]);

    expect(asThen.data).toEqual(asNow.data);
    expect(asThen.meta.notes[0]).toContain('VN63-46 trên cơ sở VN34 là VN34-46 (cùng địa giới)');
  });
});

/** The codes of GSO that another province has since 2025-07-01, and what it is made of. */
const NEW_OWNERS: [code: string, constituents: string[]][] = [
  ['15', ['VN63-15', 'VN63-10']],
  ['24', ['VN63-24', 'VN63-27']],
  ['44', ['VN63-44', 'VN63-45']],
  ['52', ['VN63-52', 'VN63-64']],
  ['80', ['VN63-80', 'VN63-72']],
  ['82', ['VN63-82', 'VN63-87']],
  ['91', ['VN63-91', 'VN63-89']],
];

describe('a code that changed its owner', () => {
  it.each(NEW_OWNERS)('%s has estimates of its constituents, and no published figure of either', async (code, from) => {
    const unit = `VN34-${code}`;
    const [carried, own] = await Promise.all([series('pci', [unit], 'VN34'), series('pci', from)]);
    const published = Map.groupBy<string, Json>(own.data, ({ period }) => period);
    const ofVN63 = carried.data.filter(({ unit_set }: Json) => unit_set === 'VN63');

    expect(ofVN63.length).toBeGreaterThan(10);
    for (const row of ofVN63) {
      const scores = (published.get(row.period) ?? []).map(({ score }: Json) => score);
      const isKnown = scores.length === from.length && !scores.includes(null);
      expect(row).toMatchObject({ unit, carried: 'constituents', rank: null, rank_published: null, rank_of: null });
      expect([...row.origin_units].sort()).toEqual([...from].sort());
      expect([row.status === 'E', row.score_min, row.score_max]).toEqual(
        isKnown ? [true, Math.min(...scores), Math.max(...scores)] : [false, null, null],
      );
      if (isKnown && scores[0] !== scores[1]) expect(scores).not.toContain(row.score);
    }
  });
});

describe('the territory that joined Hà Nội in 2008', () => {
  it('is among the constituents before, and a line stops between the estimate and the figure', async () => {
    const { data, meta } = await series('pci', ['VN64-28'], 'VN63');
    const rows = data as Json[];

    expect(rows.find(({ period }) => period === '2007')).toMatchObject({
      ...{ unit: 'VN63-01', status: 'E', carried: 'constituents', origin_units: ['VN64-01', 'VN64-28'], rank: null },
    });
    expect(rows.find(({ period }) => period === '2009')).toMatchObject({ status: 'A', carried: null, rank_of: 63 });
    expect(meta.breaks).toContainEqual(expect.objectContaining({ unit: 'VN63-01', from: '2008', to: '2009' }));
    expect(meta.successions).toEqual([expect.objectContaining({ kind: 'merged', to: ['VN63-01'] })]);
  });
});

describe('on the basis of 34 units', () => {
  it.each(INDICES)('no figure of %s stands under the id of another territory, but as an estimate', async (index) => {
    const [carried, published] = await Promise.all([
      series(index, units.VN34, 'VN34'),
      series(index, [...units.VN64, ...units.VN63]),
    ]);
    const known = new Map<string, Json>(published.data.map((row: Json) => [`${row.unit} ${row.period}`, row]));

    expect(carried.data.length).toBeGreaterThan(30);
    for (const row of carried.data) {
      const origins = row.origin_units.map((unit: string) => known.get(`${unit} ${row.period}`));
      if (row.carried === 'unchanged') {
        expect(origins.map(figure)).toEqual([figure(row)]);
        expect(origins[0].unit.slice(-2)).toBe(row.unit.slice(-2));
      } else {
        expect([row.carried, row.rank, row.rank_published]).toEqual(['constituents', null, null]);
        expect(row.score === null || row.status === 'E').toBe(true);
        expect(row.origin_units.length).toBeGreaterThan(1);
      }
    }
  });

  it('a simulated rank is a permutation of places, and nobody has one in a year of which only some are known', async () => {
    const { data } = await series('pci', units.VN34, 'VN34');
    const placesOf = (period: string) =>
      data
        .flatMap((row: Json) => (row.period === period ? (row.rank_simulated ?? []) : []))
        .sort((a: number, b: number) => a - b);

    expect(placesOf('2019')).toEqual(Array.from({ length: 34 }, (_, i) => i + 1));
    expect(placesOf('2023')).toEqual([]);
  });
});

describe('a basis', () => {
  it.each([
    ['basis=VN36', 'invalid-parameter'],
    ['basis=VN34&group=south-east', 'invalid-parameter'],
    ['basis=VN34&unit=VN63-46.so-noi-vu', 'invalid-parameter'],
    ['basis=VN34&unit=VN63-99', 'not-found'],
  ])('%s is refused: %s', async (query, code) => {
    const unit = query.includes('unit=') ? '' : '&unit=VN63-46';
    const { body } = await send('GET', `/v1/series?index=pci${unit}&${query}`);
    expect(body.code).toBe(code);
  });
});
