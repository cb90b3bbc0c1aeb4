import type { IncomingMessage } from 'node:http';
import type { GatewayResponse } from './http-response.ts';
import { asBoolean, asList, isObject, type JsonObject } from './json.ts';

/** The CORS rules of an API. */
export interface Cors {
  /** The answer to a preflight request, or undefined when it is none. */
  readonly preflight: (request: IncomingMessage) => GatewayResponse | undefined;
  /** The response with the API's CORS headers instead of the function's. */
  readonly decorate: (request: IncomingMessage, response: GatewayResponse) => GatewayResponse;
}

/** Makes CORS rules out of an API's `CorsConfiguration`; without one a function answers for itself. */
export function createCors(configuration: unknown): Cors {
  if (!isObject(configuration)) return { preflight: () => undefined, decorate: (_, response) => response };
  const rules = corsRules(configuration);

  const allowOrigin = (origin: string): Record<string, string> => {
    const fits = rules.origins.some(
      (allowed) => allowed === '*' || allowed === origin || matchesScheme(allowed, origin),
    );
    if (!fits) return {};
    return {
      'access-control-allow-origin': rules.origins.includes('*') ? '*' : origin,
      ...(rules.credentials ? { 'access-control-allow-credentials': 'true' } : {}),
    };
  };

  return {
    preflight: ({ method, headers }) => {
      const { origin } = headers;
      if (method !== 'OPTIONS' || origin === undefined || !('access-control-request-method' in headers))
        return undefined;
      const allowed = allowOrigin(origin);
      const details = Object.keys(allowed).length === 0 ? {} : rules.preflightHeaders;
      return { status: 204, headers: { ...allowed, ...details }, body: Buffer.alloc(0) };
    },
    decorate: ({ headers: { origin } }, response) => {
      const own = Object.entries(response.headers).filter(([name]) => !name.startsWith('access-control-'));
      const allowed = origin === undefined ? {} : allowOrigin(origin);
      const exposed = Object.keys(allowed).length === 0 ? {} : rules.exposeHeaders;
      return { ...response, headers: { ...Object.fromEntries(own), ...allowed, ...exposed } };
    },
  };
}

/** `https://*` and `http://*` allow every origin with that scheme. */
const matchesScheme = (allowed: string, origin: string) =>
  allowed.endsWith('://*') && origin.startsWith(allowed.slice(0, -1));

function corsRules(configuration: JsonObject) {
  const list = (name: string) => asList(configuration[name], `CorsConfiguration.${name}`).map(String);
  const header = (name: string, values: readonly string[]) => (values.length === 0 ? {} : { [name]: values.join(',') });
  return {
    origins: list('AllowOrigins'),
    credentials: asBoolean(configuration.AllowCredentials, 'CorsConfiguration.AllowCredentials'),
    exposeHeaders: header('access-control-expose-headers', list('ExposeHeaders')),
    preflightHeaders: {
      ...header('access-control-allow-methods', list('AllowMethods')),
      ...header('access-control-allow-headers', list('AllowHeaders')),
      ...(configuration.MaxAge === undefined ? {} : { 'access-control-max-age': String(configuration.MaxAge) }),
    },
  };
}
