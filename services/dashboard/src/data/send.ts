import type { Lang } from '@chi-so/contract/ranking-response';
import { readToken } from '../session/token.ts';
import { Failure } from './failure.ts';
import { ACCEPTED, answerTo, apiAddress, forgetKept, jsonOf, type Query } from './get.ts';

/** Requests in the name of whoever is signed in. Where nobody is, they fail as 401 and nothing is asked. */

/** As `get`, of what is not public. */
export const getSigned = async <T>(path: string, query: Query, lang: Lang, signal?: AbortSignal): Promise<T> =>
  jsonOf<T>(await signed(apiAddress(path, query, lang), { headers: ACCEPTED, signal: signal ?? null }));

/** A file that a link cannot lead to, since a link carries no token. */
export const getFile = async (path: string, query: Query, lang: Lang): Promise<Blob> =>
  (await signed(apiAddress(path, query, lang), {})).blob();

export type Sent = {
  /** An object is sent as JSON, bytes as a file. */
  body?: object | Blob;
  /** The base that the sender saw: a log entry. */
  ifMatch?: number;
};

/** Writes. A request that the network repeats is done once. */
export const send = async <T>(
  method: 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  query: Query,
  lang: Lang,
  { body, ifMatch }: Sent = {},
): Promise<T> => {
  const isFile = body instanceof Blob;
  const headers = {
    ...ACCEPTED,
    ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
    'idempotency-key': crypto.randomUUID(),
    ...(ifMatch === undefined ? {} : { 'if-match': String(ifMatch) }),
  };
  const sent = body === undefined || isFile ? (body ?? null) : JSON.stringify(body);
  const answer = await signed(apiAddress(path, query, lang), { method, headers, body: sent });
  forgetKept();
  return jsonOf<T>(answer);
};

const signed = (address: string, request: RequestInit): Promise<Response> => {
  const token = readToken();
  if (token === null) throw new Failure('gateway', 401);
  const headers = { ...(request.headers as Record<string, string>), authorization: `Bearer ${token}` };
  return answerTo(address, { ...request, headers, cache: 'no-store' });
};
