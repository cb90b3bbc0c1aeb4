import type { Lang } from '@chi-so/contract/ranking-response';
import { exactText, scoreText } from '../words/figures.ts';
import { roundUp } from './round-up.ts';

type Needed = { points: number; required_score: number };

/**
 * What lacks to a target and where that is, in words: rounded up, since any less would not do; where less than the last
 * decimal lacks, with all digits that there are.
 */
export const neededFigures = ({ points, required_score }: Needed, decimals: number, lang: Lang) => {
  const text = (value: number): string =>
    points < 10 ** -decimals ? exactText(lang, value) : scoreText(lang, roundUp(value, decimals), decimals);
  return { points: text(points), score: text(required_score) };
};
