import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { logger } from '@chi-so/runtime/logger';
import { countingRefusals, record, recorded } from '@chi-so/runtime/metrics';
import { getIndex } from '@chi-so/storage/catalogue';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import { s3 } from '@chi-so/storage/originals';
import { sourceItems } from '@chi-so/storage/sources';
import type { Context } from 'aws-lambda';
import { allowedHostsOf } from './sources/allowed-hosts.ts';
import { connectByTls, resolveByDns } from './sources/connection.ts';
import { fetchDue, type SourceStores } from './sources/fetch-source.ts';
import { guardedFetch } from './sources/guarded-fetch.ts';
import { ingestFetched } from './sources/ingest-fetched.ts';
import { listSources, postFetch, putSource } from './sources/sources.ts';
import type { Stores } from './stores.ts';

/** Fetches files from publishers' own sites: on a schedule, or when somebody asks for it. */

const MAX_BYTES = 8 * 1024 * 1024;
/** Short enough that a check that was asked for is answered before the HTTP API gives up, at 30 seconds. */
const FETCH_TIME = 12_000;
/** No check is begun with less than this left: the fetch, reading the file and writing its drafts. */
const CHECK_TIME = 30_000;

const records = tableOf(dynamoDB(), required('RECORDS_TABLE'));
const drafting: Stores = {
  records,
  rankings: tableOf(dynamoDB(), required('RANKINGS_TABLE')),
  originals: { s3: s3(), name: required('RELEASE_BUCKET') },
  now: () => new Date(),
};

/** Empty where nothing is allowed: then nothing is fetched. */
const allowedHosts = allowedHostsOf(process.env.FETCH_ALLOWED_HOSTS ?? '');

const stores: SourceStores = {
  sources: sourceItems(records),
  fetch: (url, known) =>
    guardedFetch(url, {
      known,
      allowedHosts,
      maxBytes: MAX_BYTES,
      timeoutMs: FETCH_TIME,
      resolve: resolveByDns,
      connect: connectByTls(),
    }),
  ingest: ingestFetched(drafting),
  allowedHosts,
  levelOf: async (index) => (await getIndex(records, index))?.level,
  now: () => new Date(),
};

const routes: Record<RoutesOf<'sources'>, (request: Request) => Promise<Answer>> = {
  'GET /v1/sources': (request) => listSources(stores, request),
  'PUT /v1/sources/{source}': (request) => putSource(stores, request),
  'POST /v1/sources/{source}/fetch': (request) => postFetch(stores, request),
};

const http = countingRefusals(httpHandler(routes));
type HttpEvent = Parameters<typeof http>[0];
type Scheduled = { schedule: 'sources' };

/** Called by the HTTP API, and by the schedule with its own name. */
export const handler = recorded(async (event: HttpEvent | Scheduled, context: Context): Promise<unknown> => {
  if (!('schedule' in event)) return http(event, context);
  const { states, left, failed } = await fetchDue(
    stores,
    context.awsRequestId,
    () => context.getRemainingTimeInMillis() > CHECK_TIME,
  );
  const unsound = failed + states.filter(({ failures }) => failures > 0).length;
  record('SourcesFailed', unsound);
  logger.info('sources checked', { checked: states.length, unsound, left });
  return { checked: states.length, unsound, left };
});
