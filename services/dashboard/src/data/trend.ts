import type { Lang } from '@chi-so/contract/ranking-response';
import { comparePeriods, MAIN_EDITION, provinceOf, TOTAL } from '@chi-so/domain/identity';
import type { TrendAddress } from '../address/pages/trend.ts';
import {
  loadMethodology,
  loadUnitSet,
  loadUnitSets,
  type Methodology,
  type Release,
  type UnitSet,
} from './catalogue.ts';
import { apiAddress, get } from './get.ts';
import type { Schemas } from './schemas.ts';

export type TrendRow = Schemas['SeriesRow'];
export type TrendMeta = Schemas['SeriesAnswer']['meta'];
export type UnitSetSummary = Schemas['UnitSetSummary'];

/** One component of an index over the periods: of every unit of the sets, so that whom one compares with costs no request. */
export type Trend = {
  /** What was asked for: the page may ask for something else already. */
  of: Pick<TrendAddress, 'index' | 'component' | 'edition' | 'basis'>;
  rows: TrendRow[];
  meta: TrendMeta;
  sets: UnitSet[];
  /** On a basis: the sets that figures come from, to name their units. */
  originSets: UnitSet[];
  /** All unit sets that there are, to say what happened when. */
  knownSets: UnitSetSummary[];
  /** Releases of the index in this edition, over every set. */
  releases: Release[];
  /** Of those releases that are over the sets shown, the newest first. */
  methodologies: Methodology[];
};

type Wanted = { address: TrendAddress; sets: readonly string[]; releases: readonly Release[] };

/** What a trend shows: one request for the series, and of the catalogue what is not kept yet. */
export const loadTrend = async (
  { address, sets, releases }: Wanted,
  lang: Lang,
  signal: AbortSignal,
): Promise<Trend> => {
  const own = releasesOf(address, releases);
  const shown = releasesOver(address, sets, own);
  const rules = [...new Set(shown.toReversed().map(({ methodology }) => methodology))];
  const origins = address.basis === null ? [] : [...new Set(shown.map(({ unit_set }) => unit_set))];
  const [known, originSets, knownSets, ...methodologies] = await Promise.all([
    Promise.all(sets.map((set) => loadUnitSet(set, lang))),
    Promise.all(origins.map((set) => loadUnitSet(set, lang))),
    loadUnitSets(lang),
    ...rules.map((one) => loadMethodology(address.index, one, lang)),
  ]);
  const units = known.flatMap(({ data }) => data.map(({ unit }) => unit));
  const query = { ...queryOf(address), unit: units.join(',') };
  const { data, meta } = await get<Schemas['SeriesAnswer']>('series', query, lang, signal);
  const { index, component, edition, basis } = address;
  return {
    of: { index, component, edition, basis },
    ...{ rows: data, meta, sets: known, originSets, knownSets, releases: own },
    methodologies: methodologies.flatMap((one) => one ?? []),
  };
};

/** Those whose figures a trend shows: over its sets; on a basis over every set of the country, from which they are carried. */
export const releasesOver = (
  { basis }: Pick<TrendAddress, 'basis'>,
  sets: readonly string[],
  releases: readonly Release[],
): Release[] =>
  releases.filter(({ unit_set }) => (basis === null ? sets.includes(unit_set) : provinceOf(unit_set) === null));

/** The releases of an index in the edition that the address asks for, in the order of the list. */
export const releasesOf = ({ index, edition }: TrendAddress, releases: readonly Release[]): Release[] =>
  releases
    .filter((one) => one.index === index && one.edition === (edition ?? MAIN_EDITION))
    .sort((a, b) => comparePeriods(a.period, b.period));

const queryOf = ({ index, component, edition, basis }: TrendAddress) => ({
  index,
  component: component === TOTAL ? null : component,
  edition,
  basis,
});

type FileKind = { suffix: 'csv' | 'xlsx'; layout?: 'wide'; value?: 'score' | 'rank'; profile?: 'excel-vi' };

/** What the API calls the same series of some units as a file. */
export const trendFile = (
  address: TrendAddress,
  units: readonly string[],
  { suffix, ...kind }: FileKind,
  lang: Lang,
): string =>
  apiAddress(
    suffix === 'xlsx' ? 'exports/series.xlsx' : 'series.csv',
    { ...queryOf(address), unit: units.join(','), ...kind },
    lang,
  );
