import { monthsOf } from '@chi-so/domain/identity';

/** A rank at a period; null where there is none. */
export type RankPoint = { period: string; rank: number | null; rank_of: number | null };
type AtPeriod = { period: string };
export type RankBreak = { from: string; to: string };

/** A line over periods: runs of points that may be joined. What is not known, and what is not comparable, ends a run. */
export const runsOf = <P extends AtPeriod>(
  points: readonly P[],
  isKnown: (point: P) => boolean,
  breaks: readonly RankBreak[],
): P[][] => {
  const runs: P[][] = [];
  let before: P | null = null;
  for (const point of points) {
    if (isKnown(point)) {
      const isJoined = before !== null && isKnown(before) && isNext(before, point) && !isBroken(before, point, breaks);
      if (isJoined) runs.at(-1)?.push(point);
      else runs.push([point]);
    }
    before = point;
  }
  return runs;
};

/** Nothing was left out between them: the later period begins where the earlier one ends. */
const isNext = (before: AtPeriod, point: AtPeriod): boolean =>
  monthsOf(point.period).first <= monthsOf(before.period).last + 1;

const isBroken = (before: AtPeriod, point: AtPeriod, breaks: readonly RankBreak[]): boolean =>
  breaks.some(({ from, to }) => from === before.period && to === point.period);

/** Where a period stands between the first and the last of a line, from 0 to 1. */
export const placeInTime = (period: string, first: string, last: string): number => {
  const [from, to] = [monthsOf(first).last, monthsOf(last).last];
  return to === from ? 1 : (monthsOf(period).last - from) / (to - from);
};

/** For `runsOf`: the periods that a unit was ranked in. */
export const isRanked = ({ rank }: Pick<RankPoint, 'rank'>): boolean => rank !== null;
