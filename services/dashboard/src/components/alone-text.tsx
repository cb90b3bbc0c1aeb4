import type { AnswerOf } from '../data/analysis.ts';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { roundUp } from './round-up.ts';

type Props = { row: AnswerOf<'gap'>['data'][number]; decimals: number; isReached: boolean };

/** What one component alone would have to do for a target, or that it cannot. Rounded up: any less would not do. */
export function AloneText({ row, decimals, isReached }: Props) {
  const { lang, t } = useWords();
  const { change_alone, score_alone, possible } = row;
  if (isReached) return <span>–</span>;
  if (possible === false) return <span class="bad">{t('aloneImpossible')}</span>;
  if (change_alone === null || score_alone === null) return <em>{t('aloneUnknown')}</em>;
  return (
    <span>
      {t('alone', {
        change: `+${scoreText(lang, roundUp(change_alone, decimals), decimals)}`,
        score: scoreText(lang, roundUp(score_alone, decimals), decimals),
      })}
      {possible === null && <em> ({t('dumbbellNoScale')})</em>}
    </span>
  );
}
