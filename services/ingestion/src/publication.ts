import { isDeepStrictEqual } from 'node:util';
import { type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { baseEntryOf, isPublication, type LogEntry, lastEntryOf } from '@chi-so/domain/log';
import type { Answer } from '@chi-so/runtime/http';
import { invalidRequest, Problem } from '@chi-so/runtime/problem';
import type { Table } from '@chi-so/storage/client';
import type { Revision } from '@chi-so/storage/revisions';
import { append, type Writer } from './append-entry.ts';

/** How a revision becomes official, whoever asks: an upload's author, a correction, an embargo that has ended. */

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

export const ifMatchRequired = (): Problem => {
  const { text } = invalidRequest(
    'Thu hồi hay khôi phục bản cũ cần If-Match: số của mục nhật ký mà bạn đang thấy',
    'Withdrawing or rolling back needs If-Match: the number of the log entry that you see',
  );
  return new Problem(428, 'if-match-required', text);
};
