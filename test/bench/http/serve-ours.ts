import { ORIGIN_SECRET_HEADER } from '@chi-so/contract/headers';
import { listening } from './listening.ts';

/**
 * The bundle of the query function behind Node's HTTP server, in the place of API Gateway and Lambda. One route and nothing
 * else: what the gateway does is the same for whoever stands behind it.
 */

type Answer = { statusCode: number; headers: Record<string, string>; body?: string; isBase64Encoded?: boolean };
type Handler = (event: object, context: object) => Promise<Answer>;

const [bundle = ''] = process.argv.slice(2);
const { handler } = (await import(bundle)) as { handler: Handler };

listening(async ({ url = '', headers }, response) => {
  const { pathname, search, searchParams } = new URL(url, 'http://localhost');
  const [, , , index, period] = pathname.split('/');
  const {
    statusCode,
    headers: given,
    body = '',
    isBase64Encoded,
  } = await handler(
    {
      routeKey: 'GET /v1/rankings/{index}/{period}',
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers: { ...headers, [ORIGIN_SECRET_HEADER]: process.env.ORIGIN_SECRETS },
      pathParameters: { index, period },
      queryStringParameters: Object.fromEntries(searchParams),
      requestContext: { requestId: 'bench', http: { method: 'GET' } },
    },
    {},
  );
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(statusCode, statusCode === 304 ? given : { ...given, 'content-length': bytes.length }).end(bytes);
});
