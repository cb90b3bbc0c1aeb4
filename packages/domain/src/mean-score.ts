import { decimalsOf } from './decimal.ts';
import { exact, inexact, plus, quotientAway, roundedTo, ZERO } from './exact-decimal.ts';

/**
 * The unweighted mean, with one decimal more than the finest of the scores: half of a last digit can be said, and no more.
 * Rounded half away from zero. @throws RangeError where there are none.
 */
export const meanScore = (scores: readonly number[]): number => {
  const decimals = Math.max(...scores.map(decimalsOf)) + 1;
  const sum = scores.map(exact).reduce(plus, ZERO);
  // Two digits beyond what is kept: away from zero, so that no half is taken for less than one.
  return inexact(roundedTo(quotientAway(sum, exact(scores.length), decimals + 2), decimals));
};
