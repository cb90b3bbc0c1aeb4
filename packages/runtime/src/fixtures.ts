import { ORIGIN_SECRET_HEADER } from '@chi-so/contract/headers';
import type { Event } from './request.ts';

/** What CloudFront sends in tests of the edge. */
export const SECRET = 'sent-by-cloudfront';

/** An event as an HTTP API makes it, for tests of the edge. */
export const event = (
  routeKey: string,
  { path = '/v1/things', query = {}, headers = {}, claims }: Partial<Given> = {},
): Event => {
  const [method = 'GET'] = routeKey.startsWith('$') ? ['POST'] : routeKey.split(' ');
  const search = new URLSearchParams(query).toString();
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: search,
    headers: { [ORIGIN_SECRET_HEADER]: SECRET, ...headers },
    ...(search ? { queryStringParameters: query } : {}),
    isBase64Encoded: false,
    requestContext: {
      requestId: 'request-1',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      ...(claims ? { authorizer: { jwt: { claims, scopes: [] } } } : {}),
    },
  } as unknown as Event;
};

type Given = {
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  claims: Record<string, string>;
};
