import { ORIGIN_SECRET_HEADER } from '@chi-so/contract/headers';
import { SECRET } from '@chi-so/runtime/fixtures';
import { vi } from 'vitest';
import { shippedReleases } from '../bench/shipped-releases.ts';
import type { Json } from './client.ts';
import { overHttp } from './dynamodb-over-http.ts';

/** A handler of the query service before an index as it ships, in memory, behind DynamoDB's own protocol. */

type Handler = (event: Json, context?: Json) => Promise<Json>;

/** What was asked of the tables, and what came of it. */
export type Counted = { status: number; body: Json; reads: Record<string, number>; headers: Record<string, string> };

export const shippedInMemory = async (index: string, unitSet: string, load: () => Promise<unknown>) => {
  const shipped = await shippedReleases(index, unitSet);
  const served = await overHttp(shipped.send);
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', served.endpoint);
  vi.stubEnv('AWS_REGION', 'local');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('RECORDS_TABLE', 'records');
  vi.stubEnv('RANKINGS_TABLE', 'rankings');
  vi.stubEnv('ORIGIN_SECRETS', SECRET);
  const { handler } = (await load()) as { handler: Handler };
  return {
    tables: shipped.stores,
    /** Asks for `/v1/analysis/…`, and counts the reads by what is read. */
    get: async (path: string): Promise<Counted> => {
      shipped.forget();
      const [rawPath = '', rawQueryString = ''] = path.split('?');
      const answer = await handler(
        {
          routeKey: `GET ${rawPath}`,
          rawPath,
          rawQueryString,
          headers: { [ORIGIN_SECRET_HEADER]: SECRET },
          pathParameters: {},
          queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
          requestContext: { requestId: 'r', http: { method: 'GET' } },
        },
        {},
      );
      const reads = shipped.itemised().map(({ what, calls }) => [what, calls] as const);
      const isJson = String(answer.headers['content-type']).includes('json');
      return {
        status: answer.statusCode,
        body: isJson ? JSON.parse(answer.body) : answer.body,
        reads: Object.fromEntries(reads),
        headers: answer.headers,
      };
    },
    stop: (): void => {
      served.stop();
      vi.unstubAllEnvs();
    },
  };
};
