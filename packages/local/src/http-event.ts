import type { IncomingMessage } from 'node:http';
import { decode } from './http-routes.ts';
import { ACCOUNT } from './template-values.ts';

/** What the event needs to know besides the request itself. */
export interface EventContext {
  readonly apiId: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly time: Date;
  /** The claims and scopes of a verified token. */
  readonly jwt:
    | { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null }
    | undefined;
}

/** Builds the event of an HTTP API's Lambda integration, payload format 2.0, as JSON. */
export function lambdaEvent(request: IncomingMessage, body: Buffer, context: EventContext): string {
  const { apiId, routeKey, pathParameters, requestId, time, jwt } = context;
  const method = request.method ?? 'GET';
  const { path, query } = splitTarget(request.url ?? '/');
  const { cookie, ...headers } = flatHeaders(request.rawHeaders);
  const host = headers.host ?? 'localhost';
  const isText = isTextType(headers['content-type']);
  const decodedPath = decodedRawPath(path);
  return JSON.stringify({
    version: '2.0',
    routeKey,
    rawPath: decodedPath,
    rawQueryString: query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/; */).filter((pair) => pair !== '') }),
    headers: {
      ...headers,
      'content-length': String(body.length),
      'x-forwarded-for': request.socket.remoteAddress ?? '127.0.0.1',
      'x-forwarded-port': host.split(':')[1] ?? '80',
      'x-forwarded-proto': 'http',
    },
    ...(query === '' ? {} : { queryStringParameters: queryParameters(query) }),
    requestContext: {
      accountId: ACCOUNT,
      apiId,
      ...(jwt === undefined ? {} : { authorizer: { jwt } }),
      domainName: host,
      domainPrefix: host.split('.')[0],
      http: {
        method,
        path: decodedPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: clfTime(time),
      timeEpoch: time.getTime(),
    },
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  });
}

/** The path and the query of a request target, both as they were sent. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?');
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** API Gateway decodes the path that it passes on, and cuts it at a question mark that appears by that. */
const decodedRawPath = (path: string) => decode(path).split('?')[0] ?? '/';

/**
 * The body is passed on as text for these types only; any other one, forms and a missing type included, is base64.
 * AWS documents no list; this one was published as observed.
 */
const isTextType = (contentType: string | undefined) =>
  /^(text\/.*|application\/(json|xml|javascript))$/i.test((contentType ?? '').split(';')[0]?.trim() ?? '');

/** Names in lower case, repeated ones joined by a comma, cookies by a semicolon. */
function flatHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = rawHeaders[index + 1] ?? '';
    if (isHopByHop(name)) continue;
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before}${name === 'cookie' ? '; ' : ','}${value}`;
  }
  return headers;
}

/** Headers of one connection, which no gateway passes on. */
export const isHopByHop = (name: string) =>
  ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'].includes(name);

function queryParameters(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = Object.hasOwn(parameters, name) ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2026:19:03:58 +0000` */
function clfTime(time: Date): string {
  const [date = '', clock = ''] = time.toISOString().split(/[T.]/);
  const [year, month, day] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock} +0000`;
}
