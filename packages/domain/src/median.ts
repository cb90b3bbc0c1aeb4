import { exact, inexact, plus, times } from './exact-decimal.ts';
import type { Extent } from './score.ts';

/**
 * The middle one of the values, or the mean of the two in the middle, without binary noise; null where there are none. Ours
 * (derived): publishers print none with their releases.
 */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) return null;
  return lower === upper ? lower : inexact(times(plus(exact(lower), exact(upper)), exact(0.5)));
};

/**
 * The median of a group, and of how many scores it is; or why it has none: `partial` where the release shows only some units,
 * `unlike` where units of a scorecard have different maxima, so that points alone do not compare.
 */
export type GroupMedian =
  | { median: number; of: number; why: null }
  | { median: null; of: number; why: 'partial' | 'unlike' | 'no-scores' };

export const groupMedian = (
  units: readonly { score: number | null; maximum: number | null }[],
  extent: Extent,
): GroupMedian => {
  const scores = units.flatMap(({ score }) => score ?? []);
  const of = scores.length;
  if (extent !== 'complete') return { median: null, of, why: 'partial' };
  if (new Set(units.map(({ maximum }) => maximum)).size > 1) return { median: null, of, why: 'unlike' };
  const median = medianOf(scores);
  return median === null ? { median, of, why: 'no-scores' } : { median, of, why: null };
};
