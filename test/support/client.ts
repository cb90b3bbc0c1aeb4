import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Tables } from '@chi-so/ranking/recompute';
import { tableOf } from '@chi-so/storage/client';

/** What the tests send and read. */

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations of each test
export type Json = any;
type Reply = { status: number; headers: Headers; body: Json };

export type Send = (
  method: string,
  path: string,
  given?: { token?: string; body?: unknown; headers?: Record<string, string> },
) => Promise<Reply>;

export const clientOf =
  (url: string): Send =>
  async (method, path, { token, body, headers } = {}) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url + path, {
      method,
      ...(text === undefined ? {} : { body: text }),
      headers: {
        ...(text === undefined
          ? {}
          : { 'content-type': typeof body === 'string' ? 'application/octet-stream' : 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
    });
    const answer = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(answer) : answer };
  };

export const tablesOf = (dynamodb: { endpoint: string; records: string; rankings: string }): Tables => {
  const db = new DynamoDBClient({
    endpoint: dynamodb.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' },
  });
  return { records: tableOf(db, dynamodb.records), rankings: tableOf(db, dynamodb.rankings) };
};

/** Asks again until the answer is as wanted. Gives the last answer when time is up: the expectation then fails on it. */
export const eventually = async <T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  withinMs = 10_000,
): Promise<T> => {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
