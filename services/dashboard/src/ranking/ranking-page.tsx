import { TOTAL } from '@chi-so/domain/identity';
import { goTo } from '../address/navigation.ts';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { componentsOf } from '../address/pages/components.ts';
import type { RankingAddress } from '../address/pages/ranking.ts';
import { trendOf } from '../address/pages/trend.ts';
import { loadMethodology, loadReleases, loadUnitSet, loadUnitSetNames } from '../data/catalogue.ts';
import { fileAddress, loadChosenIn, loadRanking } from '../data/ranking.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Chart } from '../layout/chart.tsx';
import { FootLine } from '../layout/foot-line.tsx';
import { sourceRows, sourceText } from '../layout/source-rows.tsx';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { DotPlot } from './dot-plot.tsx';
import { NearUnits } from './near-units.tsx';
import { RankingMap } from './ranking-map.tsx';
import { RankingNotes } from './ranking-notes.tsx';
import { RankingSwitches } from './ranking-switches.tsx';
import { RankingTable } from './ranking-table.tsx';
import { standingOf } from './standing.ts';
import { StandingLine } from './standing-line.tsx';
import { subjectOf, titleOf } from './title.ts';

/** **Xếp hạng**: everybody's scores as dots, and as a table, seen from where my unit stands. */
export function RankingPage({ address }: { address: PageAddress & RankingAddress }) {
  const { lang, t } = useWords();
  const { index, period, set, edition, group, component, unit, peers } = address;
  const key = [lang, index, period, set, edition, group, component].join('|');
  const answer = useAnswer(key, (signal) => loadRanking(address, lang, signal));
  const releases = useAnswer(lang, () => loadReleases(lang));
  const ranking = answer.value;
  const first = ranking?.rows[0];
  const unitSet = first?.unit_set ?? '';
  const chosen = useAnswer([unitSet, unit, peers].join('|'), () => loadChosenIn(unitSet, { unit, peers }, lang)).value;
  const units = useAnswer(`${lang}|${unitSet}`, async () => (unitSet ? loadUnitSet(unitSet, lang) : null)).value;
  const setNames = useAnswer(lang, () => loadUnitSetNames(lang)).value ?? new Map<string, string>();
  const rules = ranking?.meta.methodology.methodology ?? '';
  const methodology = useAnswer(`${lang}|${index}|${rules}`, async () =>
    first && rules ? loadMethodology(first.index, rules, lang) : null,
  ).value;

  const groupNamed = (id: string | undefined) =>
    nameIn(
      lang,
      units?.meta.groups.find((one) => one.group === id),
    ) ?? null;
  const byGroup = [...Map.groupBy(ranking?.rows ?? [], (row) => row.group)];
  const mine = chosen?.unit ?? null;
  const own = ranking?.rows.find((row) => row.unit === mine);
  const ownGroup = own?.group ?? first?.group;
  const setName = nameIn(lang, units?.meta) ?? null;
  const names = { group: groupNamed(ownGroup), set: setName };
  const title = ranking ? titleOf(ranking, mine, names, lang) : `${shortIndexName(index)} ${period}`;
  useTitle(title);

  const by = methodology?.rank_by ?? 'score';
  const now = releases.value?.find(
    (one) =>
      one.index === first?.index &&
      one.period === first.period &&
      one.unit_set === first.unit_set &&
      one.edition === first.edition,
  );
  const found = { ...address, period: first?.period ?? period };
  const rulesName = nameIn(lang, methodology) ?? rules;
  const source = ranking ? `${t('source')}: ${sourceText(ranking.meta, { lang, t })}. ${rulesName}` : '';
  const pictureName = [index, found.period, component === TOTAL ? null : component].filter(Boolean).join('-');
  return (
    <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
      <h1>{title}</h1>
      {ranking && <StandingLine ranking={ranking} standing={standingOf(ranking.rows, mine, by)} by={by} />}
      {first && (
        <p class="lead screen">
          {own && (
            <>
              <a href={formatAddress(componentsOf(address, own.unit, first.index, first.period))}>
                {t('seeComponents', { unit: own.unit_name })}
              </a>
              {' · '}
            </>
          )}
          <a href={formatAddress({ ...trendOf(address, first.index, component), edition })}>
            {t('trendOf', { what: shortIndexName(first.index) })}
          </a>
        </p>
      )}
      <AnswerState answer={answer} />
      <RankingSwitches
        address={address}
        releases={releases.value ?? []}
        now={now}
        unitSet={units}
        methodology={methodology}
        setNames={setNames}
      />
      {ranking && (
        <div class={answer.isLoading || answer.error ? 'stale' : undefined}>
          <FindBox address={address} />
          {byGroup.map(([id, rows]) => {
            const name = groupNamed(id);
            const caption = `${t('tableOf', { what: subjectOf(ranking) })}${name ? `, ${name}` : ''}`;
            const picture =
              byGroup.length > 1 ? { name: `${pictureName}-${id}`, title: caption } : { name: pictureName, title };
            const seen = { rows, mine, peers: chosen?.peers ?? [], by };
            return (
              <section key={id} aria-label={name ?? t('allUnits')}>
                {byGroup.length > 1 && <h2>{name ?? id}</h2>}
                <Chart {...picture} source={source}>
                  <DotPlot {...seen} decimals={ranking.meta.decimals} isWhole={ranking.meta.extent === 'complete'} />
                </Chart>
                <div class="beside">
                  <RankingTable {...seen} ranking={ranking} address={address} caption={caption} />
                  <RankingMap {...seen} address={address} unitSet={units} />
                </div>
              </section>
            );
          })}
          {mine && <NearUnits {...{ ranking, mine, by, address, source }} peers={chosen?.peers ?? []} />}
          <RankingNotes ranking={ranking} />
          <FootLine
            rows={[...sourceRows(ranking.meta, { lang, t }), { label: t('methodology'), content: rulesName }]}
            files={[
              { name: 'CSV', address: fileAddress(found, lang, 'csv') },
              { name: t('csvExcel'), address: fileAddress(found, lang, 'csv', 'excel-vi') },
              { name: 'XLSX', address: fileAddress(found, lang, 'xlsx') },
            ]}
            link={fileAddress(found, lang, 'csv')}
          />
        </div>
      )}
    </main>
  );
}

/** What is typed here is in the address at once, so that a link to what was found can be sent. */
function FindBox({ address }: { address: PageAddress & RankingAddress }) {
  const { t } = useWords();
  return (
    <label class="find screen">
      <span class="label">{t('find')}</span>
      <input
        type="search"
        value={address.find}
        placeholder={t('findHint')}
        onInput={(event) => goTo({ ...address, find: event.currentTarget.value }, 'replace')}
      />
    </label>
  );
}
