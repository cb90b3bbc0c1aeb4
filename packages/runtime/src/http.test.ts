import { gunzipSync, gzipSync } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Answer } from './answer.ts';
import { event, SECRET } from './fixtures.ts';
import { httpHandler } from './http.ts';
import { logger } from './logger.ts';
import { originSecrets } from './origin-secret.ts';
import { notFound } from './problem.ts';

const secrets = [SECRET];
type Given = Parameters<typeof event>[1];

const rows = { data: Array.from({ length: 100 }, (_, i) => ({ unit: `VN63-${i}`, unit_name: 'Thừa Thiên Huế' })) };
const small = { data: [], meta: {}, next: null };

const ask = async (answer: Answer | Error, routeKey = 'GET /v1/things', given: Given = {}) => {
  const route = async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const http = httpHandler({ 'GET /v1/things': route, 'PUT /v1/things': route, $default: route }, { secrets });
  return (await http(event(routeKey, given), {} as Context)) as APIGatewayProxyStructuredResultV2 & {
    headers: Record<string, string>;
  };
};
const gzip = { 'accept-encoding': 'br, gzip' };

describe('an answer', () => {
  it('of an open route may be kept a minute, has a weak tag, and says what it varies with', async () => {
    const { statusCode, headers, body } = await ask({ body: small });

    expect([statusCode, body]).toEqual([200, JSON.stringify(small)]);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=60, stale-while-revalidate=3600',
      vary: 'accept, accept-language, accept-encoding',
      'access-control-allow-origin': '*',
    });
    expect(headers.etag).toMatch(/^W\/"[\w-]{22}"$/);
  });

  it('that never changes may be kept for ever; one of a token, and one that is not to be kept, nowhere', async () => {
    const cacheOf = async (answer: Answer, given: Given = {}) => {
      const { headers } = await ask(answer, 'GET /v1/things', given);
      return [headers['cache-control'], 'etag' in headers];
    };

    expect(await cacheOf({ body: small, cache: 'fixed' })).toEqual(['public, max-age=31536000, immutable', true]);
    expect(await cacheOf({ body: small, cache: 'none' })).toEqual(['no-store', false]);
    expect(await cacheOf({ body: small }, { claims: { sub: 'lan' } })).toEqual(['no-store', false]);
  });

  it('has another tag in another language, type or content, and the same for the same', async () => {
    const tagOf = async (answer: Answer, lang = 'vi') =>
      (await ask(answer, 'GET /v1/things', { query: { lang } })).headers.etag;
    const plain = await tagOf({ body: small });

    expect(await tagOf({ body: { ...small } })).toBe(plain);
    expect(await tagOf({ body: small }, 'en')).not.toBe(plain);
    expect(await tagOf({ body: rows })).not.toBe(plain);
    expect(await tagOf({ body: small, headers: { 'content-type': 'text/csv' } })).not.toBe(plain);
    expect(await tagOf({ body: small, etag: 'W/"own"' })).toBe('W/"own"');
  });

  it.each([
    ['W/"own"', 304],
    ['"own"', 304],
    ['"a,b", W/"own"', 304],
    ['*', 304],
    ['W/"another"', 200],
    ['own', 200],
  ])('to If-None-Match %s is %i', async (tag, status) => {
    const { statusCode, headers, body } = await ask({ body: rows, etag: 'W/"own"' }, 'GET /v1/things', {
      headers: { 'if-none-match': tag, ...gzip },
    });

    expect(statusCode).toBe(status);
    if (status === 304) {
      expect([body, headers['content-type'], headers['content-encoding']]).toEqual([undefined, undefined, undefined]);
      expect([headers.etag, headers.vary]).toEqual(['W/"own"', 'accept, accept-language, accept-encoding']);
      expect(headers['cache-control']).toContain('max-age=60');
    }
  });

  it('is not said to be known where something was written, or where it is a problem', async () => {
    const headers = { 'if-none-match': '*' };
    expect((await ask({ body: small }, 'PUT /v1/things', { headers })).statusCode).toBe(200);
    expect((await ask(notFound('Không có', 'None'), 'GET /v1/things', { headers })).statusCode).toBe(404);
  });

  it('is compressed for whoever takes gzip, if it is worth it', async () => {
    const sent = await ask({ body: rows }, 'GET /v1/things', { headers: gzip });
    expect(sent.headers['content-encoding']).toBe('gzip');
    expect(sent.isBase64Encoded).toBe(true);
    expect(JSON.parse(gunzipSync(Buffer.from(sent.body ?? '', 'base64')).toString())).toEqual(rows);
    expect(sent.headers.etag).toBe((await ask({ body: rows })).headers.etag);

    for (const [answer, encodings] of [
      [{ body: small }, 'gzip'],
      [{ body: rows }, 'gzip;q=0, br'],
      [{ body: rows }, 'identity'],
      [{ body: Buffer.alloc(5000), headers: { 'content-type': 'application/zip' } }, 'gzip'],
    ] as const) {
      const plain = await ask(answer, 'GET /v1/things', { headers: { 'accept-encoding': encodings } });
      expect(plain.headers['content-encoding']).toBeUndefined();
    }
  });

  it('that is compressed already goes as it is, or unpacked to whoever takes no gzip', async () => {
    const gzipped = gzipSync(JSON.stringify(rows));
    const answer = { body: undefined, gzipped, etag: 'W/"own"' };
    const packed = await ask(answer, 'GET /v1/things', { headers: gzip });
    const plain = await ask(answer);

    expect(packed.body).toBe(gzipped.toString('base64'));
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect([plain.isBase64Encoded, plain.body]).toEqual([false, JSON.stringify(rows)]);
  });

  it('to a HEAD has the headers of the GET and no body', async () => {
    const got = await ask({ body: rows }, 'GET /v1/things', { headers: gzip });
    const head = await ask({ body: rows }, 'HEAD /v1/things', { headers: gzip });

    expect(head).toEqual({ statusCode: 200, headers: got.headers });
  });

  it('larger than Lambda may send is a problem, and none where it is compressed', async () => {
    const huge = { body: { data: 'x'.repeat(7_000_000) } };
    const refused = await ask(huge);

    expect([refused.statusCode, JSON.parse(refused.body ?? '').code]).toEqual([413, 'answer-too-large']);
    expect((await ask(huge, 'GET /v1/things', { headers: gzip })).statusCode).toBe(200);
  });
});

