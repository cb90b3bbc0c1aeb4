import type { Lang } from '@chi-so/contract/ranking-response';
import { comparePeriods, MAIN_EDITION, provinceOf, TOTAL, unitSetOf } from '@chi-so/domain/identity';
import { rankingOf } from '../address/pages/ranking.ts';
import { loadCalendar, loadReleases, loadUnit, type Release } from './catalogue.ts';
import { get } from './get.ts';
import { loadRanking, type RankingMeta, type RankingRow } from './ranking.ts';
import type { Schemas } from './schemas.ts';

/** One index as a unit sees it: the newest release that has a figure of it, and how its rank moved over the years. */
export type IndexStanding = {
  release: Release;
  /** A newer release, in which the unit has none. */
  newer: Schemas['SeriesRow'] | null;
  row: RankingRow | null;
  meta: RankingMeta;
  points: Schemas['SeriesRow'][];
  breaks: Schemas['SeriesBreak'][];
  expected: Schemas['CalendarRow'] | null;
};

export type Profile = {
  unit: Schemas['UnitAnswer'];
  standings: IndexStanding[];
  /** The newest releases that rank units inside this one, one of each index. */
  inside: Release[];
};

/**
 * All that the overview of a unit shows: two requests for each index that has releases over the unit's set. The API's own
 * profile says how old the newest period is, not which is the newest with a figure, how the rank moved over the years, nor
 * who claims a rank; an answer that holds it all changes this function and nothing else.
 */
export const loadProfile = async (unit: string, lang: Lang, signal: AbortSignal): Promise<Profile> => {
  const [releases, calendar, known] = await Promise.all([loadReleases(lang), loadCalendar(lang), loadUnit(unit, lang)]);
  const own = releases.filter(({ unit_set }) => unit_set === unitSetOf(unit));
  const standings = newestOfEach(own).map(async (newest): Promise<IndexStanding> => {
    const { index, unit_set, edition } = newest;
    const series = await get<Schemas['SeriesAnswer']>(
      'series',
      { index, unit, edition, component: TOTAL },
      lang,
      signal,
    );
    const known = series.data.findLast(({ score, rank }) => score !== null || rank !== null);
    const release =
      own.find((one) => one.index === index && one.edition === edition && one.period === known?.period) ?? newest;
    const wanted = { ...rankingOf({ lang, unit, peers: [] }, index, release.period, unit_set), edition };
    const ranking = await loadRanking(wanted, lang, signal);
    return {
      release,
      newer: release === newest ? null : (series.data.at(-1) ?? null),
      row: ranking.rows.find((row) => row.unit === unit) ?? null,
      meta: ranking.meta,
      points: series.data,
      breaks: series.meta.breaks,
      expected: calendar.find((one) => one.index === index && [null, unit_set].includes(one.unit_set)) ?? null,
    };
  });
  return {
    unit: known,
    standings: await Promise.all(standings),
    inside: newestOfEach(releases.filter(({ unit_set }) => provinceOf(unit_set) === unit)),
  };
};

/** The newest release of each index, of several editions the main one; indices in alphabetical order. */
export const newestOfEach = (releases: readonly Release[]): Release[] =>
  [...Map.groupBy(releases, ({ index }) => index)]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, own]) =>
      own.toSorted((a, b) => comparePeriods(a.period, b.period) || isMain(a) - isMain(b)).slice(-1),
    );

const isMain = ({ edition }: Release): number => Number(edition === MAIN_EDITION);
