import type { AnswerOf } from '../data/analysis.ts';
import { RankChange } from '../layout/rank-change.tsx';
import { differenceText, scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

type Props = {
  /** Null while nobody knows what comes of what is supposed by now. */
  own: AnswerOf<'what-if'>['data'][number] | null;
  isLoading: boolean;
  /** Nothing is supposed yet, of nobody. */
  isIdle: boolean;
  decimals: number;
};

/** What comes of it for my unit; read out when it changes. */
export function ResultLine({ own, isLoading, isIdle, decimals }: Props) {
  const { lang, t } = useWords();
  return (
    <p class="result" role="status">
      {isIdle && t('nothingSupposed')}
      {!isIdle && isLoading && t('simulating')}
      {!isIdle && own && own.score !== null && own.score_simulated !== null && (
        <>
          {t('resultIs', {
            unit: own.unit_name,
            score: scoreText(lang, own.score_simulated, decimals),
            change: differenceText(lang, own.score_change ?? 0, decimals),
            rank: own.rank_simulated ?? '–',
            before: own.rank ?? '–',
          })}{' '}
          <RankChange places={own.rank_change} />
        </>
      )}
    </p>
  );
}
