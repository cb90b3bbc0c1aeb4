import { differenceText, scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import type { StageFigures, StageName } from './stage-figures.ts';

type Props = {
  caption: string;
  /** What the lines are. */
  heading: string;
  figures: readonly StageFigures[];
  stages: readonly StageName[];
  names: ReadonlyMap<string, string>;
  decimals: number;
};

/** One line for each unit or component: its points in every stage, and what the appraisal made of the self-scored ones. */
export function StageTable({ caption, heading, figures, stages, names, decimals }: Props) {
  const { lang, t } = useWords();
  return (
    <table class="parts stages">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {stages.map((stage) => (
            <th key={stage} scope="col" class="number">
              {t(`stage-${stage}`)}
            </th>
          ))}
          <th scope="col" class="number" title={t('appraisalDifferenceAbout')}>
            {t('appraisalDifference')}
            <small>{t('gradeComputed')}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ id, scores, difference }) => (
          <tr key={id}>
            <th scope="row">{names.get(id) ?? id}</th>
            {stages.map((stage) => {
              const one = scores[stage];
              return (
                <td key={stage} class="number">
                  {typeof one?.score === 'number' ? (
                    scoreText(lang, one.score, decimals)
                  ) : (
                    <em>{one?.reason ? t(one.reason) : t('noScoreGiven')}</em>
                  )}
                </td>
              );
            })}
            <td class="number">{difference === null ? '' : differenceText(lang, difference, decimals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
