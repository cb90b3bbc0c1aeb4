import type { LogId } from '@chi-so/domain/identity';
import type { LogEntry } from '@chi-so/domain/log';
import { formatOfChange } from '@chi-so/storage/changes';
import type { Table } from '@chi-so/storage/client';
import { FORMAT, putLabelled, wholeDocument } from '@chi-so/storage/labelled';
import { readLog } from '@chi-so/storage/logs';
import { getSeries } from '@chi-so/storage/series';
import { documentsOf } from './documents.ts';
import { type NewestCoverage, newestCoverage } from './newest-coverage.ts';
import { outputsOf } from './outputs.ts';
import { publishedLoader } from './published.ts';

export type Tables = { records: Table; rankings: Table };

export type Outcome = {
  /** How many outputs were put, and how many were found to be as new already. */
  put: number;
  refused: number;
  /** The entries that were not done before. */
  ranked: LogEntry[];
  /** Of the newest ranking, where one of them made it; null where it cannot be read. */
  coverage: NewestCoverage | null;
  /** What could not be read, for the entries that depend on it. */
  degraded: { key: string; fault: string }[];
  /** Entries that were named and that the log does not have. */
  missing: number[];
};

/**
 * Brings everything that follows from the named entries of a log up to date. The log is read whole and consistently. An
 * entry whose change item stands is done, since that is put last: for it nothing is read further and nothing written.
 * What cannot be read stops nobody: what depends on it is marked degraded.
 */
export const recompute = async (
  { records, rankings }: Tables,
  logId: LogId,
  named: readonly number[],
): Promise<Outcome> => {
  const log = await readLog(records, logId);
  const isThere = (number: number) => log[number - 1]?.entry === number;
  const outcome: Outcome = {
    ...{ put: 0, refused: 0, ranked: [], coverage: null, degraded: [] },
    missing: named.filter((number) => !isThere(number)),
  };
  const there = named.filter(isThere);
  const due = there.length > 0 ? await entriesDue(rankings, log, there) : [];
  if (due.length === 0) return outcome;

  const load = publishedLoader(records, logId);
  const numbers = new Set(due.map(({ entry }) => entry));
  const documents = documentsOf({ rankings }, logId, log, ({ entry }) => numbers.has(entry), load);
  const known = async (component: string) =>
    wholeDocument(await getSeries(rankings, logId, component, { consistent: true }));
  for await (const step of outputsOf(logId, log, due, documents, load, known)) {
    for (const { key, degraded } of step) {
      if (degraded !== null) outcome.degraded.push({ key: `${key.pk} ${key.sk}`, fault: degraded });
    }
    for (const result of await Promise.all(step.map((output) => putLabelled(rankings, output)))) outcome[result]++;
  }
  return { ...outcome, ranked: due, coverage: await newestCoverage(logId, log, due, documents) };
};

/**
 * The named entries that are not done, oldest first, with those between them and right before them that are not done
 * either: a stream record that was lost is made good by the next one of its log, and no change item ever stands before
 * an earlier one. What older code has made is done, unless it is named.
 */
const entriesDue = async (rankings: Table, log: readonly LogEntry[], named: readonly number[]): Promise<LogEntry[]> => {
  const range = log.slice(Math.min(...named) - 1, Math.max(...named));
  const formats = await Promise.all(range.map(({ ledger }) => formatOfChange(rankings, ledger)));
  const due = range.filter(({ entry }, i) =>
    named.includes(entry) ? (formats[i] ?? 0) < FORMAT : formats[i] === undefined,
  );
  for (let first = due[0]; first; first = due[0]) {
    const before = log[first.entry - 2];
    if (!before || (await formatOfChange(rankings, before.ledger)) !== undefined) break;
    due.unshift(before);
  }
  return due;
};
