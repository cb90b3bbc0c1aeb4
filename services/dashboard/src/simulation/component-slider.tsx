import { roundHalfUp, subtract } from '@chi-so/domain/decimal';
import { useId } from 'preact/hooks';
import { roundUp } from '../components/round-up.ts';
import type { AnswerOf } from '../data/analysis.ts';
import { differenceText, scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { ScoreField } from './score-field.tsx';

type Props = {
  row: AnswerOf<'gap'>['data'][number];
  scale: { low: number; high: number } | null;
  decimals: number;
  /** What is supposed; null for the published score. */
  supposed: number | null;
  suppose: (value: number | null) => void;
  isReached: boolean;
};

/** One component of my unit as a slider and as a number, with what it would have to be if it were to do it alone. */
export function ComponentSlider({ row, scale, decimals, supposed, suppose, isReached }: Props) {
  const { lang, t } = useWords();
  const id = useId();
  const { score } = row;
  if (score === null) {
    return (
      <div class="slider">
        <span class="what">{row.component_name}</span>
        <em>{t('nothingToStartFrom')}</em>
      </div>
    );
  }
  const published = roundHalfUp(score, decimals);
  const value = supposed ?? published;
  // Back where it was is nothing supposed: the digits that are not shown stay.
  const move = (to: number) => suppose(to === published ? null : to);
  return (
    <div class={supposed === null ? 'slider' : 'slider changed'}>
      <label class="what" for={id}>
        {row.component_name}
      </label>
      {scale && (
        <input
          type="range"
          aria-label={row.component_name}
          aria-valuetext={scoreText(lang, value, decimals)}
          min={scale.low}
          max={scale.high}
          step={10 ** -decimals}
          value={value}
          onInput={({ currentTarget }) => move(currentTarget.valueAsNumber)}
        />
      )}
      <ScoreField {...{ id, value, scale, decimals }} suppose={move} />
      <p class="about">
        {t('publishedScore', { score: scoreText(lang, score, decimals) })}
        {supposed !== null && (
          <>
            {` · ${t('supposedChange', { change: differenceText(lang, subtract(supposed, score), decimals) })} · `}
            <button type="button" class="link" onClick={() => suppose(null)}>
              {t('takeBack')}
              <span class="hidden"> {row.component_name}</span>
            </button>
          </>
        )}
        {!isReached && (
          <>
            {' · '}
            <AloneButton row={row} decimals={decimals} suppose={suppose} />
          </>
        )}
      </p>
    </div>
  );
}

/** What the component alone would need; a click supposes it. */
function AloneButton({ row, decimals, suppose }: Pick<Props, 'row' | 'decimals' | 'suppose'>) {
  const { lang, t } = useWords();
  const { score_alone, possible } = row;
  if (possible === false) return <span class="bad">{t('aloneCannot')}</span>;
  if (score_alone === null) return <em>{t('aloneUnknown')}</em>;
  const needed = roundUp(score_alone, decimals);
  return (
    <button type="button" class="link" onClick={() => suppose(needed)}>
      {t('aloneNeeds', { score: scoreText(lang, needed, decimals) })}
      <span class="hidden">: {row.component_name}</span>
    </button>
  );
}
