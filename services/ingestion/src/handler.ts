import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { countingRefusals, recorded } from '@chi-so/runtime/metrics';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import { s3 } from '@chi-so/storage/originals';
import type { Context } from 'aws-lambda';
import { landFile, type ObjectCreated } from './landing.ts';
import { putRelease } from './put-release.ts';
import { recogniseFile } from './recognise-file.ts';
import type { Stores } from './stores.ts';
import { postUpload } from './uploads.ts';

/** Reads files of strangers: what a file can do here, it can do to files only. */

const stores: Stores = {
  records: tableOf(dynamoDB(), required('RECORDS_TABLE')),
  rankings: tableOf(dynamoDB(), required('RANKINGS_TABLE')),
  originals: { s3: s3(), name: required('RELEASE_BUCKET') },
  now: () => new Date(),
};

const routes: Record<RoutesOf<'ingestion'>, (request: Request) => Promise<Answer>> = {
  'PUT /v1/releases/{index}/{period}': (request) => putRelease(stores, request),
  'POST /v1/releases/recognise': (request) => recogniseFile(stores, request),
  'POST /v1/uploads': (request) => postUpload(stores, request),
};

const http = countingRefusals(httpHandler(routes));
type HttpEvent = Parameters<typeof http>[0];

/** Called by the HTTP API, and by the bucket when a file lands. */
export const handler = recorded(
  async (event: HttpEvent | ObjectCreated, context: Context): Promise<unknown> =>
    'detail' in event ? landFile(stores, event) : http(event, context),
);
