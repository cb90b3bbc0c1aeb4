import type { ReleaseChange } from '@chi-so/domain/release-change';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters, wholeNumber } from '@chi-so/runtime/parameters';
import { listChanges } from '@chi-so/storage/changes';
import type { Tables } from './tables.ts';

/** Changes of one page: each may list thousands of rows. */
const PAGE = 100;

/** `GET /v1/changes?since=`: what each publication changed, in order and without gaps; replay from 0. */
export const getChanges = async ({ rankings }: Tables, request: Request): Promise<Answer> => {
  const { since = '0', limit = String(PAGE) } = parameters(request.query, ['since', 'limit']);
  const after = wholeNumber('since', since, 0, 9_999_999_999);
  const most = wholeNumber('limit', limit, 1, PAGE);
  const changes = withinBytes(await listChanges(rankings, after, most));
  const last = changes.at(-1)?.id ?? after;
  return {
    body: {
      data: changes,
      meta: { since: after, last },
      next: changes.length > 0 ? `/v1/changes?since=${last}&limit=${most}` : null,
    },
  };
};

/** A function may answer 6 MB. A page ends before that; there is always one change in it. */
const PAGE_BYTES = 4 * 1024 * 1024;

const withinBytes = (changes: readonly ReleaseChange[]): ReleaseChange[] => {
  let bytes = 0;
  return changes.filter((change, i) => {
    bytes += Buffer.byteLength(JSON.stringify(change));
    return i === 0 || bytes <= PAGE_BYTES;
  });
};
