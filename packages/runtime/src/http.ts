import { RETIRED, type Retired } from '@chi-so/contract/retired';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Answer } from './answer.ts';
import { invalidParameter, Problem } from './problem.ts';
import { problemAnswer } from './problem-answer.ts';
import { type Event, type Request, readRequest } from './request.ts';
import { respond } from './response.ts';
import { retirementHeaders } from './retirement.ts';

/** The HTTP edge of a function: API Gateway is the router, `routeKey` names the route, and errors become problems. */

export type { Answer } from './answer.ts';
export type { Caller, Lang, Request } from './request.ts';

export type Routes = Record<string, (request: Request) => Promise<Answer>>;

/** The handler of a function that serves some routes (`GET /v1/indices` …); a HEAD is the GET without its body. */
export const httpHandler = (routes: Routes, retired: readonly Retired[] = RETIRED) => {
  const send = (asked: Request, { routeKey }: Event, answer: Answer): APIGatewayProxyStructuredResultV2 => {
    const { link, ...dates } = retirementHeaders(retired, servedAs(routeKey), asked.query);
    if (!link) return respond(asked, answer);
    const links = [answer.headers?.link, link].filter(Boolean).join(', ');
    return respond(asked, { ...answer, headers: { ...answer.headers, ...dates, link: links } });
  };
  return middy<Event, APIGatewayProxyStructuredResultV2>()
    .onError((request) => {
      const asked = readRequest(request.event);
      request.response = send(asked, request.event, problemAnswer(request.error, asked));
    })
    .handler(async (event) => {
      const asked = readRequest(event);
      const route = routes[servedAs(event.routeKey)];
      if (!route) throw noSuchRoute(event.rawPath);
      requireKnownLanguage(asked);
      return send(asked, event, await route(asked));
    });
};

const servedAs = (routeKey: string): string => routeKey.replace(/^HEAD /, 'GET ');

/** Where nobody says more: the query function knows the routes that there are. */
const noSuchRoute = (path: string): Problem =>
  new Problem(404, 'no-such-route', { vi: `Không có đường dẫn ${path}`, en: `There is no ${path} here` });

const requireKnownLanguage = ({ query: { lang } }: Request): void => {
  if (lang === undefined || lang === 'vi' || lang === 'en') return;
  throw invalidParameter(
    'lang',
    `lang phải là vi hoặc en, không phải "${lang}"`,
    `lang must be vi or en, not "${lang}"`,
  );
};
