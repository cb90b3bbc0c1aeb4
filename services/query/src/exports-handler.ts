import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import { getTemplate } from './template.ts';

/** Makes files for people: apart from the read API, because writing workbooks weighs more than reading rankings. */

const records = tableOf(dynamoDB(), required('RECORDS_TABLE'));

const routes: Record<RoutesOf<'exports'>, (request: Request) => Promise<Answer>> = {
  'GET /v1/releases/{index}/{period}/template.xlsx': (request) => getTemplate(records, request),
};

export const handler = httpHandler(routes);
