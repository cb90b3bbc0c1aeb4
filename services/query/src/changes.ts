import type { Answer, Request } from '@chi-so/runtime/http';
import { listChanges } from '@chi-so/storage/changes';
import { parameters, wholeNumber } from './parameters.ts';
import type { Tables } from './tables.ts';

/** Changes of one page: each may list thousands of rows. */
const PAGE = 100;

/** `GET /v1/changes?since=`: what each publication changed, in order and without gaps; replay from 0. */
export const getChanges = async ({ rankings }: Tables, request: Request): Promise<Answer> => {
  const { since = '0', limit = String(PAGE) } = parameters(request.query, ['since', 'limit']);
  const after = wholeNumber('since', since, 0, 9_999_999_999);
  const most = wholeNumber('limit', limit, 1, PAGE);
  const changes = await listChanges(rankings, after, most);
  const last = changes.at(-1)?.id ?? after;
  return {
    body: {
      data: changes,
      meta: { since: after, last },
      next: changes.length === most ? `/v1/changes?since=${last}&limit=${most}` : null,
    },
  };
};
