import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import type { Answer } from './answer.ts';
import { logger } from './logger.ts';
import { Problem } from './problem.ts';

/** The HTTP edge of a function: API Gateway is the router, `routeKey` names the route, and errors become problems. */

export type { Answer } from './answer.ts';

export type Lang = 'vi' | 'en';

/** A request, read once. */
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
  url: string;
};

export type Caller = { subject: string; scopes: string[] };

export type Routes = Record<string, (request: Request) => Promise<Answer>>;

type Event = APIGatewayProxyEventV2 & Partial<Pick<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'>>;

/** The handler of a function that serves some routes (`GET /v1/indices` …). */
export const httpHandler = (routes: Routes) =>
  middy<Event, APIGatewayProxyStructuredResultV2>()
    .onError((request) => {
      const { event, error } = request;
      request.response = problemAnswer(error, languageOf(event));
    })
    .handler(async (event) => {
      const route = routes[event.routeKey];
      if (!route) {
        throw new Problem(404, 'no-such-route', {
          vi: `Không có đường dẫn ${event.rawPath}`,
          en: `There is no ${event.rawPath} here`,
        });
      }
      return respond(await route(readRequest(event)));
    });

const readRequest = (event: Event): Request => {
  const { pathParameters, queryStringParameters, headers, body, isBase64Encoded, requestContext } = event;
  return {
    path: defined(pathParameters),
    query: defined(queryStringParameters),
    headers,
    lang: languageOf(event),
    requestId: requestContext.requestId,
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    caller: callerOf(event),
    url: event.rawPath + (event.rawQueryString ? `?${event.rawQueryString}` : ''),
  };
};

const defined = (values: Record<string, string | undefined> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

const callerOf = ({ requestContext }: Event): Caller | undefined => {
  const jwt = (requestContext as APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']).authorizer?.jwt;
  if (!jwt) return undefined;
  const { sub, client_id, scope } = jwt.claims;
  return { subject: String(sub ?? client_id ?? 'unknown'), scopes: String(scope ?? '').split(' ') };
};

/** `lang=`, else the first of Accept-Language that we speak, else Vietnamese. */
const languageOf = (event: Event): Lang => {
  const asked = event.queryStringParameters?.lang;
  if (asked === 'vi' || asked === 'en') return asked;
  const accepted = (event.headers['accept-language'] ?? '').toLowerCase().split(',');
  return accepted.map((range) => range.trim().slice(0, 2)).find((tag) => tag === 'vi' || tag === 'en') === 'en'
    ? 'en'
    : 'vi';
};

const respond = ({ status = 200, headers, body }: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*', ...headers },
  ...(Buffer.isBuffer(body)
    ? { body: body.toString('base64'), isBase64Encoded: true }
    : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
});

const problemAnswer = (error: unknown, lang: Lang): APIGatewayProxyStructuredResultV2 => {
  const problem = error instanceof Problem ? error : unexpected(error);
  return respond({
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body: {
      type: 'about:blank',
      status: problem.status,
      code: problem.code,
      title: problem.text[lang],
      ...problem.more,
      ...(problem.errors.length > 0
        ? {
            errors: problem.errors.map(({ message_vi, message_en, ...place }) => ({
              ...place,
              message: lang === 'vi' ? message_vi : message_en,
            })),
          }
        : {}),
    },
  });
};

/** What passes by itself: the database was slow, busy or between two states for a moment. */
const TRANSIENT =
  /Timeout|Throttl|ProvisionedThroughput|RequestLimit|TransactionInProgress|TransactionCanceled|InternalServer|ServiceUnavailable|Busy/;

/** The caller learns that it failed and whether to try again, the log learns why. */
const unexpected = (error: unknown): Problem => {
  if (error instanceof Error && TRANSIENT.test(error.name)) {
    logger.warn('request not carried out', error);
    return new Problem(503, 'busy', { vi: 'Hệ thống đang bận; hãy gửi lại', en: 'The system is busy; send it again' });
  }
  logger.error('request failed', error as Error);
  return new Problem(500, 'internal', {
    vi: 'Lỗi hệ thống; yêu cầu chưa được thực hiện trọn vẹn, hãy thử lại',
    en: 'Something failed on our side; try again',
  });
};
