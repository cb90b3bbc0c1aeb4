import { type CarriedPoint, NOT_CARRIED } from '@chi-so/domain/carried-point';
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
  return columnsWithin(series.columns, from, to).flatMap((column) =>
    pointsOfGroup(column.points, group)
      .filter(({ unit }) => wanted.has(unit))
      .map((point) =>
        seriesRow({ ...log, component: series.component }, column, { ...point, ...NOT_CARRIED }, names.get(point.unit)),
      ),
  );
};

/** One unit in one period, as every series has it. The unit set is that of the release. */
export const seriesRow = (
  { index, unit_set, edition, component }: LogId & { component: string },
  { period, methodology, revision }: Pick<SeriesColumn, 'period' | 'methodology' | 'revision'>,
  point: CarriedPoint,
  name = point.unit,
) => ({
  index,
  period,
  unit_set,
  edition,
  group: point.group,
  component,
  unit: point.unit,
  unit_name: name,
  score: point.score,
  status: point.status,
  reason: point.reason,
  rank: point.rank,
  rank_published: point.rank_published,
  rank_of: point.rank_of,
  methodology,
  revision,
  carried: point.carried,
  origin_units: point.origin_units,
  score_min: point.score_min,
  score_max: point.score_max,
  rank_simulated: point.rank_simulated,
  rank_simulated_of: point.rank_simulated_of,
});

/** The periods that lie wholly within the bounds: `2019` has all its quarters in it. */
export const columnsWithin = <C extends { period: string }>(
  columns: readonly C[],
  from: string | undefined,
  to: string | undefined,
): C[] => {
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
export const seriesBreaks = (
  { columns: all, component }: Pick<Series, 'columns' | 'component'>,
  { from, to }: Pick<SeriesChoice, 'from' | 'to'>,
  lang: Lang,
) => methodologyBreaks(columnsWithin(all, from, to), component, lang);

/** The breaks between columns that follow each other, for all units. */
export const methodologyBreaks = (
  columns: readonly Pick<SeriesColumn, 'period' | 'methodology' | 'comparisons'>[],
  component: string,
  lang: Lang,
) =>
  columns.flatMap((later, i) => {
    const earlier = columns[i - 1];
    if (!earlier) return [];
    const verdict = compareMethodologies(later, earlier, component);
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
