import type { Lang } from '@chi-so/contract/ranking-response';
import { readToken } from '../session/token.ts';
import { Failure, failureOf } from './failure.ts';
import { apiAddress, forgetKept, type Query } from './get.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Sent = {
  /** An object is sent as JSON, bytes as a file. */
  body?: object | Blob;
  /** The base that the sender saw: a log entry. */
  ifMatch?: number;
  signal?: AbortSignal;
};

/** Asks the API as whoever is signed in. @throws Failure */
export const send = async <T>(
  method: Method,
  path: string,
  query: Query,
  lang: Lang,
  { body, ifMatch, signal }: Sent = {},
): Promise<T> => {
  const token = readToken();
  const isFile = body instanceof Blob;
  const headers = {
    accept: 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
    // A request that the network repeats is done once.
    ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
    ...(ifMatch === undefined ? {} : { 'if-match': String(ifMatch) }),
  };
  let response: Response;
  try {
    response = await fetch(apiAddress(path, query, lang), {
      method,
      headers,
      body: body === undefined || isFile ? (body ?? null) : JSON.stringify(body),
      cache: 'no-store',
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure(navigator.onLine ? 'unreachable' : 'offline');
  }
  if (!response.ok) throw await failureOf(response);
  if (method !== 'GET') forgetKept();
  return response.json().catch(() => {
    throw new Failure('unreadable');
  });
};
