import type { CarriedPoint } from './carried-point.ts';
import type { SeriesPoint } from './series.ts';

/** Where units of a basis would stand among each other, by scores of which some are estimates. Ours (derived). */

/** `1`: the greater score is the better one, `-1` the smaller; null where the ranks do not tell, or follow no score. */
export const rankedDirection = (points: readonly Pick<SeriesPoint, 'score' | 'rank'>[]): 1 | -1 | null => {
  const placed = points
    .flatMap(({ score, rank }) => (score === null || rank === null ? [] : [{ score, rank }]))
    .sort((a, b) => a.rank - b.rank);
  const signs = new Set<number>();
  for (const [i, { score, rank }] of placed.entries()) {
    const before = placed[i - 1];
    if (before && before.rank !== rank) signs.add(Math.sign(before.score - score));
  }
  const [sign] = signs;
  return signs.size === 1 && sign ? (sign as 1 | -1) : null;
};

/**
 * Gives each point with a score its place. Nobody gets one where the release does not show all whom it ranks, or where
 * one unit's figure stands for several units.
 */
export const withSimulatedPlaces = (
  carried: readonly CarriedPoint[],
  released: readonly SeriesPoint[],
): CarriedPoint[] => {
  const direction = rankedDirection(released);
  const isStandIn = carried.some((point) => point.carried === 'merged-unit');
  if (direction === null || isStandIn || !showsAll(released)) return [...carried];
  const scores = carried.flatMap(({ score }) => score ?? []);
  return carried.map((point) => {
    const { score } = point;
    if (score === null) return point;
    const better = scores.filter((other) => direction * (other - score) > 0).length;
    return { ...point, rank_simulated: better + 1, rank_simulated_of: scores.length };
  });
};

/** Whether everybody who has a rank is shown with it, and nobody has a score without one. */
const showsAll = (released: readonly SeriesPoint[]): boolean => {
  const ranked = released.filter(({ rank }) => rank !== null).length;
  return released.every(
    ({ score, rank, rank_of }) => (score === null) === (rank === null) && (rank_of === null || rank_of === ranked),
  );
};
