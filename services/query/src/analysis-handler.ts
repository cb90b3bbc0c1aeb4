import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { signedTable } from '@chi-so/storage/signed-reads';
import { getAnalysisFile } from './analysis/analyses.ts';
import { getDecomposition } from './analysis/decomposition.ts';
import type { Tables } from './tables.ts';

/** Takes rankings apart: apart from the read API, so that nobody who only reads waits for what this needs. */

const tables: Tables = {
  records: signedTable(required('RECORDS_TABLE')),
  rankings: signedTable(required('RANKINGS_TABLE')),
};

const routes: Record<RoutesOf<'analysis'>, (request: Request) => Promise<Answer>> = {
  'GET /v1/analysis/decomposition': (request) => getDecomposition(tables, request),
  'GET /v1/analysis/{file}': (request) => getAnalysisFile(tables, request),
};

export const handler = httpHandler(routes);
