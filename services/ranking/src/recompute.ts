import { type LogId, logName } from '@chi-so/domain/identity';
import { hasChange } from '@chi-so/storage/changes';
import type { Table } from '@chi-so/storage/client';
import { FORMAT, putLabelled } from '@chi-so/storage/labelled';
import { readLog } from '@chi-so/storage/logs';
import { getSeries } from '@chi-so/storage/series';
import { outputsOf } from './outputs.ts';
import { publishedLoader } from './published.ts';

export type Tables = { records: Table; rankings: Table };

/** How many outputs a recompute put, and how many it found to be as new already. */
export type Outcome = { put: number; refused: number };

/**
 * Brings everything that follows from the named entries of a log up to date. The log is read whole and consistently. An
 * entry whose change item stands is done, since that is put last: for it nothing is read further and nothing written.
 *
 * @throws where the log lacks a named entry, or where a revision or score that it speaks of cannot be read.
 */
export const recompute = async (
  { records, rankings }: Tables,
  logId: LogId,
  named: readonly number[],
): Promise<Outcome> => {
  const log = await readLog(records, logId);
  const entries = [...named]
    .sort((a, b) => a - b)
    .map((number) => {
      const entry = log[number - 1];
      if (entry?.entry !== number) throw new Error(`The log ${logName(logId)} lacks entry ${number}`);
      return entry;
    });
  const done = await Promise.all(entries.map(({ ledger }) => hasChange(rankings, ledger)));
  const pending = entries.filter((_, i) => !done[i]);
  const outcome: Outcome = { put: 0, refused: 0 };
  if (pending.length === 0) return outcome;

  const storedSeries = async (component: string) => {
    const stored = await getSeries(rankings, logId, component, { consistent: true });
    return stored?.format === FORMAT ? stored : null;
  };
  const load = publishedLoader(records, logId);
  for await (const step of outputsOf(logId, log, pending, load, storedSeries)) {
    for (const result of await Promise.all(step.map((output) => putLabelled(rankings, output)))) outcome[result]++;
  }
  return outcome;
};
