import type { ReleaseChange } from '@chi-so/domain/release-change';
import type { Answer } from '@chi-so/runtime/http';
import type { Problem } from '@chi-so/runtime/problem';
import { logOfComponent } from './accepted-log.ts';
import { Divergence, differing, requireSame } from './divergence.ts';
import { allRankings, currentRanking, type Model, rankingAt, rankingsOfRevision } from './model.ts';
import type { Release } from './requests.ts';
import { servedRanking, servedRankings } from './served.ts';
import { expectedChange, servedChange } from './served-changes.ts';
import { expectedSeries, servedSeries } from './served-series.ts';

/** Answers during a history: each is one state that the accepted log has been in, and no mixture of two. */

/** Per reader and question, the state that it has seen: of consistent readers none comes after a later one. */
export type Seen = Map<string, number>;

/** The states, as lengths of the log, of which an answer is the one; compared with what the reader saw before. */
const inOrder = (
  what: string,
  served: string,
  /** What it may be after so many entries: the first of them when all is done. */
  expectedAfter: (length: number) => string | [string, string],
  length: number,
  seen: Seen | null,
): void => {
  const fitting: number[] = [];
  for (let at = length; at >= 0; at--) if ([expectedAfter(at)].flat().includes(served)) fitting.push(at);
  const [latest] = fitting;
  if (latest === undefined) {
    const now = [expectedAfter(length)].flat()[0] ?? '';
    throw new Divergence(differing(`${what} is no state of its log: not the last, and no earlier one`, served, now));
  }
  if (!seen) return;
  const before = seen.get(what) ?? 0;
  if (latest < before) {
    throw new Divergence(
      `${what} goes back from after entry ${before} to after entry ${latest}\n  is ${served.slice(0, 500)} …`,
    );
  }
  seen.set(what, Math.max(before, fitting.at(-1) ?? 0));
};

export const checkCurrent = (
  { log }: Model,
  release: Release,
  component: string,
  group: string | undefined,
  answer: Answer | Problem,
  seen: Seen | null,
): void => {
  const served = servedRanking(answer);
  if (served === undefined) return;
  const own = log.of(release.edition);
  const what = `The ranking of ${release.edition} ${release.period} ${component} ${group ?? ''}`;
  inOrder(what, served, (at) => currentRanking(own, at, release.period, component, group), own.length, seen);
};

/** All components at once. */
export const checkAll = ({ log }: Model, release: Release, answer: Answer | Problem, seen: Seen | null): void => {
  const served = servedRankings(answer);
  if (served === undefined) return;
  const own = log.of(release.edition);
  const expected = (at: number): [string, string] => [
    allRankings(own, at, release.period, true),
    allRankings(own, at, release.period, false),
  ];
  inOrder(`All rankings of ${release.edition} ${release.period}`, served, expected, own.length, seen);
};

export const checkSeries = (
  { log }: Model,
  edition: string,
  component: string,
  answer: Answer,
  seen: Seen | null,
): void => {
  const own = log.of(edition);
  const what = `The series of ${edition} ${component}`;
  inOrder(what, servedSeries(answer), (at) => expectedSeries(own, at, component), own.length, seen);
};

/** An answer about the past is what some entry made official: of that revision, or not after that instant. */
export const checkPast = (
  { log }: Model,
  release: Release,
  component: string,
  asked: { revision?: string; as_of?: string },
  answer: Answer | Problem,
): void => {
  const served = servedRanking(answer);
  if (served === undefined || served === 'none') return;
  const own = log.of(release.edition);
  const of = own.filter(({ period }) => period === release.period);
  const possible = asked.revision
    ? rankingsOfRevision(own, release.period, Number(asked.revision), component)
    : logOfComponent(of, component, own.length)
        .filter(({ at }) => at <= (asked.as_of ?? ''))
        .map((entry) => rankingAt(own, entry, component, undefined));
  if (possible.includes(served)) return;
  const what = `The ranking of ${release.edition} ${release.period} ${component} ${JSON.stringify(asked)}`;
  throw new Divergence(differing(`${what} was never official`, served, possible[0] ?? 'none'));
};

/**
 * A page of the change feed: it follows on what was read before, without a gap, and each item is what its entry
 * did.
 */
export const checkChanges = ({ log }: Model, since: number, answer: Answer): number => {
  const { data, meta } = answer.body as { data: ReleaseChange[]; meta: { last: number } };
  requireSame(
    `The numbers of the change feed after ${since}`,
    data.map(({ id }) => id),
    data.map((_, i) => since + 1 + i),
  );
  for (const change of data) {
    const entry = log.ledger[change.id - 1];
    if (!entry) throw new Divergence(`Change ${change.id} is of no entry`);
    requireSame(`Change ${change.id}`, servedChange(change), expectedChange(log.of(entry.edition), entry));
  }
  requireSame('The last number of the page', meta.last, since + data.length);
  return meta.last;
};
