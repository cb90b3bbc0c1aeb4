import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { countingRefusals, recorded } from '@chi-so/runtime/metrics';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import { getPlans, getTargets, type TargetStores } from './targets/get-targets.ts';
import { putTargets } from './targets/put-targets.ts';

/** Plans of provinces: it reads sheets that people fill in, writes plans, and no release passes through it. */

const stores: TargetStores = {
  records: tableOf(dynamoDB(), required('RECORDS_TABLE')),
  rankings: tableOf(dynamoDB(), required('RANKINGS_TABLE')),
  now: () => new Date(),
};

const routes: Record<RoutesOf<'targets'>, (request: Request) => Promise<Answer>> = {
  'GET /v1/targets/{unit}': (request) => getPlans(stores, request),
  'GET /v1/targets/{unit}/{period}': (request) => getTargets(stores, request),
  'PUT /v1/targets/{unit}/{period}': (request) => putTargets(stores, request),
};

export const handler = recorded(countingRefusals(httpHandler(routes)));
