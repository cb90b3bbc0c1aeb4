import { describe, expect, it } from 'vitest';
import { aMethodology, announced, aScore, aUnitSet } from './fixtures.ts';
import { rankComponent } from './ranking.ts';
import type { Extent } from './score.ts';

/** Reasons of the units `[score, published rank]`, by unit (a, b, c …). */
const reasons = (units: [number | null, number | null][], extent: Extent = 'complete') => {
  const names = units.map((_, i) => String.fromCharCode(97 + i));
  const { groups } = rankComponent(
    {
      announcement: announced({ extent }),
      units: units.map(([score, rank_published], i) => ({
        unit: names[i] ?? '',
        scores: { total: aScore({ score, rank_published }) },
      })),
      methodology: aMethodology(),
      unit_set: aUnitSet(names),
    },
    'total',
  );
  return Object.fromEntries(groups[0]?.places.map(({ unit, rank_reason }) => [unit, rank_reason]) ?? []);
};

describe('a published rank that differs from ours', () => {
  it('is a matter of tie order where the publisher numbers equal scores on', () => {
    expect(
      reasons(
        [
          [57.62, 41],
          [57.62, 40],
          [58, 39],
        ].map(([s, r]) => [s, r && r - 38] as [number, number]),
      ),
    ).toEqual({ a: 'tie-order', b: null, c: null });
  });

  it('is a matter of rounding where the scores differ in the last released digit only', () => {
    expect(
      reasons([
        [52.82, 2],
        [52.83, 1],
        [52.81, 3],
      ]),
    ).toEqual({ a: null, b: null, c: null });
    expect(
      reasons([
        [52.82, 1],
        [52.83, 2],
        [50, 3],
      ]),
    ).toEqual({ a: 'rounding', b: 'rounding', c: null });
  });

  it('is about another population where the order agrees and the numbers are shifted', () => {
    expect(
      reasons([
        [90, 1],
        [80, 2],
        [70, 4],
        [60, 5],
      ]),
    ).toEqual({ a: null, b: null, c: 'different-population', d: 'different-population' });
  });

  it('cannot be checked in a partial release', () => {
    expect(reasons([[69.19, 8]], 'partial')).toEqual({ a: 'partial-release' });
  });

  it('is a conflict where score and rank contradict each other', () => {
    expect(
      reasons([
        [0.6514, 3],
        [0.664, 4],
        [0.8485, 1],
        [0.6881, 2],
      ]),
    ).toEqual({ a: 'conflict', b: 'conflict', c: null, d: null });
  });
});
