import type { Lang } from '@chi-so/contract/ranking-response';
import { TOTAL } from '@chi-so/domain/identity';
import type { Chosen } from '../address/page-kind.ts';
import {
  loadMethodology,
  loadReleases,
  loadUnitSet,
  type Methodology,
  type Release,
  type UnitSet,
} from './catalogue.ts';
import { apiAddress, get, type Query } from './get.ts';
import { loadChosenIn, type RankingRow } from './ranking.ts';
import { LATEST, type Named, releaseMeant } from './release-meant.ts';
import type { Schemas } from './schemas.ts';

type EveryComponentMeta = Schemas['EveryComponentMeta'];

/** Everybody in every component of one release, and what is needed to read it from where one unit stands. */
export type UnitComponents = {
  release: Pick<Release, 'index' | 'period' | 'unit_set' | 'edition'>;
  rows: RankingRow[];
  meta: EveryComponentMeta;
  methodology: Methodology | null;
  unitSet: UnitSet;
  /** The reader's unit and peers as this unit set knows them. */
  chosen: Chosen;
  /** All that are published, among them what it can be compared with. */
  releases: Release[];
};

/** With no peers yet. @throws Failure with the API's own sentence where there is no such release. */
export const loadUnitComponents = async (
  named: Named,
  unit: string | null,
  lang: Lang,
  signal: AbortSignal,
): Promise<UnitComponents> => {
  const releases = await loadReleases(lang);
  const meant = await withComponents(releaseMeant(releases, named, unit), releases, named, unit, lang, signal);
  const { rows, meta } = await loadEveryComponent(
    meant ? { ...named, period: meant.period, set: meant.unit_set, edition: meant.edition } : named,
    lang,
    signal,
  );
  const [first] = rows;
  const release = meant ?? (first as RankingRow);
  const [methodology, unitSet, chosen] = await Promise.all([
    loadMethodology(release.index, meta.methodology.methodology, lang),
    loadUnitSet(release.unit_set, lang),
    loadChosenIn(release.unit_set, { unit, peers: [] }, lang),
  ]);
  return { release, rows, meta, methodology, unitSet, chosen, releases };
};

/**
 * Where the newest is meant: the newest in which the unit has components at all, by the first that the methodology names.
 * The newest of an index may have totals only, or not the unit.
 */
const withComponents = async (
  newest: Release | null,
  releases: readonly Release[],
  { period }: Named,
  asked: string | null,
  lang: Lang,
  signal: AbortSignal,
): Promise<Release | null> => {
  if (newest === null || period !== LATEST) return newest;
  const { index, unit_set, edition, methodology } = newest;
  const [{ unit }, rules] = await Promise.all([
    loadChosenIn(unit_set, { unit: asked, peers: [] }, lang),
    loadMethodology(index, methodology, lang),
  ]);
  const component = rules?.components.find((one) => one.component !== TOTAL)?.component;
  if (unit === null || component === undefined) return newest;
  const { data } = await get<Schemas['SeriesAnswer']>('series', { index, unit, edition, component }, lang, signal);
  const known = data.findLast(({ score }) => score !== null);
  return releases.find((one) => isSameLog(one, newest) && one.period === known?.period) ?? newest;
};

const isSameLog = (one: Release, other: Release): boolean =>
  one.index === other.index && one.unit_set === other.unit_set && one.edition === other.edition;

/** Everybody in every component: one request, and one more for each further five thousand rows. */
export const loadEveryComponent = async (named: Named, lang: Lang, signal: AbortSignal) => {
  const load = (cursor: string | null) =>
    get<Schemas['RankingAnswer']>(pathOf(named), { ...queryOf(named), cursor }, lang, signal);
  let { data: rows, meta } = await load(null);
  while (meta.next_cursor) {
    const more = await load(meta.next_cursor);
    [rows, meta] = [[...rows, ...more.data], more.meta];
  }
  return { rows, meta: meta as EveryComponentMeta };
};

const pathOf = ({ index, period }: Named): string =>
  `rankings/${encodeURIComponent(index)}/${encodeURIComponent(period)}`;

const queryOf = ({ set, edition }: Named): Query => ({ set, edition, component: '*' });

/** What is to be known of the release's totals. */
export const notesOf = ({ meta }: UnitComponents): readonly string[] => meta.components[TOTAL]?.notes ?? [];

/** The same as a file. */
export const componentsFile = (
  { release: { index, period, unit_set, edition } }: UnitComponents,
  lang: Lang,
  suffix: 'csv' | 'xlsx',
  profile?: 'excel-vi',
): string => {
  const named = { index, period, set: unit_set, edition };
  return apiAddress(
    suffix === 'xlsx' ? `exports/${pathOf(named)}.xlsx` : `${pathOf(named)}.csv`,
    { ...queryOf(named), profile },
    lang,
  );
};

/** The report of one unit, as an office writes one. */
export const unitReportFile = (
  { release: { index, period, unit_set, edition } }: UnitComponents,
  unit: string,
  lang: Lang,
): string => {
  const path = `exports/unit-reports/${encodeURIComponent(index)}/${encodeURIComponent(period)}.docx`;
  return apiAddress(path, { unit, set: unit_set, edition }, lang);
};
