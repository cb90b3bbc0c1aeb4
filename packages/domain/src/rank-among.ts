import { roundHalfUp } from './decimal.ts';
import type { Methodology } from './methodology.ts';

/** What decides which of two figures is the better one. */
export type RankRule = Pick<Methodology, 'direction' | 'tie_decimals'>;

/** A figure such that the greater is the better, and equal ones are tied. */
export const rankKey = (figure: number, { direction, tie_decimals }: RankRule): number => {
  const compared = tie_decimals === null ? figure : roundHalfUp(figure, tie_decimals);
  return direction === 'higher-is-better' ? compared : -compared;
};

/** Standard competition rank of a figure among others: one more than there are better ones. */
export const rankAmong = (figure: number, others: readonly number[], rule: RankRule): number => {
  const own = rankKey(figure, rule);
  return 1 + others.filter((other) => rankKey(other, rule) > own).length;
};
