import type { LogId } from '@chi-so/domain/identity';
import {
  componentsOf,
  isPublication,
  isTouched,
  type LogEntry,
  lastEntryOf,
  logOfComponent,
  standings,
} from '@chi-so/domain/log';
import type { Ranking } from '@chi-so/domain/ranking';
import { actionOf, changedRows, type ReleaseChange } from '@chi-so/domain/release-change';
import { changeOutput } from '@chi-so/storage/changes';
import type { LabelledOutput } from '@chi-so/storage/labelled';
import { UnreadableRecord } from '@chi-so/storage/unreadable-record';
import { type Documents, hasComponent } from './documents.ts';

/** More changed rows than this are counted, not listed: whoever keeps a copy then reads the release again. */
const ROWS_LISTED = 1000;

/** What the entry changed in its own release, and which periods may read differently because of it. */
export const entryChange = async (
  logId: LogId,
  log: readonly LogEntry[],
  entry: LogEntry,
  documents: Documents,
): Promise<LabelledOutput> => {
  const before = lastEntryOf(log, entry.period, entry.entry);
  const { ever } = componentsOf(log.slice(0, entry.entry), entry.period);
  const touched = ever.filter((component) => isTouched(entry, component)).sort();
  const [rows, fault] = await readableRows(async () =>
    changedRows(await rankingsOf(log, before, touched, documents), await rankingsOf(log, entry, touched, documents)),
  );
  const action = fault === null ? actionOf(before, entry) : 'unknown';
  const dirty = [...standings(log.slice(0, entry.entry)).values()].filter(({ label }) => label === entry.entry);
  const change: ReleaseChange = {
    id: entry.ledger,
    ...logId,
    period: entry.period,
    entry: entry.entry,
    at: entry.at,
    cause: entry.cause,
    reason: entry.reason,
    action,
    revision: entry.revision,
    revision_before: before?.revision ?? null,
    periods: dirty.map(({ period }) => period).sort(),
    rows: action === 'revised' ? rows.slice(0, ROWS_LISTED) : [],
    rows_changed: rows.length,
  };
  return changeOutput(change, fault);
};

const readableRows = async <T>(rows: () => Promise<T[]>): Promise<[T[], string | null]> => {
  try {
    return [await rows(), null];
  } catch (error) {
    if (error instanceof UnreadableRecord) return [[], error.message];
    throw error;
  }
};

/** The rankings of some components as they were after an entry; none after a withdrawal, or before everything. */
const rankingsOf = async (
  log: readonly LogEntry[],
  entry: LogEntry | undefined,
  components: readonly string[],
  { document }: Documents,
): Promise<Ranking[]> => {
  if (!isPublication(entry)) return [];
  const rankings = components.map(async (component) => {
    const own = logOfComponent(log.slice(0, entry.entry), component);
    const last = lastEntryOf(own, entry.period);
    if (!isPublication(last) || !hasComponent(log, last, component)) return [];
    return [(await document(last, component)).ranking];
  });
  return (await Promise.all(rankings)).flat();
};
