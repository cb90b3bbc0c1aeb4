import { comparePeriods, TOTAL } from './identity.ts';

/**
 * The log: an append-only list of publications of one index, unit set and edition. Whatever is served is a function of a
 * prefix of it. A release's status is computed from here and stored nowhere.
 */

/** Why an entry was written. */
export type Cause = 'publish' | 'correct' | 'rollback' | 'withdraw' | 'methodology';

/** The exact versions that an entry was made with. */
export type Pins = { methodology: string; methodology_version: number; unit_set_version: number };

/** One publication (`revision` became official) or withdrawal (`revision` is null). */
export type LogEntry = {
  /** Position in the log: 1, 2, 3 … */
  entry: number;
  period: string;
  revision: number | null;
  /** Null for a withdrawal. */
  pins: Pins | null;
  /** What the revision has scores for; null where it is what the period's last publication had, or withdrawn. */
  components: string[] | null;
  /** Components whose figures it may have changed, besides `total`; null: any. Only a correction names them. */
  touches: string[] | null;
  /** When it took effect: UTC ISO 8601 with milliseconds, never before the previous entry's. */
  at: string;
  cause: Cause;
  actor: string;
  reason: string | null;
  /** The writer's own id of the request, by which a retry finds what it has already done. */
  request_id: string;
  /** Number in the system-wide gapless sequence of entries. */
  ledger: number;
};

/** An entry that made a revision official. */
export type Publication = LogEntry & { revision: number; pins: Pins };

export const isPublication = (entry: LogEntry | undefined): entry is Publication =>
  entry !== undefined && entry.revision !== null && entry.pins !== null;

/** The last entry of each period. */
export const lastEntries = (log: readonly LogEntry[]): Map<string, LogEntry> => {
  const last = new Map<string, LogEntry>();
  for (const entry of log) last.set(entry.period, entry);
  return last;
};

/** The last entry of one period before `before` (exclusive); undefined where there is none. */
export const lastEntryOf = (log: readonly LogEntry[], period: string, before = Infinity): LogEntry | undefined =>
  log.findLast((entry) => entry.period === period && entry.entry < before);

/** The number by which a writer names the state that it saw: the release's last entry, 0 where there is none. */
export const baseEntryOf = (log: readonly LogEntry[], period: string): number => lastEntryOf(log, period)?.entry ?? 0;

/**
 * The log as one component knows it. What an entry does not touch is after it what it was before, so every output of a
 * component follows from these entries alone. `total` is touched by all: its ranking is the head of its release.
 */
export const logOfComponent = (log: readonly LogEntry[], component: string): LogEntry[] =>
  log.filter((entry) => isTouched(entry, component));

export const isTouched = ({ touches }: LogEntry, component: string): boolean =>
  touches === null || component === TOTAL || touches.includes(component);

/** The component whose ranking every entry of a release touches; where there is no total, no entry leaves any out. */
export const headOf = (components: readonly string[]): string | undefined =>
  components.includes(TOTAL) ? TOTAL : components.toSorted()[0];

/** The components that a period ever had, with the label of the current ranking of each. */
export const labelsOf = (log: readonly LogEntry[], period: string): Record<string, number> =>
  ofComponents(log, period, (own) => standings(own).get(period)?.label);

/** The same with the entry that last touched each, by which the copy is found that the entry left of it. */
export const entriesOf = (log: readonly LogEntry[], period: string): Record<string, number> =>
  ofComponents(log, period, (own) => lastEntryOf(own, period)?.entry);

const ofComponents = (
  log: readonly LogEntry[],
  period: string,
  numberOf: (own: readonly LogEntry[]) => number | undefined,
): Record<string, number> =>
  Object.fromEntries(
    componentsOf(log, period)
      .ever.sort()
      .flatMap((component) => {
        const number = numberOf(logOfComponent(log, component));
        return number === undefined ? [] : [[component, number] as const];
      }),
  );

/** A release as the log leaves it, with what its changes are measured against. */
export type Standing = {
  period: string;
  last: LogEntry;
  /** The last entry of the nearest earlier period that is published. */
  previous: Publication | null;
  /** The entry that last changed `last` or `previous`: the label of what depends on both. */
  label: number;
};

/**
 * Every period of the log with its standing. An entry dirties the periods whose pair (last, previous) it changed:
 * its own, and the later ones up to the next period that is published.
 */
export const standings = (log: readonly LogEntry[]): Map<string, Standing> => {
  const last = new Map<string, LogEntry>();
  const result = new Map<string, Standing>();
  for (const entry of log) {
    last.set(entry.period, entry);
    const periods = [...last.keys()].sort(comparePeriods);
    let previous: Publication | null = null;
    for (const period of periods) {
      const own = last.get(period) as LogEntry;
      const known = result.get(period);
      if (known?.last !== own || known.previous !== previous) {
        result.set(period, { period, last: own, previous, label: entry.entry });
      }
      if (isPublication(own)) previous = own;
    }
  }
  return result;
};

/**
 * The components of a period's rankings: those that its current publication has, those that its last publication had,
 * withdrawn or not, and all that it ever had.
 */
export const componentsOf = (
  log: readonly LogEntry[],
  period: string,
): { current: string[]; last: string[]; ever: string[] } => {
  const entries = log.filter((entry) => entry.period === period);
  const lists = entries.flatMap(({ components }) => (components ? [components] : []));
  const ever = [...new Set(lists.flat())];
  const last = lists.at(-1) ?? [];
  return { current: isPublication(entries.at(-1)) ? last : [], last, ever };
};
