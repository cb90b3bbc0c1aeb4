import type { Chosen } from '../address/page-kind.ts';
import type { TrendMeta, TrendRow } from '../data/trend.ts';
import { type RankBreak, runsOf } from '../overview/rank-line.ts';
import { toneOf } from '../ranking/dot-plot.tsx';

/** One unit over the periods: a row a period, in the order of time. */
export type Line = { unit: string; name: string; tone: string; rows: readonly TrendRow[] };

/** The lines of the reader's unit and its peers, each in its colour; of a unit without any row there is none. */
export const linesOf = (rows: readonly TrendRow[], { unit: mine, peers }: Chosen): Line[] =>
  [...(mine ? [mine] : []), ...peers.filter((peer) => peer !== mine)].flatMap((unit) => {
    const own = rows.filter((row) => row.unit === unit);
    const last = own.at(-1);
    return last ? [{ unit, name: last.unit_name, tone: toneOf(unit, mine, peers), rows: firstOfEach(own) }] : [];
  });

/** A unit that is in several groups has a row in each; a line follows one. */
const firstOfEach = (rows: readonly TrendRow[]): TrendRow[] =>
  [...new Map(rows.toReversed().map((row) => [row.period, row])).values()].reverse();

/** A figure that is the unit's own, or that of the same territory: all others are estimates. */
export const isOwn = ({ carried }: Pick<TrendRow, 'carried'>): boolean => carried === null || carried === 'unchanged';

/** A place among how many; whether it is only simulated among the units of a basis, or computed and printed by nobody. */
export type Place = { rank: number; of: number | null; isSimulated: boolean; isComputed: boolean };

/** Whether a row's rank is not the one that its publisher printed. */
export const isComputed = ({ rank, rank_published }: Pick<TrendRow, 'rank' | 'rank_published'>): boolean =>
  rank !== null && rank !== rank_published;

/**
 * The place that is drawn. In a period in which one of the lines is an estimate all have their simulated place, since
 * a rank of 63 and a place among 34 have no common axis.
 */
export const placeOf = (row: TrendRow, simulated: ReadonlySet<string>): Place | null => {
  if (simulated.has(row.period) && row.rank_simulated !== null) {
    return { rank: row.rank_simulated, of: row.rank_simulated_of, isSimulated: true, isComputed: false };
  }
  return row.rank === null
    ? null
    : { rank: row.rank, of: row.rank_of, isSimulated: false, isComputed: isComputed(row) };
};

/** The periods in which a line has an estimate with a simulated place. */
export const simulatedPeriods = (lines: readonly Line[]): Set<string> =>
  new Set(
    lines.flatMap(({ rows }) =>
      rows.filter((row) => !isOwn(row) && row.rank_simulated !== null).map(({ period }) => period),
    ),
  );

/** Where the scores of a line may not be joined. */
const breaksOf = ({ unit, rows }: Line, breaks: TrendMeta['breaks']): RankBreak[] => {
  const setOf = new Map(rows.map(({ period, unit_set }) => [period, unit_set]));
  return breaks.filter((gap) => (gap.unit ?? unit) === unit && setOf.get(gap.to) === gap.unit_set);
};

/** The scores of a line in runs that may be joined. */
export const scoreRuns = (line: Line, breaks: TrendMeta['breaks']): TrendRow[][] =>
  runsOf(line.rows, ({ score }) => score !== null, breaksOf(line, breaks));

/** The places of a line in runs that may be joined: a simulated one is never joined to a rank. */
export const placeRuns = (line: Line, breaks: TrendMeta['breaks'], simulated: ReadonlySet<string>): TrendRow[][] => {
  const changes = line.rows.flatMap((row, i) => {
    const before = line.rows[i - 1];
    const [here, there] = [placeOf(row, simulated), before ? placeOf(before, simulated) : null];
    return before && here && there && here.isSimulated !== there.isSimulated
      ? [{ from: before.period, to: row.period }]
      : [];
  });
  return runsOf(line.rows, (row) => placeOf(row, simulated) !== null, [...ranksBreak(line, breaks), ...changes]);
};

/** A break of scores only leaves the ranks comparable. */
const ranksBreak = (line: Line, breaks: TrendMeta['breaks']): RankBreak[] =>
  breaksOf(
    line,
    breaks.filter(({ verdict }) => verdict !== 'rank-only'),
  );
