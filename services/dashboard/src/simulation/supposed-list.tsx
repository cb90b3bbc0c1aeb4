import type { AnswerOf } from '../data/analysis.ts';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

type Change = AnswerOf<'what-if'>['meta']['changes'][number];
type Props = {
  changes: readonly Change[];
  names: ReadonlyMap<string, string>;
  decimals: number;
  takeBack: (change: Change) => void;
};

/** Everything that is supposed, of whichever unit, as the API understood it. */
export function SupposedList({ changes, names, decimals, takeBack }: Props) {
  const { lang, t } = useWords();
  if (changes.length === 0) return <p>{t('noInputs')}</p>;
  return (
    <ul class="plain">
      {changes.map((change) => {
        const { unit, unit_name, component, score, score_simulated } = change;
        const name = names.get(component) ?? component;
        return (
          <li key={`${unit}:${component}`}>
            {t('supposedIs', {
              ...{ unit: unit_name, component: name },
              before: score === null ? '–' : scoreText(lang, score, decimals),
              after: scoreText(lang, score_simulated, decimals),
            })}{' '}
            <button type="button" class="link screen" onClick={() => takeBack(change)}>
              {t('takeBack')}
              <span class="hidden">
                {' '}
                {unit_name}, {name}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
