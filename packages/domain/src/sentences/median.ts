import { decimalsOf } from '../decimal.ts';

/**
 * The figure in the middle of `figures`; of an even number, the mean of the two in the middle, with one decimal more where
 * that takes one. Null of none. Ours (derived): publishers print none with their releases.
 */
export const medianOf = (figures: readonly number[]): number | null => {
  const sorted = figures.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  if (upper === undefined) return null;
  if (sorted.length % 2 === 1) return upper;
  const lower = sorted[(sorted.length >> 1) - 1] ?? upper;
  const decimals = Math.max(decimalsOf(lower), decimalsOf(upper)) + 1;
  return Number(((lower + upper) / 2).toFixed(Math.min(20, decimals)));
};
