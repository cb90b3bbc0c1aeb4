import { MAIN_EDITION, provinceOf } from '@chi-so/domain/identity';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { provinceOfUnit, type ScorecardAddress, scorecardOf } from '../address/pages/scorecard.ts';
import { loadMethodology, loadReleases, loadUnitNames, loadUnitSet, type Release } from '../data/catalogue.ts';
import { fileAddress } from '../data/ranking.ts';
import { loadScorecard, wanted } from '../data/scorecard.ts';
import { useAnswer } from '../data/use-answer.ts';
import { FootLine } from '../layout/foot-line.tsx';
import { sourceRows, sourceText } from '../layout/source-rows.tsx';
import { AnswerState, Refusals } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { RankingNotes } from '../ranking/ranking-notes.tsx';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { ComparisonLine } from './comparison-line.tsx';
import { DecisionLine } from './decision-line.tsx';
import { SCORECARD_INDEX, scorecardChoice } from './scorecard-choice.ts';
import { scorecardFiles } from './scorecard-files.ts';
import { ScorecardGroup } from './scorecard-group.tsx';
import { ScorecardSwitches } from './scorecard-switches.tsx';
import { scorecardTitle } from './scorecard-title.ts';
import { Stages } from './stages.tsx';

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** **CCHC**: the units inside one province as its decision announced them, group by group. */
export function ScorecardPage({ address }: { address: PageAddress & ScorecardAddress }) {
  const { lang, t } = useWords();
  const { of, period, set, edition, component } = address;
  const province = provinceOfUnit(of);
  const open = address.open ?? (of === province ? null : of);
  const releases = useAnswer(lang, () => loadReleases(lang));
  const choice = releases.value && scorecardChoice(releases.value, { of, period, set, edition });
  const shown = choice?.shown ?? null;
  const nameOf = (one: { name_vi: string; name_en: string } | undefined) => nameIn(lang, one);
  const provinces = [province, ...(choice?.elsewhere ?? [])];
  const named = useAnswer([lang, ...provinces].join('|'), () => loadUnitNames(provinces, lang));
  const names = named.current ?? NO_NAMES;
  const placeOf = (one: string | null) => names.get(one ?? province) ?? one ?? province;
  const place = placeOf(province);
  const answer = useAnswer(
    [lang, shown?.unit_set, shown?.edition, shown?.period, shown?.entry, component].join('|'),
    (signal) => (shown ? loadScorecard(shown, choice?.before ?? null, component, lang, signal) : Promise.resolve(null)),
  );
  const unitSet = shown?.unit_set ?? set ?? choice?.own.at(-1)?.unit_set ?? province;
  // While another one loads, what is there stays with its own names and rules.
  const card = shown && answer.value;
  const seen = card?.shown ?? shown;
  const unitsAnswer = useAnswer(`${lang}|${seen?.unit_set}`, async () =>
    seen ? loadUnitSet(seen.unit_set, lang) : null,
  );
  const units = unitsAnswer.current;
  const rules = seen?.methodology ?? null;
  const rulesAnswer = useAnswer(`${lang}|${rules}`, async () =>
    rules === null ? null : loadMethodology(SCORECARD_INDEX, rules, lang),
  );
  const methodology = rulesAnswer.current;

  const groupNamed = (id: string | undefined) => nameOf(units?.meta.groups.find((one) => one.group === id)) ?? null;
  const ranking = card?.ranking ?? null;
  const groupOfOpen = groupNamed(ranking?.rows.find(({ unit }) => unit === open)?.group);
  const noneTitle =
    period === 'latest' ? t('scorecardNonePeriodless', { unit: place }) : t('scorecardNone', { period, unit: place });
  const title = ranking
    ? scorecardTitle(
        ranking,
        open,
        { province: placeOf(provinceOf(seen?.unit_set ?? '')), group: groupOfOpen, set: nameOf(units?.meta) ?? null },
        lang,
      )
    : choice && !shown
      ? noneTitle
      : `CCHC ${period === 'latest' ? '' : period}`;
  useTitle(title);

  const rulesName = nameOf(methodology ?? undefined) ?? rules ?? '';
  return (
    <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
      <h1>{title}</h1>
      {ranking && <DecisionLine source={ranking.meta.source} />}
      <AnswerState answer={releases.error ? releases : answer} />
      {!releases.error && !answer.error && <Refusals answers={[named, unitsAnswer, rulesAnswer]} />}
      {choice && !shown && (
        <NoScorecard address={address} place={place} own={choice.own} elsewhere={choice.elsewhere} names={names} />
      )}
      {choice && <ScorecardSwitches address={address} choice={choice} methodology={methodology} names={names} />}
      {card && ranking && (
        <div class={answer.isLoading || answer.error ? 'stale' : undefined}>
          <ComparisonLine ranking={ranking} before={card.before} />
          {[...Map.groupBy(ranking.rows, ({ group }) => group)].map(([id, rows]) => (
            <ScorecardGroup
              key={id}
              {...{ rows, card, address, open, methodology }}
              name={groupNamed(id) ?? id}
              source={`${t('source')}: ${sourceText(ranking.meta, { lang, t })}. ${rulesName}`}
            />
          ))}
          <RankingNotes ranking={ranking} />
          <FootLine
            rows={[...sourceRows(ranking.meta, { lang, t }), { label: t('methodology'), content: rulesName }]}
            files={scorecardFiles(card.shown, component, { lang, t })}
            link={fileAddress(wanted(card.shown, component), lang, 'csv')}
          />
        </div>
      )}
      {choice && (shown || period !== 'latest') && (
        <Stages
          release={{
            index: SCORECARD_INDEX,
            period: shown?.period ?? period,
            unit_set: unitSet,
            edition: shown?.edition ?? edition ?? MAIN_EDITION,
          }}
          {...{ component, open, address }}
        />
      )}
    </main>
  );
}

type NoScorecardProps = {
  address: PageAddress & ScorecardAddress;
  place: string;
  own: readonly Release[];
  elsewhere: readonly string[];
  names: ReadonlyMap<string, string>;
};

/** Where the province has announced nothing: which do have. */
function NoScorecard({ address, place, own, elsewhere, names }: NoScorecardProps) {
  const { t } = useWords();
  if (own.length > 0) return <p class="state">{t('noScorecardAt', { period: address.period, unit: place })}</p>;
  return (
    <>
      <p class="state">{t('noScorecards', { unit: place })}</p>
      <ul class="plain">
        {elsewhere.map((province) => (
          <li key={province}>
            <a href={formatAddress({ ...address, ...scorecardOf(province) })}>{names.get(province) ?? province}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
