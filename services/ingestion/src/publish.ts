import { isDeepStrictEqual } from 'node:util';
import { PublishBody, WithdrawBody } from '@chi-so/contract/release-body';
import { logOf, type ReleaseId, releaseName } from '@chi-so/domain/identity';
import {
  baseEntryOf,
  type Cause,
  componentsOf,
  isPublication,
  type LogEntry,
  lastEntryOf,
  type Pins,
  type Publication,
} from '@chi-so/domain/log';
import { checkRelease, rowsOf } from '@chi-so/domain/release-check';
import type { Answer, Request } from '@chi-so/runtime/http';
import { jsonBody } from '@chi-so/runtime/json-body';
import { invalidRequest, notFound, Problem } from '@chi-so/runtime/problem';
import { getMethodology, getUnitSet } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import { pause } from '@chi-so/storage/items';
import { appendEntry, lastLedgerNumber, readLog } from '@chi-so/storage/logs';
import { getRevision, type Revision } from '@chi-so/storage/revisions';
import { getScores } from '@chi-so/storage/scores';
import { actorOf, ifMatchOf, requestIdOf } from './caller.ts';
import { refusal, type Stores } from './put-release.ts';
import { oneRelease } from './which-release.ts';

/** `POST …/revisions/{revision}/publish`: a draft becomes official, or an older revision does again (rollback). */
export const postPublish = async ({ records, now }: Stores, request: Request): Promise<Answer> => {
  const { reason, methodology } = jsonBody(PublishBody, request);
  const release = await oneRelease(records, request);
  const number = Number(request.path.revision);
  const revision = Number.isInteger(number) ? await getRevision(records, release, number) : undefined;
  if (!revision) {
    throw notFound(
      `Không có bản ${request.path.revision} của ${releaseName(release)}`,
      `${releaseName(release)} has no revision ${request.path.revision}`,
    );
  }
  const pins = methodology ? await otherPins(records, release, revision, methodology) : revision.pins;
  const entry = await publish(
    records,
    release,
    { ...revision, pins },
    {
      base: ifMatchOf(request),
      reason: reason ?? revision.reason,
      actor: actorOf(request),
      request_id: requestIdOf(request),
      now,
    },
  );
  return publicationAnswer(release, entry);
};

/** The revision's content under another methodology, or another version of its own: it must be sound there too. */
const otherPins = async (
  records: Table,
  release: ReleaseId,
  { pins, manifest, announcement, source }: Revision,
  { methodology: id, version }: { methodology: string; version: number },
): Promise<Pins> => {
  const [methodology, unitSet, units] = await Promise.all([
    getMethodology(records, release.index, id, version),
    getUnitSet(records, release.unit_set, pins.unit_set_version),
    getScores(records, release, manifest),
  ]);
  if (!methodology || !unitSet) {
    throw notFound(
      `Không có phương pháp ${id} bản ${version}`,
      `There is no version ${version} of the methodology ${id}`,
    );
  }
  const findings = checkRelease(
    { release, methodology: id, source, announcement, rows: rowsOf(units) },
    unitSet,
    methodology,
  );
  if (findings.length > 0) throw refusal(findings);
  return { ...pins, methodology: id, methodology_version: version };
};

/** `POST …/withdraw`: nothing is official any more; what was stays readable by revision and as of its time. */
export const postWithdraw = async ({ records, now }: Stores, request: Request): Promise<Answer> => {
  const { reason } = jsonBody(WithdrawBody, request);
  const release = await oneRelease(records, request);
  const base = ifMatchOf(request);
  if (base === undefined) throw ifMatchRequired();
  const entry = await append(
    records,
    release,
    { reason, actor: actorOf(request), request_id: requestIdOf(request), now },
    (log) => {
      const last = lastEntryOf(log, release.period);
      if (!isPublication(last)) throw notPublished(release);
      if (last.entry !== base) throw staleBase(last);
      return { revision: null, cause: 'withdraw' };
    },
  );
  return publicationAnswer(release, entry);
};

export const publicationAnswer = (release: ReleaseId, entry: LogEntry, more: object = {}): Answer => {
  const { revision, at, cause, reason, ledger } = entry;
  return {
    headers: { etag: `"${entry.entry}"` },
    body: {
      data: [{ ...release, entry: entry.entry, revision, at, cause, reason, change: ledger }],
      meta: { status: revision === null ? 'withdrawn' : 'published', ...more },
      next: null,
    },
  };
};

type Writer = { reason: string | null; actor: string; request_id: string; now: () => Date };

