import { describe, expect, it } from 'vitest';
import { type CarriedPoint, NOT_CARRIED } from './carried-point.ts';
import type { SeriesPoint } from './series.ts';
import { rankedDirection, withSimulatedPlaces } from './simulated-places.ts';

const point = (unit: string, score: number | null, rank: number | null, rank_of: number | null = 3): SeriesPoint => ({
  ...{ unit, score, rank, rank_of, group: 'all', rank_published: null },
  ...{ status: score === null ? 'M' : 'A', reason: score === null ? 'unknown' : null },
});
const carried = (unit: string, score: number | null, given: Partial<CarriedPoint> = {}): CarriedPoint => ({
  ...point(unit, score, null),
  ...NOT_CARRIED,
  carried: 'constituents',
  ...given,
});
const released = [point('a', 9, 1), point('b', 7, 2), point('c', 5, 3)];
const placesIn = (points: readonly CarriedPoint[], of: readonly SeriesPoint[] = released) =>
  withSimulatedPlaces(points, of).map(({ rank_simulated, rank_simulated_of }) => [rank_simulated, rank_simulated_of]);

describe('simulated places', () => {
  it('are among all units of the basis that have a figure, ties sharing one', () => {
    expect(placesIn([carried('x', 5), carried('y', 8), carried('z', 8), carried('w', null)])).toEqual([
      [3, 3],
      [1, 3],
      [1, 3],
      [null, null],
    ]);
  });

  it('follow the direction that the ranks have', () => {
    const lowerIsBetter = [point('a', 1, 1), point('b', 2, 2), point('c', 3, 3)];

    expect(placesIn([carried('x', 5), carried('y', 8)], lowerIsBetter)).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('are given to nobody where only the leading units are shown, or nobody is ranked', () => {
    const none = [[null, null]];

    expect(placesIn([carried('x', 5)], [point('a', 9, 1), point('b', 7, 2)])).toEqual(none);
    expect(placesIn([carried('x', 5)], [point('a', 9, null, null), point('b', 7, null, null)])).toEqual(none);
  });

  it('are given to nobody where one figure stands for several units', () => {
    expect(
      placesIn([carried('x', 5, { carried: 'merged-unit' }), carried('y', 5, { carried: 'merged-unit' })]),
    ).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('the direction of a ranking', () => {
  it('is not known where all are tied, or where ranks follow something else than the score', () => {
    expect(rankedDirection(released)).toBe('higher-is-better');
    expect(rankedDirection([point('a', 5, 1), point('b', 5, 1)])).toBeNull();
    expect(rankedDirection([point('a', 5, 1), point('b', 6, 2), point('c', 4, 3)])).toBeNull();
  });
});
