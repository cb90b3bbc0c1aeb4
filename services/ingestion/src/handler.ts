import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { dynamoDB } from '@chi-so/storage/client';
import { s3 } from '@chi-so/storage/originals';
import { patchScores } from './patch-scores.ts';
import { postPublish, postWithdraw } from './publish.ts';
import { putRelease, type Stores } from './put-release.ts';

const stores: Stores = {
  records: { db: dynamoDB(), name: required('RECORDS_TABLE') },
  originals: { s3: s3(), name: required('RELEASE_BUCKET') },
  now: () => new Date(),
};

const routes: Record<RoutesOf<'ingestion'>, (request: Request) => Promise<Answer>> = {
  'PUT /v1/releases/{index}/{period}': (request) => putRelease(stores, request),
  'PATCH /v1/releases/{index}/{period}/scores': (request) => patchScores(stores, request),
  'POST /v1/releases/{index}/{period}/revisions/{revision}/publish': (request) => postPublish(stores, request),
  'POST /v1/releases/{index}/{period}/withdraw': (request) => postWithdraw(stores, request),
};

export const handler = httpHandler(routes);
