import { LIMITS } from '@chi-so/contract/limits';
import type { Answer, Request } from '@chi-so/runtime/http';
import { ownedBy } from '@chi-so/runtime/ownership';
import { flag, parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, Problem } from '@chi-so/runtime/problem';
import { getUnitSet } from '@chi-so/storage/catalogue';
import { getObject, headObject } from '@chi-so/storage/originals';
import { actorOf, requestIdOf } from './caller.ts';
import { draftUrl } from './drafts.ts';
import { ingestFile } from './ingest-file.ts';
import { MOST_ROWS, reportMeta, reportRows, unreadable } from './report.ts';
import { SAID, type Said } from './said.ts';
import type { Stores } from './stores.ts';
import { requireOwned } from './which-release.ts';

/** Larger files than a body may be have a way of their own (`POST /v1/uploads`). */
const MAX_BODY = LIMITS.body_bytes;
/** More would not fit into the function's memory with what it inflates to. */
const MAX_UPLOAD = LIMITS.upload_bytes;

/**
 * `PUT /v1/releases/{index}/{period}?set=&edition=&dry_run=&upload=`: a release file becomes a draft revision with what the
 * gates find. The same file on the same base is the same revision.
 */
export const putRelease = async (stores: Stores, request: Request): Promise<Answer> => {
  const { dry_run, upload, ...query } = parameters(request.query, [...SAID, 'dry_run', 'upload']);
  const said: Said = { ...query, ...named(request) };
  // What the address names is refused unread; what only the file names, once it is read.
  if (said.set !== undefined)
    await requireOwned(stores.records, request, { index: said.index ?? '', unit_set: said.set });
  const bytes = await bytesOf(stores, request, upload);
  const { releases, unrecognised } = await ingestFile(
    stores,
    {
      bytes,
      contentType: request.headers['content-type'] ?? 'application/octet-stream',
      said,
      actor: actorOf(request),
      request_id: requestIdOf(request),
      owned: ownedBy(request),
      mayAcknowledge: request.caller?.scopes.includes('releases:publish') ?? false,
    },
    flag('dry_run', dry_run),
  );
  const [report] = releases;
  if (!report) throw unreadable(unrecognised);
  const { release, revision, status, existed } = report;
  const unitSet = await getUnitSet(stores.records, release.unit_set);
  return {
    status: existed || status === 'dry-run' ? 200 : 201,
    ...(revision === null
      ? {}
      : { headers: { location: `/v1/releases/${release.index}/${release.period}/revisions/${revision}` } }),
    body: {
      data: reportRows(report, unitSet, request.lang).slice(0, MOST_ROWS),
      meta: { ...reportMeta(report, request.lang), rows: report.rows.length },
      next: report.rows.length > MOST_ROWS && revision !== null ? draftUrl(release, revision, MOST_ROWS) : null,
    },
  };
};

/** What the path names may not be said otherwise in the query. */
const named = ({ path, query }: Request): Said => {
  if (query.index || query.period) {
    throw invalidRequest('index và period nằm trong địa chỉ', 'index and period are part of the path');
  }
  return { index: path.index ?? '', period: path.period ?? '' };
};

/** The body, or what was uploaded before. @throws Problem 413 for what is too large. */
export const bytesOf = async (
  { originals }: Stores,
  { body }: Request,
  upload: string | undefined,
): Promise<Buffer> => {
  if (upload === undefined) {
    if (body.length > MAX_BODY) {
      throw new Problem(413, 'too-large', {
        vi: 'Tệp lớn hơn 4 MB: hãy gửi qua POST /v1/uploads',
        en: 'The file is larger than 4 MB: send it by POST /v1/uploads',
      });
    }
    return body;
  }
  const key = `uploads/${upload}`;
  const head = /^[0-9a-f-]{36}$/.test(upload) ? await headObject(originals, key) : undefined;
  if (head && head.size > MAX_UPLOAD) throw tooLarge();
  const object = head && (await getObject(originals, key));
  if (!object) {
    throw new Problem(404, 'not-found', {
      vi: `Chưa có tệp nào được tải lên với mã ${upload}`,
      en: `Nothing was uploaded as ${upload}`,
    });
  }
  return Buffer.from(object.bytes);
};

export const tooLarge = (): Problem =>
  new Problem(413, 'too-large', {
    vi: `Tệp lớn hơn ${MAX_UPLOAD / 1024 / 1024} MB`,
    en: `The file is larger than ${MAX_UPLOAD / 1024 / 1024} MB`,
  });

export const isTooLarge = (size: number): boolean => size > MAX_UPLOAD;
