import { CorrectionBody } from '@chi-so/contract/release-body';
import { logOf, type ReleaseId } from '@chi-so/domain/identity';
import { isPublication, type LogEntry, lastEntryOf } from '@chi-so/domain/log';
import type { Answer, Request } from '@chi-so/runtime/http';
import { jsonBody } from '@chi-so/runtime/json-body';
import { flag, parameters } from '@chi-so/runtime/parameters';
import { Problem } from '@chi-so/runtime/problem';
import type { Table } from '@chi-so/storage/client';
import { readLog } from '@chi-so/storage/logs';
import { pause } from '@chi-so/storage/pause';
import { getRevision } from '@chi-so/storage/revisions';
import { reusedKey } from './append-entry.ts';
import { actorOf, ifMatchOf, requestIdOf, requireScope } from './caller.ts';
import { draftCorrection, sha256Of } from './draft-correction.ts';
import { requireSomebodyElse } from './four-eyes.ts';
import { notPublished, publicationAnswer, publish, staleBase } from './publication.ts';
import { shownFindings } from './report.ts';
import type { Stores } from './stores.ts';
import { oneRelease } from './which-release.ts';

/**
 * `PATCH /v1/releases/{index}/{period}/scores`: corrections to what is published become a draft; with `publish=true`
 * they become official at once. Only the units that change are read and written.
 */
export const patchScores = async (stores: Stores, request: Request): Promise<Answer> => {
  const { publish: asked } = parameters(request.query, ['set', 'edition', 'publish']);
  const wantsPublication = flag('publish', asked);
  if (wantsPublication) {
    requireScope(request, 'releases:publish');
    // At once is by the one who corrects.
    requireSomebodyElse(stores, request, actorOf(request));
  }
  const body = jsonBody(CorrectionBody, request);
  const release = await oneRelease(stores.records, request);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await correct(stores, request, release, body, wantsPublication);
    if (answer !== 'moved') return answer;
    await pause(attempt);
  }
  throw new Problem(503, 'busy', {
    vi: 'Nhiều công bố đang được ghi cùng lúc; hãy gửi lại',
    en: 'Many publications are being written at once; send it again',
  });
};

/** How often a correction of whatever is official is made anew, because that has become something else meanwhile. */
const ATTEMPTS = 10;

/** `moved`: somebody else has published meanwhile, or an earlier try of this very request has. */
const correct = async (
  stores: Stores,
  request: Request,
  release: ReleaseId,
  { reason, scores }: CorrectionBody,
  wantsPublication: boolean,
): Promise<Answer | 'moved'> => {
  const { records, now } = stores;
  const log = await readLog(records, logOf(release));
  const done = log.find((entry) => entry.request_id === requestIdOf(request) && entry.period === release.period);
  if (done) return answerRepeated(records, release, done, request);
  const official = lastEntryOf(log, release.period);
  if (!isPublication(official)) throw notPublished(release);
  if ((ifMatchOf(request) ?? official.entry) !== official.entry) throw staleBase(official);

  const draft = await draftCorrection(stores, request, release, official, reason, scores);
  if (!draft) return publicationAnswer(release, official, { base_entry: official.entry });
  const findings = shownFindings(draft.findings, request.lang);
  if (!wantsPublication) {
    const meta = { revision: draft.revision, status: 'draft', base_entry: official.entry, findings };
    return { status: 201, body: { data: [], meta, next: null } };
  }
  try {
    const entry = await publish(records, release, draft, {
      base: official.entry,
      reason,
      actor: actorOf(request),
      request_id: requestIdOf(request),
      now,
    });
    return publicationAnswer(release, entry, { base_entry: official.entry, findings });
  } catch (error) {
    if (isMoved(error, request)) return 'moved';
    throw error;
  }
};

/** Who names no base corrects what is official, whatever that is by now. */
const isMoved = (error: unknown, request: Request): boolean =>
  error instanceof Problem &&
  (error.code === 'idempotency-key-reused' || (error.code === 'stale-base' && ifMatchOf(request) === undefined));

/** A repeated request gets its first answer; the same key for something else is a mistake of the caller. */
const answerRepeated = async (
  records: Table,
  release: ReleaseId,
  done: LogEntry,
  request: Request,
): Promise<Answer> => {
  const made = done.revision === null ? undefined : await getRevision(records, release, done.revision);
  if (made?.sha256 !== sha256Of(request.body) || done.actor !== actorOf(request)) throw reusedKey();
  return publicationAnswer(release, done, { base_entry: null });
};
