import type { NO_ROUTE, RoutesOf } from '@chi-so/contract/routes';
import { dayInVietnam } from '@chi-so/domain/day';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { signedTable } from '@chi-so/storage/signed-reads';
import { getCalendar, getCalendarFile } from './calendar.ts';
import { getIndexById, getIndices, getMethodologyById, getUnit, getUnitSets, getUnits } from './catalogue.ts';
import { getChanges } from './changes.ts';
import { getConfig } from './config.ts';
import { noSuchRoute } from './no-such-route.ts';
import { getProfile } from './profile.ts';
import { getRankings } from './rankings.ts';
import { getReleaseHistory, getReleases } from './releases.ts';
import { getResolvedUnit } from './resolve.ts';
import { getSeriesOfUnits } from './series.ts';
import type { Tables } from './tables.ts';

/** The public read API: open, plain GET, one small function without the weight that writing needs. */

const tables: Tables = {
  records: signedTable(required('RECORDS_TABLE')),
  rankings: signedTable(required('RANKINGS_TABLE')),
};

const { SIGN_IN_ADDRESS: address, SIGN_IN_CLIENT: client } = process.env;
const signIn = address && client ? { address, client } : null;

const routes: Record<RoutesOf<'query'> | typeof NO_ROUTE, (request: Request) => Promise<Answer>> = {
  'GET /healthz': async () => ({ body: { status: 'ok' }, cache: 'none' }),
  'GET /v1/config': (request) => getConfig(tables, request, dayInVietnam(new Date()), signIn),
  'GET /v1/indices': (request) => getIndices(tables, request),
  'GET /v1/indices.csv': (request) => getIndices(tables, request),
  'GET /v1/indices/{index}': (request) => getIndexById(tables, request),
  'GET /v1/indices/{index}/methodologies/{methodology}': (request) => getMethodologyById(tables, request),
  'GET /v1/unit-sets': (request) => getUnitSets(tables, request),
  'GET /v1/units': (request) => getUnits(tables, request),
  'GET /v1/units.csv': (request) => getUnits(tables, request),
  'GET /v1/units/resolve': (request) => getResolvedUnit(tables, request),
  'GET /v1/units/{unit}': (request) => getUnit(tables, request),
  'GET /v1/units/{unit}/profile': (request) => getProfile(tables, request, new Date()),
  'GET /v1/rankings/{index}/{period}': (request) => getRankings(tables, request, new Date()),
  'GET /v1/series': (request) => getSeriesOfUnits(tables, request),
  'GET /v1/series.csv': (request) => getSeriesOfUnits(tables, request),
  'GET /v1/releases': (request) => getReleases(tables, request),
  'GET /v1/releases.csv': (request) => getReleases(tables, request),
  'GET /v1/releases/{index}/{period}': (request) => getReleaseHistory(tables, request),
  'GET /v1/changes': (request) => getChanges(tables, request),
  'GET /v1/changes.csv': (request) => getChanges(tables, request),
  'GET /v1/calendar': (request) => getCalendar(tables, request, new Date()),
  'GET /v1/calendar.ics': (request) => getCalendarFile(tables, request, new Date()),
  $default: noSuchRoute,
};

export const handler = httpHandler(routes);
