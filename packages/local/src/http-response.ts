import type { ServerResponse } from 'node:http';
import { isHopByHop } from './http-event.ts';
import { isObject } from './json.ts';

/** A response on its way out. */
export interface GatewayResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** An answer of the gateway itself: AWS gives all of them this shape. */
export const gatewayError = (
  status: number,
  message: string,
  headers: Record<string, string> = {},
): GatewayResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify({ message })),
});

/** What API Gateway says when the function failed or its answer makes no sense. */
export const INTERNAL_SERVER_ERROR = gatewayError(500, 'Internal Server Error');

/**
 * Reads a function's result as payload format 2.0 does: with a `statusCode` it is a response, without one it is the
 * body of a 200.
 */
export function lambdaResponse(payload: string): GatewayResponse {
  const result: unknown = JSON.parse(payload);
  if (!isObject(result) || result.statusCode === undefined) {
    const body = Buffer.from(typeof result === 'string' ? result : payload);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const status = Number(result.statusCode);
  const { body, headers, cookies } = result;
  const isValid =
    Number.isInteger(status) &&
    status >= 100 &&
    status <= 599 &&
    (body === undefined || body === null || typeof body === 'string') &&
    (headers === undefined || headers === null || isObject(headers)) &&
    (cookies === undefined || cookies === null || Array.isArray(cookies));
  if (!isValid) return INTERNAL_SERVER_ERROR;
  const own = Object.entries(headers ?? {})
    .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
    .filter(([name]) => !isHopByHop(name) && name !== 'content-length');
  return {
    status,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(own),
      ...(Array.isArray(cookies) && cookies.length > 0 ? { 'set-cookie': cookies.map(String) } : {}),
    },
    body: Buffer.from(body ?? '', result.isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

/** Sends it; a 204 or 304 has no body and says nothing about one. */
export function sendResponse(response: ServerResponse, { status, headers, body }: GatewayResponse): void {
  const isEmpty = status === 204 || status === 304;
  for (const [name, value] of Object.entries(headers)) {
    if (isEmpty && name === 'content-type' && body.length === 0) continue;
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.writeHead(status, isEmpty ? {} : { 'content-length': String(body.length) });
  response.end(isEmpty ? undefined : body);
}
