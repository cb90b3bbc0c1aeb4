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

/** Asks with a file or a body, or about a file that is stored already. Nothing is written. */
export const ask = async <T>(
  method: 'PUT' | 'POST',
  path: string,
  query: Query,
  lang: Lang,
  body?: object | Blob,
): Promise<T> => jsonOf<T>(await signed(apiAddress(path, query, lang), { method, ...contentOf(body) }));

/** Writes. What is sent again because its answer was lost, is done once. */
export const send = async <T>(
  method: 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  query: Query,
  lang: Lang,
  { body, ifMatch }: Sent = {},
): Promise<T> => {
  const content = contentOf(body);
  const address = apiAddress(path, query, lang);
  const intent = intentOf([method, apiAddress(path, query, 'vi'), ifMatch ?? ''].join(' '), content.body);
  const headers = {
    ...content.headers,
    'idempotency-key': intent.idempotencyKey,
    ...(ifMatch === undefined ? {} : { 'if-match': String(ifMatch) }),
  };
  try {
    const answer = await jsonOf<T>(await signed(address, { method, headers, body: content.body }));
    settled(intent);
    forgetKept();
    return answer;
  } catch (error) {
    if (isLost(error)) forgetKept();
    else settled(intent);
    throw error;
  }
};

const contentOf = (body: object | Blob | undefined) => {
  if (body === undefined) return { headers: ACCEPTED, body: null };
  const isFile = body instanceof Blob;
  return {
    headers: { ...ACCEPTED, 'content-type': isFile ? 'application/octet-stream' : 'application/json' },
    body: isFile ? body : JSON.stringify(body),
  };
};

/** Something that somebody wants done, by the key that every attempt at it carries. */
type Intent = { what: string; body: string | Blob | null; idempotencyKey: string };

/** What was sent and not answered for: it may be done already. */
const open = new Set<Intent>();

const intentOf = (what: string, body: Intent['body']): Intent => {
  const known = [...open].find((one) => one.what === what && one.body === body);
  const intent = known ?? { what, body, idempotencyKey: crypto.randomUUID() };
  open.add(intent);
  return intent;
};

/** It was done, or refused for good: whoever sends the same now, wants it anew. */
const settled = (intent: Intent): void => {
  open.delete(intent);
};

/** Whether nobody knows if it was done. */
const isLost = (error: unknown): boolean =>
  !(error instanceof Failure) || error.kind === 'unreadable' || error.status === 0 || error.status >= 500;

const signed = (address: string, request: RequestInit): Promise<Response> => {
  const token = readToken();
  if (token === null) throw new Failure('gateway', 401);
  const headers = { ...(request.headers as Record<string, string>), authorization: `Bearer ${token}` };
  return answerTo(address, { ...request, headers, cache: 'no-store' });
};
