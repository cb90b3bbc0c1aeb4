import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { countingRefusals, recorded } from '@chi-so/runtime/metrics';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import { s3 } from '@chi-so/storage/originals';
import type { Context } from 'aws-lambda';
import { postAcknowledge } from './acknowledge.ts';
import { getAudit } from './audit.ts';
import { getDraftRanking } from './draft-ranking.ts';
import { getDiff, getDraft, listDrafts } from './drafts.ts';
import { deleteEmbargo, publishDue } from './embargo.ts';
import { patchScores } from './patch-scores.ts';
import { postPublish, postWithdraw } from './publish.ts';
import type { Stores } from './stores.ts';

/** Small writes of people who decide: no file is read here, so no flood of files is in their way. */

const stores: Stores = {
  records: tableOf(dynamoDB(), required('RECORDS_TABLE')),
  rankings: tableOf(dynamoDB(), required('RANKINGS_TABLE')),
  originals: { s3: s3(), name: required('RELEASE_BUCKET') },
  now: () => new Date(),
  fourEyes: process.env.FOUR_EYES === 'true',
};

const routes: Record<RoutesOf<'publication'>, (request: Request) => Promise<Answer>> = {
  'PATCH /v1/releases/{index}/{period}/scores': (request) => patchScores(stores, request),
  'POST /v1/releases/{index}/{period}/revisions/{revision}/acknowledge': (request) => postAcknowledge(stores, request),
  'POST /v1/releases/{index}/{period}/revisions/{revision}/publish': (request) => postPublish(stores, request),
  'DELETE /v1/releases/{index}/{period}/embargo': (request) => deleteEmbargo(stores, request),
  'POST /v1/releases/{index}/{period}/withdraw': (request) => postWithdraw(stores, request),
  'GET /v1/audit': (request) => getAudit(stores, request),
  'GET /v1/drafts/{index}/{period}': (request) => listDrafts(stores, request),
  'GET /v1/drafts/{index}/{period}/{revision}': (request) => getDraft(stores, request),
  'GET /v1/drafts/{index}/{period}/{revision}/diff': (request) => getDiff(stores, request),
  'GET /v1/drafts/{index}/{period}/{revision}/ranking': (request) => getDraftRanking(stores, request),
};

const http = countingRefusals(httpHandler(routes));
type HttpEvent = Parameters<typeof http>[0];
type Scheduled = { schedule: 'embargoes' };

/** Called by the HTTP API, and every minute for publications whose time has come. */
export const handler = recorded(
  async (event: HttpEvent | Scheduled, context: Context): Promise<unknown> =>
    'schedule' in event ? publishDue(stores) : http(event, context),
);
