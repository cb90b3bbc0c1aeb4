import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import { getDocs, getDocsFile, getProblems } from './docs.ts';
import { getAnnex, getNotice, getUnitReport } from './documents/documents.ts';
import { getIndexFile } from './exports/index-file.ts';
import { getAnalysisExport, getListFile, getRankingFile } from './exports/table-file.ts';
import { getOpenApi } from './openapi.ts';
import type { Tables } from './tables.ts';
import { getTemplate } from './template.ts';

/**
 * Makes files and pages for people, and the document for programs: apart from the read API, because these weigh more than
 * reading rankings.
 */

const db = dynamoDB();
const records = tableOf(db, required('RECORDS_TABLE'));
const tables: Tables = { records, rankings: tableOf(db, required('RANKINGS_TABLE')) };

const routes: Record<RoutesOf<'exports'>, (request: Request) => Promise<Answer>> = {
  'GET /docs': getDocs,
  'GET /docs/problems': getProblems,
  'GET /docs/{file}': getDocsFile,
  'GET /v1/openapi.json': getOpenApi,
  'GET /v1/exports/{file}': (request) => getListFile(tables, request),
  'GET /v1/exports/rankings/{index}/{file}': (request) => getRankingFile(tables, request),
  'GET /v1/exports/indices/{file}': (request) => getIndexFile(tables, request),
  'GET /v1/exports/analysis/{file}': (request) => getAnalysisExport(tables, request),
  'GET /v1/exports/notices/{index}/{file}': (request) => getNotice(tables, request),
  'GET /v1/exports/annexes/{index}/{file}': (request) => getAnnex(tables, request),
  'GET /v1/exports/unit-reports/{index}/{file}': (request) => getUnitReport(tables, request),
  'GET /v1/releases/{index}/{period}/template.xlsx': (request) => getTemplate(records, request),
};

export const handler = httpHandler(routes);
