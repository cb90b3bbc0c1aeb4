/**
 * Every route of the API, with the function that serves it and the scopes that open it (any one of them; none: open to
 * all). Infrastructure and handlers are both made from this list. It imports nothing, so that synthesis can read it.
 */

export const SCOPES = ['releases:write', 'releases:publish', 'targets:write', 'audit:read', 'catalogue:write'] as const;
export type Scope = (typeof SCOPES)[number];

export type Service =
  | 'query'
  | 'ingestion'
  | 'publication'
  | 'sources'
  | 'targets'
  | 'exports'
  | 'analysis'
  | 'catalogue';
type Route<S extends Service> = { service: S; scopes: readonly Scope[] };

const open = <S extends Service>(service: S): Route<S> => ({ service, scopes: [] });
const needs = <S extends Service>(service: S, ...scopes: Scope[]): Route<S> => ({ service, scopes });

export const ROUTES = {
  'GET /healthz': open('query'),
  'GET /v1/config': open('query'),
  'GET /docs': open('exports'),
  'GET /docs/problems': open('exports'),
  'GET /docs/{file}': open('exports'),
  'GET /v1/openapi.json': open('exports'),
  'GET /v1/indices': open('query'),
  'GET /v1/indices.csv': open('query'),
  'GET /v1/indices/{index}': open('query'),
  'GET /v1/indices/{index}/methodologies/{methodology}': open('query'),
  'GET /v1/unit-sets': open('query'),
  'GET /v1/units': open('query'),
  'GET /v1/units.csv': open('query'),
  'GET /v1/units/resolve': open('query'),
  'GET /v1/units/{unit}': open('query'),
  'GET /v1/units/{unit}/profile': open('query'),
  'GET /v1/rankings/{index}/{period}': open('query'),
  'GET /v1/series': open('query'),
  'GET /v1/series.csv': open('query'),
  'GET /v1/releases': open('query'),
  'GET /v1/releases.csv': open('query'),
  'GET /v1/releases/{index}/{period}': open('query'),
  'GET /v1/releases/{index}/{period}/template.xlsx': open('exports'),
  'GET /v1/changes': open('query'),
  'GET /v1/changes.csv': open('query'),
  'GET /v1/exports/{file}': open('exports'),
  'GET /v1/exports/rankings/{index}/{file}': open('exports'),
  'GET /v1/exports/indices/{file}': open('exports'),
  'GET /v1/exports/analysis/{file}': open('exports'),
  'GET /v1/analysis/decomposition': open('analysis'),
  'GET /v1/analysis/gap': open('analysis'),
  'GET /v1/analysis/what-if': open('analysis'),
  'GET /v1/analysis/movers': open('analysis'),
  'GET /v1/analysis/peers': open('analysis'),
  'GET /v1/analysis/robustness': open('analysis'),
  'GET /v1/analysis/{file}': open('analysis'),
  'GET /v1/exports/notices/{index}/{file}': open('exports'),
  'GET /v1/exports/annexes/{index}/{file}': open('exports'),
  'GET /v1/exports/unit-reports/{index}/{file}': open('exports'),
  'GET /v1/calendar': open('query'),
  'GET /v1/calendar.ics': open('query'),
  'PUT /v1/releases/{index}/{period}': needs('ingestion', 'releases:write'),
  'POST /v1/releases/recognise': needs('ingestion', 'releases:write'),
  'POST /v1/uploads': needs('ingestion', 'releases:write'),
  'PATCH /v1/releases/{index}/{period}/scores': needs('publication', 'releases:write'),
  'GET /v1/drafts/{index}/{period}': needs('publication', 'releases:write', 'releases:publish'),
  'GET /v1/drafts/{index}/{period}/{revision}': needs('publication', 'releases:write', 'releases:publish'),
  'GET /v1/drafts/{index}/{period}/{revision}/diff': needs('publication', 'releases:write', 'releases:publish'),
  'GET /v1/drafts/{index}/{period}/{revision}/ranking': needs('publication', 'releases:write'),
  'POST /v1/releases/{index}/{period}/revisions/{revision}/acknowledge': needs('publication', 'releases:publish'),
  'POST /v1/releases/{index}/{period}/revisions/{revision}/publish': needs('publication', 'releases:publish'),
  'DELETE /v1/releases/{index}/{period}/embargo': needs('publication', 'releases:publish'),
  'POST /v1/releases/{index}/{period}/withdraw': needs('publication', 'releases:publish'),
  'GET /v1/sources': needs('sources', 'releases:write'),
  'PUT /v1/sources/{source}': needs('sources', 'releases:write'),
  'POST /v1/sources/{source}/fetch': needs('sources', 'releases:write'),
  'GET /v1/audit': needs('publication', 'audit:read'),
  'GET /v1/targets/{unit}': needs('targets', 'targets:write'),
  'GET /v1/targets/{unit}/{period}': needs('targets', 'targets:write'),
  'PUT /v1/targets/{unit}/{period}': needs('targets', 'targets:write'),
  'PUT /v1/indices/{index}': needs('catalogue', 'catalogue:write'),
  'PUT /v1/indices/{index}/methodologies/{methodology}': needs('catalogue', 'catalogue:write'),
  'PUT /v1/indices/{index}/layouts/{layout}': needs('catalogue', 'catalogue:write', 'releases:write'),
  'PUT /v1/unit-sets/{set}': needs('catalogue', 'catalogue:write'),
  'PUT /v1/unit-sets/{set}/units/{unit}': needs('catalogue', 'catalogue:write'),
} as const satisfies Record<string, Route<Service>>;

export type RouteKey = keyof typeof ROUTES;

/** Serves what no route fits: it says so, and what might have been meant. Reading is open, so this is too. */
export const NO_ROUTE = '$default';
export const NO_ROUTE_SERVICE = 'query' satisfies Service;

/** The methods by which a route is reached: whatever can be got can be asked for its headers alone. */
export const methodsOf = (route: string): string[] => {
  const [method = ''] = route.split(' ');
  return method === 'GET' ? ['GET', 'HEAD'] : [method];
};

/** The routes of one function: its handler must serve exactly these. */
export type RoutesOf<S extends Service> = {
  [K in RouteKey]: (typeof ROUTES)[K]['service'] extends S ? K : never;
}[RouteKey];
