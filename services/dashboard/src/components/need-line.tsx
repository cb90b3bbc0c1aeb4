import type { AnswerOf } from '../data/analysis.ts';
import { useWords } from '../words/language.tsx';
import { neededFigures } from './needed-figures.ts';

/** How far it is to a target, others as they are. */
export function NeedLine({ meta: { target, decimals } }: { meta: AnswerOf<'gap'>['meta'] }) {
  const { lang, t } = useWords();
  const { points, required_score, rank_reached, reference_unit_name, reached } = target;
  if (reached || points === null || required_score === null) return <p class="finding">{t('needNothing')}.</p>;
  const values = neededFigures({ points, required_score }, decimals, lang);
  const need = rank_reached === null ? t('needPoints', values) : t('needRank', { ...values, rank: rank_reached });
  return (
    <p class="finding">
      {reference_unit_name === null ? need : t('needOf', { need, unit: reference_unit_name })}
      {t('needOthersStay')}
    </p>
  );
}
