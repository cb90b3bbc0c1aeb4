import { monthsOf } from '@chi-so/domain/identity';

/** A rank at a period; null where there is none. */
export type RankPoint = { period: string; rank: number | null; rank_of: number | null };
export type RankBreak = { from: string; to: string };

/** A line through ranks: runs of points that may be joined. What is not known, and what is not comparable, ends a run. */
export const runsOf = <P extends RankPoint>(points: readonly P[], breaks: readonly RankBreak[]): P[][] => {
  const runs: P[][] = [];
  let before: P | null = null;
  for (const point of points) {
    if (point.rank !== null) {
      const isJoined = before?.rank != null && isNext(before, point) && !isBroken(before, point, breaks);
      if (isJoined) runs.at(-1)?.push(point);
      else runs.push([point]);
    }
    before = point;
  }
  return runs;
};

/** Nothing was left out between them: the later period begins where the earlier one ends. */
const isNext = (before: RankPoint, point: RankPoint): boolean =>
  monthsOf(point.period).first <= monthsOf(before.period).last + 1;

const isBroken = (before: RankPoint, point: RankPoint, breaks: readonly RankBreak[]): boolean =>
  breaks.some(({ from, to }) => from === before.period && to === point.period);

/** Where a period stands between the first and the last of a line, from 0 to 1. */
export const placeInTime = (period: string, first: string, last: string): number => {
  const [from, to] = [monthsOf(first).last, monthsOf(last).last];
  return to === from ? 1 : (monthsOf(period).last - from) / (to - from);
};
