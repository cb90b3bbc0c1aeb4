import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { SimulationAddress } from '../address/pages/simulation.ts';
import { regionOf, scaleIn } from '../components/component-standing.ts';
import { NeedLine } from '../components/need-line.tsx';
import { NEXT, targetChoices } from '../components/targets-to-reach.ts';
import { loadAnalysis, ofRelease } from '../data/analysis.ts';
import { notesOf, type UnitComponents } from '../data/components.ts';
import type { RankingRow } from '../data/ranking.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnalysisFoot } from '../layout/analysis-foot.tsx';
import { AnalysisSentences } from '../layout/analysis-sentences.tsx';
import { AnalysisState, shownOf } from '../layout/analysis-state.tsx';
import { CopyLink } from '../layout/copy-link.tsx';
import { SelectSwitch } from '../layout/switches.tsx';
import { exactText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { ComponentSlider } from './component-slider.tsx';
import { ResultLine } from './result-line.tsx';
import { SimulatedRanking } from './simulated-ranking.tsx';
import { isAnswerTo, supposedAt, withSupposed } from './supposed.ts';
import { SupposedList } from './supposed-list.tsx';
import { useChanges } from './use-changes.ts';

type Props = {
  loaded: UnitComponents;
  unit: string;
  total: RankingRow;
  address: PageAddress & SimulationAddress;
};

/** Sliders of my unit, the ranking that follows beside them. Where the API knows no weights, its sentence and no sliders. */
export function Simulation({ loaded, unit, total, address }: Props) {
  const { lang, t } = useWords();
  const [changes, suppose] = useChanges(address);
  const release = ofRelease(loaded);
  const gapQuery = { ...release, unit, target: address.target ?? NEXT };
  const gap = useAnswer([lang, ...Object.values(gapQuery)].join('|'), (signal) =>
    loadAnalysis('gap', gapQuery, lang, signal),
  );
  const levers = shownOf(gap);
  const canStart = levers?.data.some(({ score }) => score !== null) ?? false;
  const query = { ...release, change: asked(address.change, levers?.data, unit), others: address.others };
  const answer = useAnswer([lang, ...Object.values(query)].join('|'), async (signal) =>
    query.change === '' ? null : loadAnalysis('what-if', query, lang, signal),
  );
  const found = shownOf(answer);
  // The ranking before stays in sight, greyed, until the next one is there; no sentence says of new figures what came of old ones.
  const current = found && isAnswerTo(found.meta, asked(changes, levers?.data, unit), address.others) ? found : null;
  const rows = found?.data.filter(({ group }) => group === total.group) ?? [];
  const own = current && rows.find((row) => row.unit === unit);
  const { decimals } = loaded.meta;
  const hasRegion = regionOf(loaded.unitSet, unit, total.group, ({ group }) => group) !== null;
  const names = new Map(Object.entries(loaded.meta.components).map(([id, about]) => [id, about.component_name]));
  const scaleFor = (component: string) => {
    const row = loaded.rows.find((one) => one.unit === unit && one.component === component);
    return row && loaded.methodology ? scaleIn(loaded.methodology, row) : null;
  };
  return (
    <>
      <div class="selects screen">
        <SelectSwitch
          label={t('targetSwitch')}
          choices={targetChoices(address, levers?.meta.current.rank ?? total.rank, hasRegion, t)}
        />
        <SelectSwitch
          label={t('othersSwitch')}
          choices={[
            { label: t('othersFixed'), address: { ...address, others: null }, isCurrent: address.others === null },
            { label: t('othersTrend'), address: { ...address, others: 'trend' }, isCurrent: address.others !== null },
          ]}
        />
      </div>
      <AnalysisState answer={gap} />
      {levers && !canStart && <p class="state">{t('nothingToSimulate', { unit: total.unit_name })}</p>}
      {levers && canStart && (
        <>
          <NeedLine meta={levers.meta} />
          <ResultLine
            own={own ?? null}
            isLoading={current === null && !answer.error}
            isIdle={changes.length === 0 && address.others === null}
            decimals={decimals}
          />
          <div class="simulation">
            <section aria-label={t('sliders')} class="screen">
              <h2>{t('sliders')}</h2>
              {levers.data.map((row) => (
                <ComponentSlider
                  key={row.component}
                  row={row}
                  scale={scaleFor(row.component)}
                  decimals={decimals}
                  supposed={supposedAt(changes, row)}
                  suppose={(value) => suppose(withSupposed(changes, row, value))}
                  isReached={levers.meta.target.reached}
                />
              ))}
            </section>
            <section aria-busy={answer.isLoading}>
              <h2>{t('simulatedRanking')}</h2>
              <AnalysisState answer={answer} />
              {found && (
                <div class={current ? undefined : 'stale'}>
                  {current && changes.length > 0 && <AnalysisSentences sentences={current.meta.sentences} />}
                  <SimulatedRanking
                    {...{ rows, decimals }}
                    mine={unit}
                    peers={loaded.chosen.peers}
                    caption={t('simulatedRanking')}
                  />
                </div>
              )}
            </section>
          </div>
          <section>
            <h2>{t('inputs')}</h2>
            {current && (
              <SupposedList
                changes={current.meta.changes.filter(({ score, score_simulated }) => score !== score_simulated)}
                {...{ names, decimals }}
                takeBack={(change) => suppose(withSupposed(changes, change, null))}
              />
            )}
            <p class="screen supposed">
              {address.change.length > 0 && (
                <>
                  <a href={formatAddress({ ...address, change: [] })}>{t('resetAll')}</a>
                  {' · '}
                </>
              )}
              <CopyLink address={formatAddress({ ...address, change: changes })} text={t('copySimulation')} />
            </p>
            {current && own && (
              <ul class="plain notes">
                {own.residual !== null && (
                  <li>{t('residualStays', { unit: own.unit_name, residual: exactText(lang, own.residual) })}</li>
                )}
                {current.meta.against !== null && <li>{t('trendSince', { period: current.meta.against })}</li>}
              </ul>
            )}
            {current && <AnalysisFoot known={notesOf(loaded)} analysis="what-if" query={query} meta={current.meta} />}
          </section>
        </>
      )}
    </>
  );
}

/** What is asked: with nothing supposed, a figure as it is published, so that one answer shows the ranking to start from. */
const asked = (
  changes: readonly string[],
  levers: readonly { component: string; score: number | null }[] | undefined,
  unit: string,
): string => {
  const start = levers?.find(({ score }) => score !== null);
  if (!start) return '';
  return changes.length > 0 ? changes.join(',') : `${unit}:${start.component}:${start.score}`;
};
