import type { CarriedPoint } from './carried-point.ts';
import type { Methodology } from './methodology.ts';
import { rankAmong } from './rank-among.ts';
import type { SeriesPoint } from './series.ts';

/** Where units of a basis would stand among each other, by scores of which some are estimates. Ours (derived). */

/** Which score is the better one, as ranks show; null where they do not tell, or follow no score. */
export const rankedDirection = (
  points: readonly Pick<SeriesPoint, 'score' | 'rank'>[],
): Methodology['direction'] | null => {
  const placed = points
    .flatMap(({ score, rank }) => (score === null || rank === null ? [] : [{ score, rank }]))
    .sort((a, b) => a.rank - b.rank);
  const signs = new Set<number>();
  for (const [i, { score, rank }] of placed.entries()) {
    const before = placed[i - 1];
    if (before && before.rank !== rank) signs.add(Math.sign(before.score - score));
  }
  const [sign] = signs;
  if (signs.size !== 1 || !sign) return null;
  return sign > 0 ? 'higher-is-better' : 'lower-is-better';
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
    const rank_simulated = rankAmong(score, scores, { direction, tie_decimals: null });
    return { ...point, rank_simulated, rank_simulated_of: scores.length };
  });
};

/** Whether everybody who has a rank is shown with it, and nobody has a score without one. */
const showsAll = (released: readonly SeriesPoint[]): boolean => {
  const ranked = released.filter(({ rank }) => rank !== null).length;
  return released.every(
    ({ score, rank, rank_of }) => (score === null) === (rank === null) && (rank_of === null || rank_of === ranked),
  );
};
