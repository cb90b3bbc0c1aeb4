import { isDeepStrictEqual } from 'node:util';
import { PublishBody, WithdrawBody } from '@chi-so/contract/release-body';
import { type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { baseEntryOf, isPublication, type LogEntry, lastEntryOf } from '@chi-so/domain/log';
import { checkRelease } from '@chi-so/domain/release-check';
import { componentsOfRelease, rowsOf } from '@chi-so/domain/release-file';
import type { Answer, Request } from '@chi-so/runtime/http';
import { jsonBody } from '@chi-so/runtime/json-body';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound, Problem } from '@chi-so/runtime/problem';
import { getMethodology, getUnitSet } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import { getRevision, type Revision } from '@chi-so/storage/revisions';
import { getScores } from '@chi-so/storage/scores';
import { append, type Writer } from './append-entry.ts';
import { actorOf, ifMatchOf, requestIdOf } from './caller.ts';
import { refusal, type Stores } from './put-release.ts';
import { oneRelease } from './which-release.ts';

/** `POST …/revisions/{revision}/publish`: a draft becomes official, or an older revision does again (rollback). */
export const postPublish = async ({ records, now }: Stores, request: Request): Promise<Answer> => {
  parameters(request.query, ['set', 'edition']);
  const { reason, methodology } = jsonBody(PublishBody, request);
  const number = /^\d{1,6}$/.test(request.path.revision ?? '') ? Number(request.path.revision) : Number.NaN;
  const release = await oneRelease(records, request, async (main) =>
    Number.isNaN(number) ? false : (await getRevision(records, main, number)) !== undefined,
  );
  const revision = Number.isInteger(number) ? await getRevision(records, release, number) : undefined;
  if (!revision) {
    throw notFound(
      `Không có bản ${request.path.revision} của ${releaseName(release)}`,
      `${releaseName(release)} has no revision ${request.path.revision}`,
    );
  }
  const under = methodology ? await underMethodology(records, release, revision, methodology) : revision;
  const entry = await publish(records, release, under, {
    base: ifMatchOf(request),
    reason: reason ?? revision.reason,
    actor: actorOf(request),
    request_id: requestIdOf(request),
    now,
  });
  return publicationAnswer(release, entry);
};

/** The revision's content under another methodology, or another version of its own: it must be sound there too. */
const underMethodology = async (
  records: Table,
  release: ReleaseId,
  revision: Revision,
  { methodology: id, version }: { methodology: string; version: number },
): Promise<Revision> => {
  const { pins, manifest, announcement, source } = revision;
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
  return {
    ...revision,
    pins: { ...pins, methodology: id, methodology_version: version },
    components: componentsOfRelease(methodology, units),
  };
};

/** `POST …/withdraw`: nothing is official any more; what was stays readable by revision and as of its time. */
export const postWithdraw = async ({ records, now }: Stores, request: Request): Promise<Answer> => {
  parameters(request.query, ['set', 'edition']);
  const { reason } = jsonBody(WithdrawBody, request);
  const release = await oneRelease(records, request);
  const base = ifMatchOf(request);
  if (base === undefined) throw ifMatchRequired();
  const entry = await append(
    records,
    release,
    { reason, actor: actorOf(request), request_id: requestIdOf(request), revision: null, now },
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

/** Makes a revision official on the base that its user saw: `If-Match`, or the base that the draft was made on. */
export const publish = (
  records: Table,
  release: ReleaseId,
  revision: Revision,
  { base, ...writer }: Omit<Writer, 'revision'> & { base: number | undefined },
): Promise<LogEntry> =>
  append(records, release, { ...writer, revision: revision.revision }, (log) => {
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
