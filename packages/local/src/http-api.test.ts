import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpApi } from './http-api.ts';
import type { ApiRoute } from './http-api-template.ts';
import { createCors } from './http-cors.ts';
import { parseRouteKey } from './http-routes.ts';
import { createThrottle, type Throttle } from './http-throttle.ts';
import type { LocalFunction } from './lambda-functions.ts';

type Invoke = LocalFunction['invoke'];

let server: Server | undefined;
afterEach(() => new Promise((resolve) => server?.close(resolve)));

const ok: Awaited<ReturnType<Invoke>> = { ok: true, requestId: 'one', payload: '{"statusCode":200,"body":"done"}' };

const serve = async (invoke: Invoke, throttle: Throttle = () => true): Promise<string> => {
  const route: ApiRoute = {
    pattern: parseRouteKey('GET /a'),
    function: { settings: { name: 'one' }, invoke, stop: async () => {} } as unknown as LocalFunction,
    timeoutMs: 40,
    throttle,
    authorize: undefined,
    scopes: [],
  };
  const cors = createCors({ AllowOrigins: ['*'], ExposeHeaders: ['etag'] });
  const handle = createHttpApi({ apiId: 'api', cors, routes: [route] }, () => {});
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const answer = async (url: string, init?: RequestInit) => {
  const response = await fetch(url, init);
  return [response.status, response.headers.get('content-type'), await response.text()];
};
const gateway = (status: number, message: string) => [status, 'application/json', JSON.stringify({ message })];

describe('what the gateway answers by itself', () => {
  it('is 503 to whoever waits for a function longer than the gateway does', async () => {
    const url = await serve(() => new Promise(() => {}));
    expect(await answer(`${url}/a`)).toEqual(gateway(503, 'Service Unavailable'));
  });

  it('is 500 where the function failed', async () => {
    const error = { errorType: 'Error', errorMessage: 'x', trace: [] };
    const url = await serve(async () => ({ ok: false, requestId: 'one', error }));
    expect(await answer(`${url}/a`)).toEqual(gateway(500, 'Internal Server Error'));
  });

  it('is 404 where no route fits and there is no $default, a HEAD of a GET among them', async () => {
    const url = await serve(async () => ok);
    expect(await answer(`${url}/b`)).toEqual(gateway(404, 'Not Found'));
    expect((await answer(`${url}/a`, { method: 'HEAD' }))[0]).toBe(404);
  });

  it('is 429 to what comes faster than the stage lets through, for every origin, before any function is called', async () => {
    let calls = 0;
    const counted: Invoke = async () => {
      calls++;
      return ok;
    };
    const url = await serve(counted, createThrottle({ ThrottlingRateLimit: 0.001, ThrottlingBurstLimit: 1 }));
    const origin = { headers: { origin: 'https://a.example' } };

    expect((await answer(`${url}/a`, origin))[0]).toBe(200);
    expect(await answer(`${url}/a`, origin)).toEqual(gateway(429, 'Too Many Requests'));
    expect((await fetch(`${url}/a`, origin)).headers.get('access-control-allow-origin')).toBe('*');
    expect(calls).toBe(1);
  });
});

describe('a throttle', () => {
  it('lets a burst through at once, and then what its rate brings', () => {
    let time = 0;
    const throttle = createThrottle({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 3 }, () => time);
    const throughAt = (milliseconds: number, asked: number) => {
      time = milliseconds;
      return Array.from({ length: asked }, throttle).filter(Boolean).length;
    };

    expect([throughAt(0, 5), throughAt(50, 1), throughAt(100, 2), throughAt(10_000, 9)]).toEqual([3, 0, 1, 3]);
  });

  it('is none where the stage has no settings', () => {
    const throttle = createThrottle(undefined);
    expect(Array.from({ length: 5000 }, throttle)).not.toContain(false);
  });
});
