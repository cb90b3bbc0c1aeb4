import type { Lang } from '@chi-so/contract/ranking-response';
import { comparePeriods, PERIOD_PATTERN } from '@chi-so/domain/identity';
import type { PageAddress } from '../address/page-address.ts';
import type { ComponentsAddress } from '../address/pages/components.ts';
import { type AnswerOf, loadAnalysis, ofRelease } from '../data/analysis.ts';
import { notesOf, type UnitComponents } from '../data/components.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnalysisFoot } from '../layout/analysis-foot.tsx';
import { AnalysisSentences } from '../layout/analysis-sentences.tsx';
import { AnalysisState, shownOf } from '../layout/analysis-state.tsx';
import { Chart } from '../layout/chart.tsx';
import { sourceText } from '../layout/source-rows.tsx';
import { SelectSwitch } from '../layout/switches.tsx';
import { differenceText, exactText, scoreText } from '../words/figures.ts';
import { useWords, type Words } from '../words/language.tsx';
import { againstName, decompositionTitle } from './decomposition-title.ts';
import { Waterfall } from './waterfall.tsx';
import { waterfallOf } from './waterfall-steps.ts';

type Decomposition = AnswerOf<'decomposition'>;
type Props = { loaded: UnitComponents; unit: string; address: PageAddress & ComponentsAddress };

/** What the change of the total, or its distance from another one, is made of. */
export function DecompositionSection({ loaded, unit, address }: Props) {
  const { lang, t } = useWords();
  const { against } = address;
  const query = { ...ofRelease(loaded), ...againstQuery(loaded, against), unit };
  const answer = useAnswer([lang, ...Object.values(query)].join('|'), (signal) =>
    loadAnalysis('decomposition', query, lang, signal),
  );
  const found = shownOf(answer);
  const waterfall = found && waterfallOf(found);
  const title = found && waterfall ? decompositionTitle(waterfall, found.meta, lang) : t('whereMoved');
  return (
    <section aria-busy={answer.isLoading}>
      <h2>{title}</h2>
      <div class="selects screen">
        <SelectSwitch label={t('againstSwitch')} choices={againstChoices(loaded, address, t)} />
      </div>
      <AnalysisState answer={answer} />
      {found && (
        <div class={answer.isLoading || answer.error ? 'stale' : undefined}>
          {waterfall && (
            <Chart
              name={[loaded.release.index, loaded.release.period, 'decomposition'].join('-')}
              title={`${found.meta.unit_name}: ${title}`}
              source={`${t('source')}: ${sourceText(found.meta, { lang, t })}; ${t('derivedHere')}`}
            >
              <Waterfall
                waterfall={waterfall}
                names={totalNames(found, lang, t)}
                decimals={found.meta.decimals}
                isHigherBetter={loaded.methodology?.direction !== 'lower-is-better'}
              />
            </Chart>
          )}
          <AnalysisSentences sentences={found.meta.sentences} />
          <details class="figures" open={waterfall === null}>
            <summary>{t('figuresOfChart')}</summary>
            <DecompositionTable found={found} caption={title} />
          </details>
          <AnalysisFoot known={notesOf(loaded)} analysis="decomposition" query={query} meta={found.meta} />
        </div>
      )}
    </section>
  );
}

/** A period before is asked for as `from`, all else as `against`; nothing said is the nearest period before. */
const againstQuery = ({ release }: UnitComponents, against: string | null) =>
  against !== null && PERIOD_PATTERN.test(against) ? { period: null, to: release.period, from: against } : { against };

const againstChoices = (
  { release, releases, rows, chosen }: UnitComponents,
  address: Props['address'],
  t: Words['t'],
) => {
  const before = releases
    .filter(
      ({ index, unit_set, edition, period }) =>
        index === release.index &&
        unit_set === release.unit_set &&
        edition === release.edition &&
        comparePeriods(period, release.period) < 0,
    )
    .map(({ period }) => period)
    .sort((a, b) => comparePeriods(b, a));
  const names = new Map(rows.map(({ unit, unit_name }) => [unit, unit_name]));
  const { against } = address;
  const isOther = against !== null && !PERIOD_PATTERN.test(against) && !['median', 'leader'].includes(against);
  const units = new Set([...chosen.peers.filter((peer) => names.has(peer)), ...(isOther ? [against] : [])]);
  const choices: (readonly [label: string, against: string | null])[] = [
    ...before.map((period, i) => [t('againstPeriod', { period }), i === 0 ? null : period] as const),
    [t('againstMedian'), 'median'],
    [t('againstLeader'), 'leader'],
    ...[...units].map((unit) => [names.get(unit) ?? unit, unit] as const),
  ];
  return choices.map(([label, to]) => ({
    label,
    address: { ...address, against: to },
    isCurrent: to === against || (to === null && against === before[0]),
  }));
};

/** What the two totals at the ends are of: the two periods, or the other and the unit. */
const totalNames = ({ data: [row], meta }: Decomposition, lang: Lang, t: Words['t']) => ({
  start: t('waterfallTotal', { of: againstName(meta, lang) }),
  end: t('waterfallTotal', { of: (meta.against.kind === 'period' ? row?.period : null) ?? meta.unit_name }),
});

function DecompositionTable({ found: { data, meta }, caption }: { found: Decomposition; caption: string }) {
  const { lang, t } = useWords();
  const text = (score: number | null) => (score === null ? '–' : scoreText(lang, score, meta.decimals));
  const moved = (difference: number | null) =>
    difference === null ? '–' : differenceText(lang, difference, meta.decimals);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled by the keyboard too
    <section class="wide" aria-label={caption} tabIndex={0}>
      <table class="figures">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('componentColumn')}</th>
            <th scope="col">{t('score')}</th>
            <th scope="col">{`${t('referenceColumn')}: ${againstName(meta, lang)}`}</th>
            <th scope="col">{t('differenceColumn')}</th>
            <th scope="col">{t('coefficientColumn')}</th>
            <th scope="col">{t('contributionColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((row) => (
            <tr key={row.line + row.component} class={row.line === 'component' ? undefined : 'sum'}>
              <th scope="row">{row.component_name ?? t('waterfallResidual')}</th>
              <td>{row.line === 'residual' ? '' : text(row.score)}</td>
              <td>{row.line === 'residual' ? '' : text(row.reference_score)}</td>
              <td>{row.line === 'residual' ? '' : moved(row.difference)}</td>
              <td>{row.coefficient === null ? '' : exactText(lang, row.coefficient)}</td>
              <td>{moved(row.contribution)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
