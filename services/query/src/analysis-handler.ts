import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { signedTable } from '@chi-so/storage/signed-reads';
import { getAnalysis, getAnalysisFile } from './analysis/analyses.ts';
import type { Tables } from './tables.ts';

/** Takes rankings apart: apart from the read API, so that nobody who only reads waits for what this needs. */

const tables: Tables = {
  records: signedTable(required('RECORDS_TABLE')),
  rankings: signedTable(required('RANKINGS_TABLE')),
};

const routes: Record<RoutesOf<'analysis'>, (request: Request) => Promise<Answer>> = {
  'GET /v1/analysis/decomposition': (request) => getAnalysis(tables, request, 'decomposition'),
  'GET /v1/analysis/gap': (request) => getAnalysis(tables, request, 'gap'),
  'GET /v1/analysis/what-if': (request) => getAnalysis(tables, request, 'what-if'),
  'GET /v1/analysis/movers': (request) => getAnalysis(tables, request, 'movers'),
  'GET /v1/analysis/peers': (request) => getAnalysis(tables, request, 'peers'),
  'GET /v1/analysis/robustness': (request) => getAnalysis(tables, request, 'robustness'),
  'GET /v1/analysis/{file}': (request) => getAnalysisFile(tables, request),
};

export const handler = httpHandler(routes);
