import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

/** A request as a route sees it, read once from the event of an HTTP API (payload 2.0). */

export type Lang = 'vi' | 'en';

export type Request = {
  path: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  lang: Lang;
  requestId: string;
  /** Body bytes; empty where there is none. */
  body: Buffer;
  /** Who writes, from the verified token; undefined on open routes. */
  caller: Caller | undefined;
  /** `HEAD` is served as the GET that it stands for, and has no body to make. */
  method: string;
  /** Path and query, as sent. */
  url: string;
};

export type Caller = {
  subject: string;
  scopes: string[];
  /** The unit sets that the token extends to (`VN63-46` …); `*` for every one. */
  unitSets: string[];
};

export type Event = APIGatewayProxyEventV2 & Partial<Pick<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'>>;

export const readRequest = (event: Event): Request => {
  const { pathParameters, queryStringParameters, headers, body, isBase64Encoded, requestContext } = event;
  return {
    path: defined(pathParameters),
    query: defined(queryStringParameters),
    headers,
    lang: languageOf(event),
    requestId: requestContext.requestId,
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    caller: callerOf(event),
    method: requestContext.http.method,
    url: event.rawPath + (event.rawQueryString ? `?${event.rawQueryString}` : ''),
  };
};

/** `lang=`, else the one that Accept-Language prefers of those that we speak, else Vietnamese. */
export const languageOf = (event: Pick<Event, 'headers' | 'queryStringParameters'>): Lang => {
  const asked = event.queryStringParameters?.lang;
  if (asked === 'vi' || asked === 'en') return asked;
  const ranges = (event.headers['accept-language'] ?? '').split(',').flatMap((range) => {
    const [tag = '', weight] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/);
    const lang = tag.slice(0, 2);
    return (lang === 'vi' || lang === 'en') && /^..(-|$)/.test(tag)
      ? [{ lang, weight: Number(weight ?? 1) } as const]
      : [];
  });
  const [best] = ranges.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return best?.lang ?? 'vi';
};

const defined = (values: Record<string, string | undefined> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

const callerOf = ({ requestContext }: Event): Caller | undefined => {
  const jwt = (requestContext as APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']).authorizer?.jwt;
  if (!jwt) return undefined;
  const { scope, scp, unit_sets } = jwt.claims;
  return {
    subject: subjectOf(jwt.claims),
    scopes: wordsOf(scope ?? scp),
    unitSets: wordsOf(unit_sets),
  };
};

/**
 * Who the bearer is, for good. A person of our pool by the name that others know, with what tells two apart who had the
 * same one after each other; of other providers only `sub` is sure to be nobody else's.
 */
const subjectOf = ({ sub, client_id, username, token_use }: Record<string, unknown>): string =>
  token_use === 'access' && username && sub
    ? `${username}~${String(sub).slice(0, 8)}`
    : String(sub ?? client_id ?? 'unknown');

/** A claim of several words; one that was a list arrives from the gateway as `[a b]`. */
const wordsOf = (claim: unknown): string[] =>
  String(claim ?? '')
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[\s,]+/)
    .filter(Boolean);
