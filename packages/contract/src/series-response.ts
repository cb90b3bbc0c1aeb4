import { compareMethodologies } from '@chi-so/domain/comparability';
import { ALL, type LogId, monthsOf } from '@chi-so/domain/identity';
import type { Series, SeriesColumn, SeriesPoint } from '@chi-so/domain/series';
import type { Lang } from './ranking-response.ts';

/** What is asked of a series: some units, between two periods, in one group. */
export type SeriesChoice = {
  units: readonly string[];
  from?: string | undefined;
  to?: string | undefined;
  group?: string | undefined;
};

/** The answer to `GET /v1/series`: one row a unit and period, and the breaks between periods that do not compare. */
export const seriesRows = (log: LogId, series: Series, { units, from, to, group }: SeriesChoice, lang: Lang) => {
  const names = new Map(series.units.map((unit) => [unit.unit, lang === 'vi' ? unit.name_vi : unit.name_en]));
  const wanted = new Set(units);
  return columnsWithin(series, from, to).flatMap(({ period, points, methodology, revision }) =>
    pointsOfGroup(points, group)
      .filter(({ unit }) => wanted.has(unit))
      .map(({ unit, score, status, reason, rank, rank_published, group, rank_of }) => ({
        index: log.index,
        period,
        unit_set: log.unit_set,
        edition: log.edition,
        group,
        component: series.component,
        unit,
        unit_name: names.get(unit) ?? unit,
        score,
        status,
        reason,
        rank,
        rank_published,
        rank_of,
        methodology,
        revision,
      })),
  );
};

/** The periods that lie wholly within the bounds: `2019` has all its quarters in it. */
const columnsWithin = ({ columns }: Series, from: string | undefined, to: string | undefined): SeriesColumn[] => {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : monthsOf(from).first;
  const last = to === undefined ? Number.POSITIVE_INFINITY : monthsOf(to).last;
  return columns.filter(({ period }) => monthsOf(period).first >= first && monthsOf(period).last <= last);
};

/**
 * The group that is asked for; else all units together where these are ranked together, so that no line jumps between
 * a rank among all and one in a region; else each unit in its own group.
 */
const pointsOfGroup = (points: readonly SeriesPoint[], asked: string | undefined): readonly SeriesPoint[] => {
  if (asked !== undefined) return points.filter(({ group }) => group === asked);
  const isRankedTogether = points.some(({ group }) => group === ALL);
  return isRankedTogether ? points.filter(({ group }) => group === ALL || group === null) : points;
};

/** The groups that a series has ranks in. */
export const seriesGroups = ({ columns }: Series): string[] => [
  ...new Set(columns.flatMap(({ points }) => points.flatMap(({ group }) => group ?? []))),
];

/** Where a line through the series must stop, and why. */
export const seriesBreaks = (series: Series, { from, to }: Pick<SeriesChoice, 'from' | 'to'>, lang: Lang) => {
  const columns = columnsWithin(series, from, to);
  return columns.flatMap((later, i) => {
    const earlier = columns[i - 1];
    if (!earlier) return [];
    const verdict = compareMethodologies(later, earlier, series.component);
    if (verdict.verdict === 'comparable') return [];
    return [
      {
        from: earlier.period,
        to: later.period,
        verdict: verdict.verdict,
        reason: lang === 'vi' ? verdict.reason_vi : verdict.reason_en,
      },
    ];
  });
};
