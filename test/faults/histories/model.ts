import { type AcceptedLog, createAcceptedLog, type Entry, logOfComponent } from './accepted-log.ts';
import { type AskedFor, createAskedFor } from './asked.ts';
import { expectedRanking, type Standing } from './served.ts';

/** The plain model: the accepted logs, and what is official after any number of their entries. */

export type Model = { asked: AskedFor; log: AcceptedLog };

export const createModel = (): Model => {
  const asked = createAskedFor();
  return { asked, log: createAcceptedLog(asked.contentOf) };
};

/** What is official of a component of a period after so many entries of the log. */
export const standingAfter = (
  log: readonly Entry[],
  length: number,
  period: string,
  component: string,
): Standing | null => {
  const known = logOfComponent(log, component, length);
  const last = known.findLast((entry) => entry.period === period);
  if (!last) return null;
  const lastOf = new Map(known.map((entry) => [entry.period, entry]));
  const earlier = [...lastOf.values()]
    .filter((entry) => entry.content !== null && entry.period < period)
    .sort((a, b) => (a.period < b.period ? 1 : -1))[0];
  return { last, earlier: earlier ?? null };
};

/** Whether a release has had a component in any of so many entries. */
const hadComponent = (log: readonly Entry[], length: number, period: string, component: string): boolean =>
  log.some((entry) => entry.entry <= length && entry.period === period && entry.content?.scores[component]);

/** How the current ranking reads after so many entries. */
export const currentRanking = (
  log: readonly Entry[],
  length: number,
  period: string,
  component: string,
  group: string | undefined,
): string =>
  expectedRanking(
    standingAfter(log, length, period, component),
    component,
    group,
    hadComponent(log, length, period, component),
  );

/**
 * How all components read at once after so many entries: as the release's last publication has them. While their items
 * are being put, they are without the change against other periods.
 */
export const allRankings = (log: readonly Entry[], length: number, period: string, hasMoves: boolean): string => {
  const head = log.findLast((entry) => entry.period === period && entry.entry <= length);
  if (!head?.content) return currentRanking(log, length, period, 'total', undefined);
  const each = Object.keys(head.content.scores).map((component) => {
    const standing = standingAfter(log, length, period, component);
    const shown = standing && { ...standing, head, ...(hasMoves ? {} : { earlier: null }) };
    return `${component}: ${expectedRanking(shown, component, undefined, true)}`;
  });
  return each.sort().join('\n');
};

/** The ranking that an entry made official, as it was then: without what depends on other periods. */
export const rankingAt = (
  log: readonly Entry[],
  entry: Entry,
  component: string,
  group: string | undefined,
  head: Entry = entry,
): string =>
  expectedRanking(
    { last: entry, earlier: null, head },
    component,
    group,
    hadComponent(log, entry.entry, entry.period, component),
  );

/**
 * What may be answered for a revision of a release: its ranking as it was first official, or, of a replica that lags, as it
 * was again; where it lacks the component, that there is none, or when and why it was dropped.
 */
export const rankingsOfRevision = (
  log: readonly Entry[],
  period: string,
  revision: number,
  component: string,
): string[] => {
  const of = log.filter((entry) => entry.period === period);
  const official = of.filter((entry) => entry.revision === revision);
  if (official[0]?.content?.scores[component]) {
    return official.map((entry) => rankingAt(log, entry, component, undefined));
  }
  const without = of.filter(({ content }) => content && !content.scores[component]);
  return ['none', ...without.map((entry) => rankingAt(log, entry, component, undefined))];
};