describe('a problem', () => {
  it('has its code, where it is told, the request and a text in the language that was asked for', async () => {
    const { statusCode, headers, body } = await ask(notFound('Không có "x"', 'There is no "x"'), 'GET /v1/things', {
      query: { unit: 'x', lang: 'en' },
    });

    expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect([headers['cache-control'], headers['access-control-allow-origin']]).toEqual(['no-store', '*']);
    expect(JSON.parse(body ?? '')).toEqual({
      type: '/docs/problems#not-found',
      status: 404,
      code: 'not-found',
      title: 'Not found',
      detail: 'There is no "x"',
      instance: '/v1/things?unit=x&lang=en',
      request_id: 'request-1',
    });
  });

  it('of ours tells nothing of the code, which is for the log, and of a busy database when to come again', async () => {
    const [errors, warnings] = [vi.spyOn(logger, 'error'), vi.spyOn(logger, 'warn')];
    for (const spy of [errors, warnings]) spy.mockImplementation(() => undefined);
    onTestFinished(() => void vi.restoreAllMocks());
    const broken = await ask(new TypeError('cannot read x of undefined'));
    const busy = await ask(Object.assign(new Error('slow'), { name: 'ThrottlingException' }));

    expect([broken.statusCode, JSON.parse(broken.body ?? '').code]).toEqual([500, 'internal']);
    expect(errors.mock.calls).toEqual([['request failed', expect.objectContaining({ name: 'TypeError' })]]);
    expect(warnings.mock.calls).toEqual([['request not carried out', expect.objectContaining({ message: 'slow' })]]);
    expect(broken.body).not.toMatch(/undefined|TypeError|\bat \//);
    expect([busy.statusCode, busy.headers['retry-after']]).toEqual([503, '1']);
  });

  it.each(['fr', 'VI', '', 'vi,en'])('is a language that is not spoken here: "%s"', async (lang) => {
    const { statusCode, body } = await ask({ body: small }, 'GET /v1/things', { query: { lang } });

    expect([statusCode, JSON.parse(body ?? '')]).toMatchObject([
      400,
      { code: 'invalid-parameter', errors: [{ parameter: 'lang' }] },
    ]);
  });

  it('is an id that is longer than any: nothing is looked up by it', async () => {
    const long = 'x'.repeat(201);
    const asked = event('GET /v1/things', { query: { set: long } });
    const named = { ...event('GET /v1/things'), pathParameters: { unit: long } };
    const http = httpHandler({ 'GET /v1/things': async () => ({ body: small }) }, { secrets });
    const statusOf = async (one: typeof asked) =>
      ((await http(one, {} as Context)) as APIGatewayProxyStructuredResultV2).statusCode;

    expect([await statusOf(asked), await statusOf(named)]).toEqual([400, 404]);
    expect(await statusOf(event('GET /v1/things', { query: { set: long.slice(1), unit: long } }))).toBe(200);
  });

  it('is a route that the function does not have', async () => {
    const http = httpHandler({}, { secrets });
    const { statusCode } = (await http(event('GET /v1/things'), {} as Context)) as APIGatewayProxyStructuredResultV2;
    expect(statusCode).toBe(404);
  });
});

describe('what is going away', () => {
  const http = httpHandler(
    { 'GET /v1/indices': async () => ({ body: small, headers: { link: '</a>; rel="next"' } }) },
    {
      secrets,
      retired: [
        { route: 'GET /v1/indices', deprecated: '2027-01-01', sunset: '2028-01-01', successor: '/v2/indices' },
        {
          route: 'GET /v1/indices',
          parameter: 'old',
          deprecated: '2026-12-01',
          sunset: '2027-06-01',
          successor: '/docs',
        },
        { route: 'GET /v1/units', deprecated: '2020-01-01', sunset: '2021-01-01', successor: '/v2/units' },
      ],
    },
  );
  const headersOf = async (query: Record<string, string>) =>
    ((await http(event('HEAD /v1/indices', { query }), {} as Context)) as APIGatewayProxyStructuredResultV2).headers;

  it('says so to whoever uses it: since when, until when, and what takes its place', async () => {
    expect(await headersOf({})).toMatchObject({
      deprecation: '@1798761600',
      sunset: 'Sat, 01 Jan 2028 00:00:00 GMT',
      link: '</a>; rel="next", </v2/indices>; rel="successor-version"',
    });
    expect(await headersOf({ old: '1' })).toMatchObject({
      deprecation: '@1796083200',
      sunset: 'Tue, 01 Jun 2027 00:00:00 GMT',
      link: '</a>; rel="next", </docs>; rel="deprecation"',
    });
  });
});

describe('who calls the gateway itself, past CloudFront', () => {
  const statusOf = async (taken: string[], sent?: string) => {
    const http = httpHandler({ 'GET /v1/things': async () => ({ body: small }) }, { secrets: taken });
    const headers = sent === undefined ? {} : { 'x-origin-secret': sent };
    const asked = event('GET /v1/things', { headers: { 'x-origin-secret': '', ...headers } });
    return (await http(asked, {} as Context)) as APIGatewayProxyStructuredResultV2;
  };

  it('is refused, and is not told what would let it in', async () => {
    const { statusCode, body = '', headers } = await statusOf(['new', 'old']);

    expect([statusCode, JSON.parse(body).code, headers?.['cache-control']]).toEqual([403, 'direct-call', 'no-store']);
    expect(body).not.toMatch(/secret|new|old/);
    for (const sent of ['ne', 'new,old', 'neww'])
      expect([sent, (await statusOf(['new'], sent)).statusCode]).toEqual([sent, 403]);
  });

  it('is let in with the secret of now or of before, while CloudFront changes from one to the other', async () => {
    expect((await statusOf(['new', 'old'], 'new')).statusCode).toBe(200);
    expect((await statusOf(['new', 'old'], 'old')).statusCode).toBe(200);
    expect((await statusOf(['newer', 'new'], 'old')).statusCode).toBe(403);
  });

  it('is refused by a function that knows no secret, whatever it sends', async () => {
    expect(originSecrets('')).toEqual([]);
    expect((await statusOf(originSecrets(undefined), '')).statusCode).toBe(403);
  });
});
