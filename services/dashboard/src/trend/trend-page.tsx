import type { Lang } from '@chi-so/contract/ranking-response';
import { comparePeriods, TOTAL, unitSetOf } from '@chi-so/domain/identity';
import type { PageAddress } from '../address/page-address.ts';
import type { Chosen } from '../address/page-kind.ts';
import type { TrendAddress } from '../address/pages/trend.ts';
import { loadReleases, type Release } from '../data/catalogue.ts';
import { loadChosenIn } from '../data/ranking.ts';
import { loadTrend, type Trend } from '../data/trend.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { componentName } from './component-choices.ts';
import { countryOf, rowsBeside } from './country.ts';
import { decimalsBy } from './decimals.ts';
import { Drawings } from './drawings.tsx';
import { linesOf, simulatedPeriods } from './lines.ts';
import { hairlinesOf } from './notes.ts';
import { releasesShown, TrendFoot } from './trend-foot.tsx';
import { TrendHints } from './trend-hints.tsx';
import { TrendNotes } from './trend-notes.tsx';
import { isBasis, trendSets } from './trend-sets.ts';
import { TrendSwitches } from './trend-switches.tsx';
import { TrendTable } from './trend-table.tsx';
import { trendTitle } from './trend-title.ts';

type Here = PageAddress & TrendAddress;

/** **Xu hướng**: scores and ranks of the reader's unit and its peers over the periods. */
export function TrendPage({ address }: { address: Here }) {
  const { lang } = useWords();
  const releases = useAnswer(lang, () => loadReleases(lang));
  if (releases.value) return <TrendOf address={address} releases={releases.value} />;
  return (
    <main id="content" tabIndex={-1} aria-busy={releases.isLoading}>
      <h1>{shortIndexName(address.index)}</h1>
      <AnswerState answer={releases} />
    </main>
  );
}

function TrendOf({ address, releases }: { address: Here; releases: readonly Release[] }) {
  const { lang } = useWords();
  const { index, component, edition, basis, unit, peers } = address;
  const sets = trendSets(address, releases);
  const answer = useAnswer([lang, index, component, edition, basis, sets].join('|'), (signal) =>
    loadTrend({ address, sets, releases }, lang, signal),
  );
  const carried = useAnswer([basis, lang, unit, peers].join('|'), async () =>
    isBasis(basis) ? loadChosenIn(basis, { unit, peers }, lang) : { unit, peers },
  );
  const trend = answer.value;
  const chosen = carried.value ?? NOBODY;
  const what = trend ? whatOf(trend, lang) : shortIndexName(index);
  const view = trend && viewOf(trend, chosen);
  const title = view ? trendTitle(what, view.subject, view, lang) : what;
  useTitle(title);
  return (
    <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
      <h1>{title}</h1>
      <AnswerState answer={answer} />
      <TrendSwitches address={address} releases={releases} trend={trend} chosen={chosen} />
      {trend && view && (
        <div class={answer.isLoading || answer.error ? 'stale' : undefined}>
          <TrendHints address={{ ...address, ...trend.of }} trend={trend} chosen={chosen} periods={view.periods} />
          {view.lines.length + view.country.length > 0 && (
            <Figures {...{ trend, chosen, view, title, what }} address={{ ...address, ...trend.of }} />
          )}
        </div>
      )}
    </main>
  );
}

/** What figures are of, not what the address asks for by now. */
const whatOf = ({ of: { index, component }, methodologies }: Trend, lang: Lang): string => {
  const name = component === TOTAL ? null : (componentName(methodologies, component, lang) ?? component);
  return shortIndexName(index) + (name ? `, ${name}` : '');
};

const NOBODY: Chosen = { unit: null, peers: [] };

/** What is drawn and tabled of a trend for these units. */
const viewOf = (trend: Trend, chosen: Chosen) => {
  const lines = linesOf(trend.rows, chosen);
  const [first] = lines;
  const beside = rowsBeside(trend.rows, unitSetOf, first?.rows.findLast(({ group }) => group !== null) ?? null);
  const shown = lines.length > 0 ? lines.flatMap(({ rows }) => [...rows]) : beside;
  return {
    lines,
    // Whose finding the title says: the reader's own unit's, else that of the only one there is.
    subject: lines.find(({ unit }) => unit === chosen.unit) ?? (lines.length === 1 ? first : undefined),
    shown,
    simulated: simulatedPeriods(lines),
    country: countryOf(beside, trend.releases),
    breaks: trend.meta.breaks,
    decimalsOf: decimalsBy(trend.methodologies),
    periods: [...new Set(shown.map(({ period }) => period))].sort(comparePeriods),
  };
};

type FiguresProps = {
  address: Here;
  trend: Trend;
  chosen: Chosen;
  view: ReturnType<typeof viewOf>;
  title: string;
  what: string;
};

function Figures({ address, trend, chosen, view, title, what }: FiguresProps) {
  const { lang, t } = useWords();
  const { lines, shown, country, simulated, periods, decimalsOf } = view;
  const rulesName = (rules: string) => {
    const found = trend.methodologies.find(({ methodology }) => methodology === rules);
    return nameIn(lang, found) ?? rules;
  };
  const releases = releasesShown(trend.releases, shown);
  const publishers = [...new Set(releases.map(({ publisher }) => publisher))].join('; ');
  const drawn = lines.map(({ unit }) => unit);
  const pictureName = [address.index, chosen.unit, address.component === TOTAL ? null : address.component];
  return (
    <>
      {periods.length > 1 && (
        <Drawings
          {...{ trend, lines, simulated, country, periods, decimalsOf, title }}
          hairlines={hairlinesOf(trend, lines, lang)}
          name={pictureName.filter(Boolean).join('-')}
          source={`${t('source')}: ${publishers}`}
        />
      )}
      <TrendTable {...{ trend, lines, country, periods, decimalsOf, rulesName }} caption={t('trendTable', { what })} />
      <TrendNotes trend={trend} lines={lines} />
      <TrendFoot
        {...{ address, releases, rulesName }}
        units={drawn.length > 0 ? drawn : trend.sets.flatMap(({ data }) => data.map(({ unit }) => unit))}
      />
    </>
  );
}
