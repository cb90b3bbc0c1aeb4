import { comparePeriods, provinceOf, unitSetOf } from '@chi-so/domain/identity';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { Chosen } from '../address/page-kind.ts';
import { rankingOf } from '../address/pages/ranking.ts';
import type { TrendAddress } from '../address/pages/trend.ts';
import { loadUnit } from '../data/catalogue.ts';
import { sentenceOf } from '../data/failure.ts';
import type { Trend } from '../data/trend.ts';
import { useAnswer } from '../data/use-answer.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { basisOf, isBasis } from './trend-sets.ts';
import { shortSetName } from './trend-switches.tsx';

type Props = { address: PageAddress & TrendAddress; trend: Trend; chosen: Chosen; periods: readonly string[] };

/** Why there is less to see than a reader expects, and where the rest is. */
export function TrendHints({ address, trend, chosen, periods }: Props) {
  const { t } = useWords();
  const { index, basis, unit } = address;
  const isThere = trend.rows.some((row) => row.unit === chosen.unit);
  const [period] = periods;
  const what = `${shortIndexName(index)} ${period}`;
  if (trend.rows.length === 0) return <p class="state">{t('noTrend')}</p>;
  return (
    <>
      {unit === null && <p class="state">{t('noUnitYet')}</p>}
      {unit !== null && !isThere && <Absent key={unit} {...{ address, trend, unit }} />}
      {isThere && !isBasis(basis) && <Elsewhere address={address} trend={trend} />}
      {periods.length === 1 && period && (
        <p class="state">
          {t('onePeriod', { period })}{' '}
          <a href={formatAddress(rankingOf(address, index, period))}>{t('seeRanking', { what })}</a>
        </p>
      )}
    </>
  );
}

type AbsentProps = { address: Props['address']; trend: Trend; unit: string };

/** The reader's unit has no line: it is nobody, or known by other ids, or of those who are ranked elsewhere. */
function Absent({ address, trend, unit }: AbsentProps) {
  const { lang, t } = useWords();
  const { index, basis } = address;
  const answer = useAnswer(`${lang}|${unit}`, () => loadUnit(unit, lang));
  if (answer.error) return <p class="state">{sentenceOf(lang, answer.error)}</p>;
  const [known] = answer.value?.data ?? [];
  if (!answer.value || !known) return null;
  const name = nameIn(lang, known);
  if (isBasis(basis)) {
    const { predecessors, successors } = answer.value.meta;
    const heirs = [...predecessors.flatMap(({ from }) => from), ...successors.flatMap(({ to }) => to)].filter(
      (one) => unitSetOf(one) === basis,
    );
    const set = shortSetName(trend, basis, lang);
    if (heirs.length === 0) return <p class="state">{t('noneOnBasis', { set, name, unit })}</p>;
    const nameOf = (id: string) => trend.rows.find((row) => row.unit === id)?.unit_name ?? id;
    return (
      <p class="state">
        {t('severalOnBasis', { set, name, unit })}{' '}
        {heirs.map((heir, i) => (
          <span key={heir}>
            {i > 0 && ', '}
            <a href={formatAddress({ ...address, unit: heir })}>{nameOf(heir)}</a>
          </span>
        ))}
      </p>
    );
  }
  if (trend.releases.some(({ unit_set }) => provinceOf(unit_set) !== null)) {
    return <p class="state">{t('insideOnly', { name, index: shortIndexName(index) })}</p>;
  }
  const values = { index: shortIndexName(index), unit, name };
  if (unit.includes('.')) return <p class="state">{t('provincesOnly', values)}</p>;
  return <Offer {...{ address, trend }} word="notUnderId" values={values} isElsewhere={() => true} />;
}

/** The unit has a line here, and the index has periods over sets of other eras. */
function Elsewhere({ address, trend }: Pick<Props, 'address' | 'trend'>) {
  const shown = new Set(trend.rows.map(({ unit_set }) => unit_set));
  return <Offer {...{ address, trend }} word="moreElsewhere" values={{}} isElsewhere={(set) => !shown.has(set)} />;
}

type OfferProps = Pick<Props, 'address' | 'trend'> & {
  word: 'notUnderId' | 'moreElsewhere';
  values: Readonly<Record<string, string>>;
  isElsewhere: (set: string) => boolean;
};

function Offer({ address, trend, word, values, isElsewhere }: OfferProps) {
  const { lang, t } = useWords();
  const basis = basisOf(address.unit);
  const there = trend.releases.filter(({ unit_set }) => provinceOf(unit_set) === null && isElsewhere(unit_set));
  const periods = [...new Set(there.map(({ period }) => period))].sort(comparePeriods);
  if (periods.length === 0) return null;
  const sets = [...new Set(there.map(({ unit_set }) => shortSetName(trend, unit_set, lang)))].join('; ');
  const span = periods.length > 1 ? `${periods[0]}–${periods.at(-1)}` : (periods[0] ?? '');
  return (
    <p class="state screen">
      {t(word, { ...values, periods: span, sets })}{' '}
      <a href={formatAddress({ ...address, basis })}>{t('seeOnBasis', { set: shortSetName(trend, basis, lang) })}</a>
    </p>
  );
}
