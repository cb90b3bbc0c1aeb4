import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { ApiDefinition, ApiRoute } from './http-api-template.ts';
import { lambdaEvent, splitTarget } from './http-event.ts';
import {
  type GatewayResponse,
  gatewayError,
  INTERNAL_SERVER_ERROR,
  lambdaResponse,
  sendResponse,
} from './http-response.ts';
import { chooseRoute } from './http-routes.ts';
import { type LocalFunction, RequestTooLargeError } from './lambda-functions.ts';
import { within } from './time-limit.ts';

/** The largest request that an HTTP API takes. */
const PAYLOAD_LIMIT_BYTES = 10 * 1024 * 1024;

/** The most that an HTTP API takes as request line and headers together, for the server's `maxHeaderSize`. */
export const HEADER_LIMIT_BYTES = 10_240;

/**
 * Answers requests as an HTTP API does. Known differences: preflight requests are not throttled, no access log, no TLS; a function's event
 * over Lambda's 6 MB is answered by 413 (AWS documents the limit, not the answer); `authorizer.jwt.scopes` has all
 * scopes of the token.
 */
export function createHttpApi(api: ApiDefinition, log: (line: string) => void) {
  const answer = async (request: IncomingMessage, requestId: string): Promise<GatewayResponse> => {
    const body = await readBody(request);
    if (body === undefined) return gatewayError(413, 'Request Entity Too Large', { connection: 'close' });
    const { path, query } = splitTarget(request.url ?? '/');
    const match = chooseRoute(api.routes, request.method ?? 'GET', path);
    if (match === undefined) return gatewayError(404, 'Not Found');
    const { route, pathParameters } = match;
    if (!route.throttle()) return gatewayError(429, 'Too Many Requests');
    const verdict = await authorize(route, request, query);
    if (verdict !== undefined && !verdict.ok) {
      const message = verdict.status === 401 ? 'Unauthorized' : 'Forbidden';
      return gatewayError(verdict.status, message, { 'www-authenticate': verdict.challenge });
    }
    const event = lambdaEvent(request, body, {
      apiId: api.apiId,
      routeKey: route.pattern.key,
      pathParameters,
      requestId,
      time: new Date(),
      jwt: verdict === undefined ? undefined : { claims: verdict.claims, scopes: verdict.scopes },
    });
    // The gateway gives up; the function goes on until its own limit.
    return within(route.timeoutMs, invoke(route.function, event), () => gatewayError(503, 'Service Unavailable'));
  };

  const invoke = async (target: LocalFunction, event: string): Promise<GatewayResponse> => {
    const result = await target.invoke(event);
    if (result.ok) return lambdaResponse(result.payload);
    log(`${target.settings.name}: ${result.error.errorType}: ${result.error.errorMessage}`);
    return INTERNAL_SERVER_ERROR;
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    const answered = await (api.cors.preflight(request) ?? answer(request, requestId).catch(failed(log)));
    const decorated =
      request.method === 'OPTIONS' && answered.status === 204 ? answered : api.cors.decorate(request, answered);
    sendResponse(response, { ...decorated, headers: { ...decorated.headers, 'apigw-requestid': requestId } });
  };
}

const failed =
  (log: (line: string) => void) =>
  (error: unknown): GatewayResponse => {
    if (error instanceof RequestTooLargeError) return gatewayError(413, 'Request Entity Too Large');
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return INTERNAL_SERVER_ERROR;
  };

async function authorize(route: ApiRoute, request: IncomingMessage, query: string) {
  if (route.authorize === undefined) return undefined;
  const source = {
    header: (name: string) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(',') : value;
    },
    query: (name: string) => new URLSearchParams(query).get(name) ?? undefined,
  };
  return route.authorize(source, route.scopes);
}

/** How long somebody may go on sending what is not taken. */
const DISCARDING_MS = 2000;

/** Whoever is answered while still sending may see a broken connection instead of the answer; some only announce a body. */
async function discard(request: IncomingMessage): Promise<void> {
  request.resume();
  const ended = once(request, 'end').catch(() => {});
  await Promise.race([ended, setTimeout(DISCARDING_MS, undefined, { ref: false })]);
}

/** The whole body, or undefined when it is larger than the gateway takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > PAYLOAD_LIMIT_BYTES) {
    await discard(request);
    return undefined;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > PAYLOAD_LIMIT_BYTES) break;
    chunks.push(chunk);
  }
  if (size <= PAYLOAD_LIMIT_BYTES) return Buffer.concat(chunks);
  await discard(request);
  return undefined;
}
