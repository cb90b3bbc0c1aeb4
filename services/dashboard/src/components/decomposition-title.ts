import type { Lang } from '@chi-so/contract/ranking-response';
import type { AnswerOf } from '../data/analysis.ts';
import { say } from '../words/dictionary.ts';
import { differenceText, scoreText } from '../words/figures.ts';
import { strongestOf, type Waterfall } from './waterfall-steps.ts';

type Meta = AnswerOf<'decomposition'>['meta'];

/** What the total is compared with, in words: `2018`, `trung vị`, `Đà Nẵng`. */
export const againstName = ({ against }: Meta, lang: Lang): string => {
  if (against.kind === 'median') return say(lang, 'againstMedian');
  return against.kind === 'period' ? against.period : (against.unit_name ?? '');
};

/** The finding of a decomposition: how far the totals are apart, where it is furthest up, where furthest down. No cause. */
export const decompositionTitle = (waterfall: Waterfall, meta: Meta, lang: Lang): string => {
  const { decimals } = meta;
  const against = againstName(meta, lang);
  const difference = meta.total?.difference ?? 0;
  const isPeriod = meta.against.kind === 'period';
  const points = scoreText(lang, Math.abs(difference), decimals);
  const word =
    difference === 0
      ? 'changeNone'
      : difference > 0
        ? isPeriod
          ? 'changeUp'
          : 'aheadOf'
        : isPeriod
          ? 'changeDown'
          : 'behindOf';
  const { up, down } = strongestOf(waterfall);
  const part = (step: typeof up, word: 'mostUp' | 'mostDown') =>
    step ? [say(lang, word, { component: step.name ?? '', points: differenceText(lang, step.points, decimals) })] : [];
  const parts = [...part(up, 'mostUp'), ...part(down, 'mostDown')];
  const change = say(lang, word, { points, against });
  return parts.length === 0 ? change : say(lang, 'changeParts', { change, parts: parts.join('; ') });
};
