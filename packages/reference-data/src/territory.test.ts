import { type CarriedPoint, carriedPoint } from '@chi-so/domain/carried-point';
import type { SeriesColumn, SeriesPoint } from '@chi-so/domain/series';
import { columnsOnBasis } from '@chi-so/domain/series-basis';
import { lineageOf, originOf } from '@chi-so/domain/territory';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitSets } from './catalogue.ts';

/** The successions that ship: which figures may pass from one unit set to another, and as what. */

const sets = ['VN64', 'VN63', 'VN34'].flatMap((id) => unitSets().filter(({ unit_set }) => unit_set === id));
const lineage = lineageOf(sets);
const unitsOf = (set: string): string[] =>
  sets.find(({ unit_set }) => unit_set === set)?.units.map(({ unit }) => unit) ?? [];
const originsOf = (set: string, other: string) =>
  unitsOf(set).map((unit) => ({ unit, origin: originOf(unit, other, lineage) }));

/** A release of made-up scores, all different, each ranked. */
const columnOf = (set: string, period: string, scores: readonly number[]): SeriesColumn => {
  const points = unitsOf(set).map((unit, i): SeriesPoint => {
    const score = scores[i] ?? null;
    const rank = score === null ? null : 1 + scores.filter((other) => other > score).length;
    return {
      ...{ unit, score, status: score === null ? 'M' : 'A', reason: score === null ? 'unknown' : null },
      ...{ rank, rank_published: rank, rank_of: Math.min(scores.length, unitsOf(set).length), group: 'all' },
    };
  });
  const pins = { methodology: 'made-up', methodology_version: 1, unit_set_version: 1 };
  return { period, entry: 1, revision: 1, comparisons: [], points, ...pins };
};

const onBasis = (basis: string, releases: [set: string, column: SeriesColumn][]) =>
  columnsOnBasis(
    releases.map(([unit_set, column]) => ({
      unit_set,
      series: { component: 'total', units: [], columns: [column] },
    })),
    { unit_set: basis, units: unitsOf(basis) },
    lineage,
  );

describe('the successions that ship', () => {
  it('leave eleven provinces as they were in 2025, and make 23 of the others', () => {
    const origins = originsOf('VN34', 'VN63');
    const of = (relation: string) => origins.filter(({ origin }) => origin?.relation === relation);

    expect([of('same').length, of('whole').length]).toEqual([11, 23]);
    expect(of('same').map(({ unit }) => unit)).toContain('VN34-46');
    expect(origins.flatMap(({ origin }) => origin?.units ?? []).sort()).toEqual(unitsOf('VN63').sort());
  });

  it('join Hà Tây to Hà Nội in 2008, and leave the other 62 as they were', () => {
    const merged = originsOf('VN63', 'VN64').filter(({ origin }) => origin?.relation !== 'same');

    expect(merged).toEqual([{ unit: 'VN63-01', origin: { relation: 'whole', units: ['VN64-01', 'VN64-28'] } }]);
    expect(originOf('VN34-01', 'VN64', lineage)).toEqual({ relation: 'whole', units: ['VN64-01', 'VN64-28'] });
    expect(originOf('VN64-28', 'VN34', lineage)).toEqual({ relation: 'part', units: ['VN34-01'] });
  });

  it('keep a code where the territory is the same, and nowhere tell a territory by its code', () => {
    const same = originsOf('VN34', 'VN63').filter(({ origin }) => origin?.relation === 'same');
    for (const { unit, origin } of same) expect(origin?.units).toEqual([unit.replace('VN34', 'VN63')]);
    for (const code of ['15', '24', '44', '52', '80', '82', '91']) {
      expect(originOf(`VN34-${code}`, 'VN63', lineage)?.relation).toBe('whole');
      expect(originOf(`VN63-${code}`, 'VN34', lineage)?.relation).toBe('part');
    }
  });
});

const scoresOf = (count: number) =>
  fc.uniqueArray(fc.integer({ min: 1000, max: 9999 }), { minLength: count, maxLength: count });

/** Whether a point says of whom its figure is: as published of the same territory, or as an estimate without a rank. */
const isLabelled = ({ carried, status, rank, rank_published, score, origin_units }: CarriedPoint): boolean =>
  origin_units.length > 0 &&
  (carried === 'unchanged' || (rank === null && rank_published === null && (score === null || status === 'E')));

describe('a published figure', () => {
  it('is never under the id of another territory without a label, from 63 units to 34 or back', () => {
    fc.assert(
      fc.property(scoresOf(63), scoresOf(34), (before, after) => {
        const releases: [string, SeriesColumn][] = [
          ['VN63', columnOf('VN63', '2024', before)],
          ['VN34', columnOf('VN34', '2025', after)],
        ];
        const [past, present] = onBasis('VN34', releases);
        const [own, future] = onBasis('VN63', releases);

        expect([past?.points.length, present?.points.length]).toEqual([34, 34]);
        expect([own?.points.length, future?.points.length]).toEqual([63, 63]);
        expect(past?.points.every(isLabelled)).toBe(true);
        expect(future?.points.every(isLabelled)).toBe(true);
        expect(present?.points.every(({ carried }) => carried === null)).toBe(true);
        expect(own?.points.every(({ carried }) => carried === null)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('of a merged province is shown for each that joined it, named after the whole, and simulates no place', () => {
    const [column] = onBasis('VN63', [
      [
        'VN34',
        columnOf(
          'VN34',
          '2025',
          unitsOf('VN34').map((_, i) => 50 + i),
        ),
      ],
    ]);
    const points = new Map(column?.points.map((point) => [point.unit, point]));

    for (const unit of ['VN63-24', 'VN63-27']) {
      expect(points.get(unit)).toMatchObject({
        ...{ carried: 'merged-unit', origin_units: ['VN34-24'], status: 'E', rank: null, rank_simulated: null },
      });
    }
    expect(points.get('VN63-46')).toMatchObject({ carried: 'unchanged', origin_units: ['VN34-46'], rank_of: 34 });
  });
});

describe('a period that was released on two unit sets', () => {
  it('is taken from the set of the basis, and an estimate is made of the other one for nobody', () => {
    const [column, ...others] = onBasis('VN34', [
      ['VN63', columnOf('VN63', '2024', [60])],
      ['VN34', columnOf('VN34', '2024', [70])],
    ]);

    expect(others).toEqual([]);
    expect(column).toMatchObject({ period: '2024', unit_set: 'VN34' });
    expect(column?.points.every(({ carried }) => carried === null)).toBe(true);
  });
});

describe('territory of which nothing was published', () => {
  it('has no point', () => {
    expect(carriedPoint('VN34-46', { relation: 'same', units: ['VN63-46'] }, [])).toBeUndefined();
  });
});
