import { isDeepStrictEqual } from 'node:util';
import { logOf, type ReleaseId, releaseName } from '@chi-so/domain/identity';
import {
  type Cause,
  componentsOf,
  isPublication,
  type LogEntry,
  lastEntryOf,
  type Publication,
} from '@chi-so/domain/log';
import { Problem } from '@chi-so/runtime/problem';
import type { AuditState } from '@chi-so/storage/audit';
import type { Table } from '@chi-so/storage/client';
import { appendEntry, lastLedgerNumber, readLog } from '@chi-so/storage/logs';
import { pause } from '@chi-so/storage/pause';
import { releaseSummary } from '@chi-so/storage/releases';
import { getRevision, type Revision } from '@chi-so/storage/revisions';

/** Who writes an entry, and by which request. */
export type Writer = {
  reason: string | null;
  actor: string;
  request_id: string;
  /** The revision that is to be official; null for a withdrawal. */
  revision: number | null;
  now: () => Date;
};

/** What to append to the log as it stands; or the entry that says it already. */
export type Decision = { revision: Revision | null; cause: Cause } | LogEntry;

/** How often a publication is tried while others are being written. */
const ATTEMPTS = 20;

/**
 * Appends to the log what `decide` says of it. When somebody else has written meanwhile, everything is read and decided
 * again. A retry that finds its own request id in the log has been done already.
 */
export const append = async (
  records: Table,
  release: ReleaseId,
  writer: Writer,
  decide: (log: LogEntry[]) => Decision,
): Promise<LogEntry> => {
  const logId = logOf(release);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const log = await readLog(records, logId);
    const own = log.find(({ request_id, period }) => request_id === writer.request_id && period === release.period);
    if (own) {
      if (own.actor !== writer.actor || own.revision !== writer.revision) throw reusedKey();
      return own;
    }

    const decision = decide(log);
    if ('entry' in decision) return decision;
    const entry = nextEntry(log, release, writer, decision, (await lastLedgerNumber(records)) + 1);
    const written = await appendEntry(records, logId, entry, await summary(records, release, entry, log, decision), {
      at: entry.at,
      actor: entry.actor,
      action: entry.cause,
      target: releaseName(release),
      reason: entry.reason,
      request_id: entry.request_id,
      before: stateOf(lastEntryOf(log, release.period)),
    });
    if (written === 'appended') return entry;
    await pause(attempt);
  }
  throw new Problem(503, 'busy', {
    vi: 'Nhiều công bố đang được ghi cùng lúc; hãy gửi lại',
    en: 'Many publications are being written at once; send it again',
  });
};

const stateOf = (last: LogEntry | undefined): AuditState | null =>
  last ? { entry: last.entry, revision: last.revision } : null;

const nextEntry = (
  log: LogEntry[],
  release: ReleaseId,
  { reason, actor, request_id, now }: Writer,
  { revision, cause }: Exclude<Decision, LogEntry>,
  ledger: number,
): LogEntry => {
  const clock = now().toISOString();
  const last = log.at(-1);
  const { last: known } = componentsOf(log, release.period);
  const components = revision && !sameMembers(revision.components, known) ? revision.components : null;
  return {
    entry: log.length + 1,
    period: release.period,
    revision: revision?.revision ?? null,
    pins: revision?.pins ?? null,
    components,
    touches: touchedBy(revision, lastEntryOf(log, release.period)),
    // Clocks of different machines disagree; the log's time never goes back.
    at: last && last.at > clock ? last.at : clock,
    cause,
    actor,
    reason,
    request_id,
    ledger,
  };
};

/** What the revision changes in what is official; known only where it is a correction of just that. */
const touchedBy = (revision: Revision | null, last: LogEntry | undefined): string[] | null =>
  revision && isPublication(last) && last.entry === revision.base_entry && isDeepStrictEqual(last.pins, revision.pins)
    ? revision.corrects
    : null;

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((member) => b.includes(member));

const summary = async (
  records: Table,
  release: ReleaseId,
  entry: LogEntry,
  log: LogEntry[],
  { revision }: Exclude<Decision, LogEntry>,
) => {
  const shown =
    revision ?? (await getRevision(records, release, (lastEntryOf(log, release.period) as Publication).revision));
  if (!shown) throw new Error(`${releaseName(release)} lacks its official revision`);
  return releaseSummary(release, entry, shown);
};

export const reusedKey = (): Problem =>
  new Problem(422, 'idempotency-key-reused', {
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác',
    en: 'This Idempotency-Key was used for another request',
  });
