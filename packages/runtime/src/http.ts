import { RETIRED, type Retired } from '@chi-so/contract/retired';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Answer } from './answer.ts';
import { originSecrets, requireOrigin } from './origin-secret.ts';
import { invalidParameter, notFound, Problem } from './problem.ts';
import { problemAnswer } from './problem-answer.ts';
import { type Event, type Request, readRequest } from './request.ts';
import { respond } from './response.ts';
import { retirementHeaders } from './retirement.ts';

/** The HTTP edge of a function: API Gateway is the router, `routeKey` names the route, and errors become problems. */

export type { Answer } from './answer.ts';
export type { Caller, Lang, Request } from './request.ts';

export type Routes = Record<string, (request: Request) => Promise<Answer>>;

type Options = { retired?: readonly Retired[]; secrets?: readonly string[] };

/** The handler of a function that serves some routes (`GET /v1/indices` …); a HEAD is the GET without its body. */
export const httpHandler = (routes: Routes, { retired = RETIRED, secrets = originSecrets() }: Options = {}) => {
  const send = (asked: Request, { routeKey }: Event, answer: Answer): APIGatewayProxyStructuredResultV2 => {
    const { link, ...dates } = retirementHeaders(retired, servedAs(routeKey), asked.query);
    if (!link) return respond(asked, answer);
    const links = [answer.headers?.link, link].filter(Boolean).join(', ');
    return respond(asked, { ...answer, headers: { ...answer.headers, ...dates, link: links } });
  };
  return middy<Event, APIGatewayProxyStructuredResultV2>()
    .onError(async (request) => {
      const asked = readRequest(request.event);
      request.response = send(asked, request.event, await problemAnswer(request.error, asked));
    })
    .handler(async (event) => {
      const asked = readRequest(event);
      requireOrigin(secrets, asked.headers);
      const route = routes[servedAs(event.routeKey)];
      if (!route) throw noSuchRoute(event.rawPath);
      requireKnownLanguage(asked);
      requireNameable(asked);
      return send(asked, event, await route(asked));
    });
};

const servedAs = (routeKey: string): string => routeKey.replace(/^HEAD /, 'GET ');

/** Where nobody says more: the query function knows the routes that there are. */
const noSuchRoute = (path: string): Problem =>
  new Problem(404, 'no-such-route', { vi: `Không có đường dẫn ${path}`, en: `There is no ${path} here` });

/** No id is so long, and no table takes one that is. */
const LONGEST_ID = 200;

/** Parameters that hold one id. */
const OF_IDS = ['index', 'period', 'set', 'edition', 'component', 'group', 'methodology', 'layout', 'parent'];

const requireNameable = ({ path, query }: Request): void => {
  const tooLong = (named: Record<string, string>) =>
    Object.keys(named).find((name) => (named[name] ?? '').length > LONGEST_ID);
  const inPath = tooLong(path);
  if (inPath) throw notFound(`Không có ${inPath} nào tên dài như vậy`, `No ${inPath} has a name as long as that`);
  const asked = tooLong(Object.fromEntries(OF_IDS.flatMap((name) => (query[name] ? [[name, query[name]]] : []))));
  if (asked)
    throw invalidParameter(
      asked,
      `${asked} dài nhất ${LONGEST_ID} ký tự`,
      `${asked} has at most ${LONGEST_ID} characters`,
    );
};

const requireKnownLanguage = ({ query: { lang } }: Request): void => {
  if (lang === undefined || lang === 'vi' || lang === 'en') return;
  throw invalidParameter(
    'lang',
    `lang phải là vi hoặc en, không phải "${lang}"`,
    `lang must be vi or en, not "${lang}"`,
  );
};
