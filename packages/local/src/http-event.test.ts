import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createCors } from './http-cors.ts';
import { lambdaEvent } from './http-event.ts';
import { lambdaResponse } from './http-response.ts';

const request = (method: string, url: string, headers: Record<string, string | string[]> = {}): IncomingMessage => {
  const rawHeaders = Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((item) => [name, item]));
  const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const socket = { remoteAddress: '127.0.0.1' };
  return Object.assign(Readable.from([]), {
    method,
    url,
    rawHeaders,
    headers: flat,
    httpVersion: '1.1',
    socket,
  }) as unknown as IncomingMessage;
};

const event = (incoming: IncomingMessage, body = '') =>
  JSON.parse(
    lambdaEvent(incoming, Buffer.from(body), {
      apiId: 'api',
      routeKey: 'GET /a/{b}',
      pathParameters: { b: 'Huế' },
      requestId: 'id',
      time: new Date('2026-03-12T19:03:58.390Z'),
      jwt: undefined,
    }),
  );

describe('the event of a request', () => {
  it('has the path decoded, the query as sent, and repeated parameters and headers joined by commas', () => {
    const incoming = request('GET', '/a/Hu%E1%BA%BF?unit=a&unit=b&name=Hu%E1%BA%BF+x&empty', {
      Host: 'localhost:3000',
      Accept: ['text/csv', 'application/json'],
      Cookie: 'a=1; b=2',
      'User-Agent': 'test',
    });
    expect(event(incoming)).toMatchObject({
      version: '2.0',
      routeKey: 'GET /a/{b}',
      rawPath: '/a/Huế',
      rawQueryString: 'unit=a&unit=b&name=Hu%E1%BA%BF+x&empty',
      queryStringParameters: { unit: 'a,b', name: 'Huế x', empty: '' },
      cookies: ['a=1', 'b=2'],
      headers: { accept: 'text/csv,application/json', host: 'localhost:3000' },
      pathParameters: { b: 'Huế' },
      isBase64Encoded: false,
      requestContext: {
        apiId: 'api',
        requestId: 'id',
        stage: '$default',
        time: '12/Mar/2026:19:03:58 +0000',
        timeEpoch: 1773342238390,
        http: { method: 'GET', path: '/a/Huế', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      },
    });
    expect(event(incoming).headers.cookie).toBeUndefined();
  });

  it('leaves out what the request does not have', () => {
    const keys = Object.keys(event(request('GET', '/a')));
    for (const absent of ['body', 'cookies', 'queryStringParameters']) expect(keys).not.toContain(absent);
  });

  it.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/xml', false],
    ['application/octet-stream', true],
    ['application/x-www-form-urlencoded', true],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', true],
    [undefined, true],
  ])('with a body of type %s is Base64: %s', (type, isBase64) => {
    const incoming = request('PUT', '/a', type === undefined ? {} : { 'Content-Type': type });
    const { body, isBase64Encoded } = event(incoming, 'Huế');
    expect(isBase64Encoded).toBe(isBase64);
    expect(body).toBe(isBase64 ? Buffer.from('Huế').toString('base64') : 'Huế');
  });
});

describe('the response of a function', () => {
  const response = (value: unknown) => {
    const { status, headers, body } = lambdaResponse(JSON.stringify(value));
    return { status, headers, body: body.toString() };
  };

  it('is a JSON body with status 200 when it has no statusCode', () => {
    const json = { 'content-type': 'application/json' };
    expect(response({ a: 1 })).toEqual({ status: 200, headers: json, body: '{"a":1}' });
    expect(response('text')).toEqual({ status: 200, headers: json, body: 'text' });
    expect(response(null)).toEqual({ status: 200, headers: json, body: 'null' });
  });

  it('keeps its headers and cookies, in lower case and without those of a connection', () => {
    const headers = {
      ETag: '"x"',
      'Content-Type': 'text/csv',
      Connection: 'close',
      'Content-Length': 7,
      'Cache-Control': 'max-age=60',
    };
    expect(response({ statusCode: 200, headers, cookies: ['a=1', 'b=2'], body: 'x' })).toEqual({
      status: 200,
      headers: { etag: '"x"', 'content-type': 'text/csv', 'cache-control': 'max-age=60', 'set-cookie': ['a=1', 'b=2'] },
      body: 'x',
    });
  });

  it('is decoded when it is Base64', () => {
    const body = Buffer.from([0, 255, 1]);
    const answer = lambdaResponse(
      JSON.stringify({ statusCode: 200, isBase64Encoded: true, body: body.toString('base64') }),
    );
    expect(answer.body).toEqual(body);
  });

  it.each([
    { statusCode: 'abc' },
    { statusCode: 200, body: { a: 1 } },
    { statusCode: 200, headers: 'x' },
    { statusCode: 99 },
  ])('is a 500 when it makes no sense: %j', (value) => {
    expect(response(value)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  });
});

describe('CORS', () => {
  const preflight = (origin: string) =>
    request('OPTIONS', '/a', { Origin: origin, 'Access-Control-Request-Method': 'PUT' });
  const plain = { status: 200, headers: { 'access-control-allow-origin': 'evil', etag: 'x' }, body: Buffer.alloc(0) };

  it('answers a preflight of an allowed origin, and says nothing to another one', () => {
    const cors = createCors({
      AllowOrigins: ['https://a.example'],
      AllowMethods: ['GET', 'PUT'],
      AllowHeaders: ['if-match'],
      MaxAge: 60,
    });
    expect(cors.preflight(preflight('https://a.example'))).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://a.example',
        'access-control-allow-methods': 'GET,PUT',
        'access-control-allow-headers': 'if-match',
        'access-control-max-age': '60',
      },
    });
    expect(cors.preflight(preflight('https://b.example'))).toMatchObject({ status: 204, headers: {} });
    expect(cors.preflight(request('OPTIONS', '/a'))).toBeUndefined();
  });

  it('replaces the headers of the function, and leaves them alone where it is not configured', () => {
    const cors = createCors({ AllowOrigins: ['*'], ExposeHeaders: ['etag', 'location'] });
    expect(cors.decorate(request('GET', '/', { Origin: 'https://a.example' }), plain).headers).toEqual({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag,location',
      etag: 'x',
    });
    expect(cors.decorate(request('GET', '/'), plain).headers).toEqual({ etag: 'x' });
    expect(createCors(undefined).decorate(request('GET', '/'), plain)).toBe(plain);
  });
});
