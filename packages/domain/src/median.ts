import { exact, inexact, plus, times } from './exact-decimal.ts';

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