/** Makes a revision official on the base that its user saw: `If-Match`, or the base that the draft was made on. */
export const publish = (
  records: Table,
  release: ReleaseId,
  revision: Revision,
  { base, ...writer }: Writer & { base: number | undefined },
): Promise<LogEntry> =>
  append(records, release, writer, (log) => {
    const last = lastEntryOf(log, release.period);
    const isOfficial = isPublication(last) && last.revision === revision.revision;
    const isSamePins = isPublication(last) && isDeepStrictEqual(last.pins, revision.pins);
    if (isOfficial && isSamePins && (base ?? last.entry) === last.entry) return last;

    const wasOfficial = log.some((entry) => entry.period === release.period && entry.revision === revision.revision);
    if (wasOfficial && base === undefined) throw ifMatchRequired();
    if (baseEntryOf(log, release.period) !== (base ?? revision.base_entry)) throw staleBase(last);
    if (isOfficial) return { revision, cause: 'methodology' };
    return { revision, cause: wasOfficial ? 'rollback' : revision.cause === 'correction' ? 'correct' : 'publish' };
  });

/** What to append to the log as it stands; or the entry that says it already. */
type Decision = { revision: Revision | null; cause: Cause } | LogEntry;

/** How often a publication is tried while others are being written. */
const ATTEMPTS = 20;

/**
 * Appends to the log what `decide` says of it. When somebody else has written meanwhile, everything is read and decided
 * again. A retry that finds its own request id in the log has been done already.
 */
const append = async (
  records: Table,
  release: ReleaseId,
  writer: Writer,
  decide: (log: LogEntry[]) => Decision,
): Promise<LogEntry> => {
  const logId = logOf(release);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const log = await readLog(records, logId);
    const own = log.find(({ request_id, period }) => request_id === writer.request_id && period === release.period);
    if (own) return own;

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
    });
    if (written === 'appended') return entry;
    await pause(attempt);
  }
  throw new Problem(503, 'busy', {
    vi: 'Nhiều công bố đang được ghi cùng lúc; hãy gửi lại',
    en: 'Many publications are being written at once; send it again',
  });
};

const nextEntry = (
  log: LogEntry[],
  release: ReleaseId,
  { reason, actor, request_id, now }: Writer,
  { revision, cause }: Exclude<Decision, LogEntry>,
  ledger: number,
): LogEntry => {
  const clock = now().toISOString();
  const last = log.at(-1);
  const { current, ever } = componentsOf(log, release.period);
  const known = current.length > 0 ? current : ever;
  const components = revision && !sameMembers(revision.components, known) ? revision.components : null;
  return {
    entry: log.length + 1,
    period: release.period,
    revision: revision?.revision ?? null,
    pins: revision?.pins ?? null,
    components,
    // Clocks of different machines disagree; the log's time never goes back.
    at: last && last.at > clock ? last.at : clock,
    cause,
    actor,
    reason,
    request_id,
    ledger,
  };
};

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((member) => b.includes(member));

const summary = async (
  records: Table,
  release: ReleaseId,
  { entry, at }: LogEntry,
  log: LogEntry[],
  { revision }: Exclude<Decision, LogEntry>,
) => {
  const shown =
    revision ?? (await getRevision(records, release, (lastEntryOf(log, release.period) as Publication).revision));
  if (!shown) throw new Error(`${releaseName(release)} lacks its official revision`);
  return {
    ...release,
    status: revision ? ('published' as const) : ('withdrawn' as const),
    entry,
    revision: revision?.revision ?? null,
    at,
    title: shown.source.title,
    publisher: shown.source.publisher,
    published_on: shown.source.published_on,
    extent: shown.announcement.extent,
    methodology: shown.pins.methodology,
  };
};

export const staleBase = (last: LogEntry | undefined): Problem =>
  new Problem(
    409,
    'stale-base',
    {
      vi: 'Đợt công bố đã thay đổi sau khi bạn xem; hãy xem lại rồi gửi với If-Match mới',
      en: 'The release has changed since you saw it; look again and send it with the new If-Match',
    },
    { current: last ? { entry: last.entry, revision: last.revision, at: last.at, cause: last.cause } : { entry: 0 } },
  );

export const notPublished = (release: ReleaseId): Problem =>
  new Problem(409, 'not-published', {
    vi: `${releaseName(release)} không có bản nào đang công bố`,
    en: `Nothing of ${releaseName(release)} is published`,
  });

const ifMatchRequired = (): Problem => {
  const { text } = invalidRequest(
    'Thu hồi hay khôi phục bản cũ cần If-Match: số của mục nhật ký mà bạn đang thấy',
    'Withdrawing or rolling back needs If-Match: the number of the log entry that you see',
  );
  return new Problem(428, 'if-match-required', text);
};
