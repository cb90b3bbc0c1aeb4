import type { Lang } from '@chi-so/contract/ranking-response';
import { readToken } from '../session/token.ts';
import { Failure } from './failure.ts';
import { ACCEPTED, answerTo, apiAddress, jsonOf, type Query } from './get.ts';

/** Requests in the name of whoever is signed in. Where nobody is, they fail as 401 and nothing is asked. */

/** As `get`, of what is not public. */
export const getSigned = async <T>(path: string, query: Query, lang: Lang, signal?: AbortSignal): Promise<T> =>
  jsonOf<T>(await signed(apiAddress(path, query, lang), { headers: ACCEPTED, signal: signal ?? null }));

/** A file that a link cannot lead to, since a link carries no token. */
export const getFile = async (path: string, query: Query, lang: Lang): Promise<Blob> =>
  (await signed(apiAddress(path, query, lang), {})).blob();

/** Sends a file as it is, or an object as JSON. */
export const send = async <T>(
  method: 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  query: Query,
  lang: Lang,
  { body, headers }: { body?: Blob | object; headers?: Record<string, string> } = {},
): Promise<T> => {
  const isFile = body instanceof Blob;
  const type = isFile ? 'application/octet-stream' : 'application/json';
  return jsonOf<T>(
    await signed(apiAddress(path, query, lang), {
      method,
      headers: { ...ACCEPTED, ...(body ? { 'content-type': type } : {}), ...headers },
      body: isFile ? body : body ? JSON.stringify(body) : null,
    }),
  );
};

const signed = (address: string, request: RequestInit): Promise<Response> => {
  const token = readToken();
  if (token === null) throw new Failure('gateway', 401);
  const headers = { ...(request.headers as Record<string, string>), authorization: `Bearer ${token}` };
  return answerTo(address, { ...request, headers });
};
