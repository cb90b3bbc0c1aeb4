import { loadAnalysis, ofRelease } from '../data/analysis.ts';
import { notesOf, type UnitComponents } from '../data/components.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnalysisFoot } from '../layout/analysis-foot.tsx';
import { AnalysisState, shownOf } from '../layout/analysis-state.tsx';
import { toneOf } from '../ranking/dot-plot.tsx';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

type Props = { loaded: UnitComponents; unit: string };

/** How far the rank follows from the weights: always named by its method, since it is no confidence interval of a survey. */
export function IntervalSection({ loaded, unit }: Props) {
  const { lang, t } = useWords();
  const query = { ...ofRelease(loaded), method: 'weights' };
  const answer = useAnswer([lang, ...Object.values(query)].join('|'), (signal) =>
    loadAnalysis('robustness', query, lang, signal),
  );
  const found = shownOf(answer);
  const own = found?.data.find((row) => row.unit === unit);
  const near = found?.data.filter(
    ({ group, rank_simulated }) =>
      own && group === own.group && rank_simulated >= own.indistinct_from && rank_simulated <= own.indistinct_to,
  );
  const title = !own
    ? t('interval')
    : own.indistinct_from === own.indistinct_to
      ? t('intervalFirm', { rank: own.rank_simulated })
      : t('intervalTitle', { from: own.indistinct_from, to: own.indistinct_to });
  return (
    <section aria-busy={answer.isLoading}>
      <h2>{title}</h2>
      <AnalysisState answer={answer} />
      {found && !own && <p class="state">{t('intervalWithout')}</p>}
      {found && own && (
        <div class={answer.isLoading || answer.error ? 'stale' : undefined}>
          <p class="finding">
            {t('intervalIs', {
              spread: found.meta.spread_percent ?? '',
              count: found.meta.simulated[own.group] ?? '',
              draws: scoreText(lang, found.meta.draws, 0),
              low: own.rank_low,
              high: own.rank_high,
              from: found.meta.interval_percent[0] ?? '',
              to: found.meta.interval_percent[1] ?? '',
            })}
          </p>
          {near && near.length > 1 && (
            <details class="figures">
              <summary>{t('indistinct', { count: near.length })}</summary>
              <table class="figures near">
                <caption class="hidden">{title}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('unitColumn')}</th>
                    <th scope="col">{t('rankNow')}</th>
                    <th scope="col">{t('intervalColumn')}</th>
                  </tr>
                </thead>
                <tbody>
                  {near.map((row) => (
                    <tr key={row.unit} class={toneOf(row.unit, unit, loaded.chosen.peers)}>
                      <th scope="row">{row.unit_name}</th>
                      <td>{row.rank ?? '–'}</td>
                      <td>{`${row.rank_low}–${row.rank_high}`}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          )}
          <AnalysisFoot known={notesOf(loaded)} analysis="robustness" query={query} meta={found.meta} />
        </div>
      )}
    </section>
  );
}
