import { request as httpRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { GATEWAY_ANSWERS } from '@chi-so/contract/gateway-answers';
import { EXPOSED_HEADERS } from '@chi-so/contract/headers';
import { LIMITS } from '@chi-so/contract/limits';
import { ROUTES } from '@chi-so/contract/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, eventually, type Json } from '../support/client.ts';
import { withdrawn } from '../support/withdrawn.ts';
import { writtenStack } from '../support/written-stack.ts';

/** What every answer has in common, over HTTP: tags, methods, compression, origins, and that errors are problems. */
const { url, tokens } = writtenStack();
const send = clientOf(url);

type Raw = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

/** As sent: fetch would unpack, follow and normalise. */
const raw = (method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const asked = httpRequest(url + path, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('error', reject);
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** A body that is said to be so long: the gateway does not wait for it. */
const announced = (bytes: number): Promise<Raw> =>
  raw('POST', '/v1/releases/recognise', { 'content-length': String(bytes), authorization: `Bearer ${tokens.all}` });

/** Open routes by an address that is there in what ships. Those that are not listed here are asked for by their own tests. */
const READS = [
  '/v1/config',
  '/v1/indices',
  '/v1/indices/pci',
  '/v1/indices/pci/methodologies/pci-2013',
  '/v1/unit-sets',
  '/v1/units?set=VN63',
  '/v1/units/VN63-46',
  '/v1/units/resolve?name=TT-Hu%E1%BA%BF',
  '/v1/rankings/pci/2019',
  '/v1/rankings/pci/2019?component=land&lang=en',
  '/v1/rankings/pci/2019?revision=1',
  '/v1/rankings/pci/latest?set=VN63',
  '/v1/rankings/pci/2019?limit=10',
  '/v1/units?set=VN63&limit=10',
  '/v1/series?index=pci&unit=VN63-46',
  '/v1/releases',
  '/v1/releases?index=pci',
  '/v1/releases/pci/2019',
  '/v1/changes?since=0&limit=2',
  '/v1/calendar',
  '/v1/calendar.ics',
];

describe('a read', () => {
  it.each(READS)('%s has a weak tag, and is a 304 without body for whoever has it', async (path) => {
    const first = await raw('GET', path);
    const { etag = '' } = first.headers;
    const again = await raw('GET', path, { 'if-none-match': String(etag) });

    expect([path, first.status]).toEqual([path, 200]);
    expect(etag).toMatch(/^W\/"[^"]+"$/);
    expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+/);
    expect([again.status, again.body.length]).toEqual([304, 0]);
    for (const name of ['etag', 'cache-control', 'vary']) expect(again.headers[name]).toBe(first.headers[name]);
    expect((await raw('GET', path, { 'if-none-match': 'W/"another"' })).status).toBe(200);
  });

  it.each(READS)('%s is the same compressed, and the same as a HEAD but for the body', async (path) => {
    const gzip = { 'accept-encoding': 'gzip' };
    const [plain, packed, head] = [await raw('GET', path), await raw('GET', path, gzip), await raw('HEAD', path, gzip)];
    const isPacked = packed.headers['content-encoding'] === 'gzip';

    expect(isPacked ? gunzipSync(packed.body) : packed.body).toEqual(plain.body);
    expect(isPacked).toBe(plain.body.length >= 1024);
    expect([plain.headers['content-encoding'], packed.headers.etag]).toEqual([undefined, plain.headers.etag]);
    const said = ({ headers: { date: _, 'apigw-requestid': __, 'content-length': ___, ...rest } }: Raw) => rest;
    expect([head.status, head.body.length, said(head)]).toEqual([packed.status, 0, said(packed)]);
  });

  it('of the health of the system is never an old one', async () => {
    const { status, headers } = await raw('GET', '/healthz');
    expect([status, headers['cache-control'], headers.etag]).toEqual([200, 'no-store', undefined]);
  });

  it('that can never change may be kept for ever', async () => {
    const { headers } = await raw('GET', '/v1/rankings/pci/2019?set=VN63&edition=main&revision=1');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('with a token is kept nowhere, by GET and by HEAD; the HEAD asks for the same scope', async () => {
    const path = '/v1/drafts/pci/2019?set=VN63&edition=main';
    const authorization = `Bearer ${tokens.all}`;
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await raw(method, path, { authorization });
      expect([method, status, headers['cache-control'], headers.etag]).toEqual([method, 200, 'no-store', undefined]);
      expect((await raw(method, path)).status).toBe(401);
    }
  });
});

describe('a publication', () => {
  const release = '/v1/releases/pii/2024?set=VN63&edition=edge';
  afterAll(() => withdrawn(send, tokens.all, '/v1/releases/pii/2024', 'set=VN63&edition=edge'));
  const csv = (score: number, rows = `VN63-46,total,${score},A`) =>
    [
      '# index: pii',
      '# period: 2024',
      '# unit_set: VN63',
      '# edition: edge',
      '# methodology: pii-2023',
      '# title: Thử',
      '# publisher: Thử',
      '# kind: publisher',
      '# certainty: confirmed',
      '# document: Thử',
      '# extent: partial',
      '# note: Thử',
      '',
      'unit,component,score,status',
      rows,
    ].join('\n');
  const publish = async (score: number): Promise<Json> => {
    const put = await send('PUT', release, { token: tokens.all, body: csv(score) });
    const { revision, findings } = put.body.meta;
    const rules = [...new Set(findings.filter((one: Json) => one.severity === 'warning').map((one: Json) => one.rule))];
    const at = `/v1/releases/pii/2024/revisions/${revision}`;
    const query = '?set=VN63&edition=edge';
    if (rules.length > 0) {
      await send('POST', `${at}/acknowledge${query}`, { token: tokens.all, body: { rules, reason: 'thử' } });
    }
    const published = await send('POST', `${at}/publish${query}`, { token: tokens.all, body: { reason: 'thử' } });
    expect([put.status, published.status, published.body]).toMatchObject([201, 200, {}]);
    const { change } = published.body.data[0];
    await eventually(
      () => send('GET', `/v1/changes?since=${change - 1}&limit=1`),
      ({ body }) => body.data.length === 1,
      20_000,
    );
    return published.body.data[0];
  };

  const OWN = [
    '/v1/rankings/pii/2024?set=VN63&edition=edge',
    '/v1/rankings/pii/2024?set=VN63&edition=edge&lang=en',
    '/v1/releases/pii/2024?set=VN63&edition=edge',
  ];
  const OF_ALL = ['/v1/config', '/v1/releases', '/v1/releases?index=pii'];
  let since = '';
  beforeAll(async () => {
    const { change } = await publish(41.1);
    since = `/v1/changes?since=${change}`;
  });

  it('changes the tags of its own ranking, its release, the lists and the feed, and of nothing else', async () => {
    const earlier = '/v1/rankings/pii/2024?set=VN63&edition=edge&revision=1';
    const changing = [...OWN, ...OF_ALL, since];
    const staying = READS.filter((path) => !OF_ALL.includes(path)).concat(earlier);
    const tags = async (paths: string[]) =>
      Object.fromEntries(
        await Promise.all(paths.map(async (path) => [path, (await raw('GET', path)).headers.etag] as const)),
      );
    const [before, still] = [await tags(changing), await tags(staying)];
    await publish(42.2);
    const after = await tags(changing);

    expect(Object.values(before)).not.toContain(undefined);
    expect(changing.filter((path) => after[path] === before[path])).toEqual([]);
    expect(await tags(staying)).toEqual(still);
  });
});

describe('a request that goes wrong', () => {
  it.each([
    ['GET', '/', 404, 'no-such-route'],
    ['GET', '/favicon.ico', 404, 'no-such-route'],
    ['GET', '/v1/nothing', 404, 'no-such-route'],
    ['POST', '/v1/nothing', 404, 'no-such-route'],
    ['GET', '/v1/indices/', 404, 'no-such-route'],
    ['GET', '/v1/rankings/pci/2019/x/y', 404, 'no-such-route'],
    ['GET', '/%00', 404, 'no-such-route'],
    ['GET', '/v1/..%2f..%2fetc', 404, 'no-such-route'],
    ['POST', '/v1/indices', 405, 'method-not-allowed'],
    ['PATCH', '/v1/rankings/pci/2019', 405, 'method-not-allowed'],
    ['GET', '/v1/releases/pci/2019/withdraw', 405, 'method-not-allowed'],
    ['GET', '/v1/rankings/pci/2019?yaer=1', 400, 'unknown-parameter'],
    ['GET', '/v1/rankings/pci/2019?lang=fr', 400, 'invalid-parameter'],
    ['GET', '/v1/rankings/pci/2019?constructor=1', 400, 'unknown-parameter'],
    ['GET', '/v1/units/%ff', 404, 'not-found'],
    ['GET', '/v1/indices/%3Cscript%3E', 404, 'not-found'],
    ['GET', `/v1/indices/${'x'.repeat(5000)}`, 404, 'not-found'],
  ])('is a problem, for every origin, never a page and never a stack: %s %.60s', async (method, path, status, code) => {
    const answer = await raw(method, path, { origin: 'https://a.example' });
    const problem = JSON.parse(answer.body.toString());

    expect([answer.status, problem.code, problem.status]).toEqual([status, code, status]);
    expect(problem).toMatchObject({
      type: `/docs/problems#${code}`,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(problem.request_id).toBe(answer.headers['apigw-requestid'] ?? problem.request_id);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-expose-headers']).toBe(EXPOSED_HEADERS.join(','));
    expect(answer.body.toString()).not.toMatch(/<html|<!doctype|\bat .*\.(ts|js|mjs):\d|node:internal/i);
  });

  it('is told in the language that was asked for, the code being the same', async () => {
    const path = '/v1/rankings/pci/2019?yaer=1';
    const vi = await send('GET', path);
    const en = await send('GET', `${path}&lang=en`);
    const accepted = await send('GET', path, { headers: { 'accept-language': 'en-GB' } });

    expect(vi.body.detail).toContain('`yaer`: có phải `period` trong đường dẫn không?');
    expect(en.body.detail).toContain('`yaer`: did you mean `period` of the path?');
    expect(accepted.body.title).toBe(en.body.title);
    expect(new Set([vi.body.code, en.body.code, accepted.body.code]).size).toBe(1);
  });

  it('by its method learns which ones there are', async () => {
    const { status, headers, body } = await send('PATCH', '/v1/indices/pci', { token: tokens.all, body: {} });
    expect([status, headers.get('allow'), body.allow]).toEqual([
      405,
      'GET, HEAD, PUT, OPTIONS',
      ['GET', 'HEAD', 'PUT'],
    ]);
  });

  it('by its path learns which one was meant', async () => {
    const { body } = await send('GET', '/v1/rankins/pci/2019?lang=en');
    expect([body.candidates, body.detail]).toEqual([
      ['/v1/rankings/pci/2019'],
      'There is no /v1/rankins/pci/2019 here: did you mean /v1/rankings/pci/2019?',
    ]);
  });

  it('with a HEAD has the status and the headers, and no body', async () => {
    const { status, headers, body } = await raw('HEAD', '/v1/nothing');
    expect([status, headers['content-type'], body.length]).toEqual([404, 'application/problem+json; charset=utf-8', 0]);
  });
});

describe('another origin', () => {
  it.each(Object.keys(ROUTES))('may ask before %s, without a token', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const answer = await raw('OPTIONS', path.replaceAll(/[{}]/g, ''), {
      origin: 'https://a.example',
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization',
    });
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([204, '*']);
    expect(answer.headers['access-control-allow-headers']).toContain('authorization');
  });

  it('learns the methods of a path by OPTIONS alone', async () => {
    const { status, headers } = await raw('OPTIONS', '/v1/indices/pci');
    expect([status, headers.allow]).toEqual([204, 'GET, HEAD, PUT, OPTIONS']);
  });
});

describe('the configuration', () => {
  it('tells the bounds, what is spoken, and where the data stands', async () => {
    const [config] = (await send('GET', '/v1/config')).body.data;
    const { meta } = (await send('GET', `/v1/changes?since=${config.data_revision}`)).body;

    expect(config).toMatchObject({ languages: ['vi', 'en'], limits: { rows: 5000 }, retired: [] });
    expect(config.unit_sets_in_force).toContain('VN34');
    expect(config.sign_in).toMatchObject({ scope: 'openid', token_endpoint: expect.stringContaining('/oauth2/token') });
    expect(config.unit_sets_in_force).not.toContain('VN63');
    expect(meta.last).toBe(config.data_revision);
  });

  it('tells what the gateway answers by itself, as it does', async () => {
    const told = (await send('GET', '/v1/config')).body.data[0].gateway_answers;
    const gate = async (given: { token?: string; body?: string }) => {
      const { status, headers, body } = await send('POST', '/v1/releases/recognise', given);
      return { status, content_type: headers.get('content-type'), body, challenge: headers.has('www-authenticate') };
    };
    const expected = (status: number) => {
      const { content_type, body, header } = told.find((one: Json) => one.status === status);
      return { status, content_type, body, challenge: header === 'www-authenticate' };
    };

    expect(await gate({})).toEqual(expected(401));
    expect(await gate({ token: tokens.stranger })).toEqual(expected(401));
    expect(await gate({ token: tokens.publish })).toEqual(expected(403));
    const large = await announced(LIMITS.request_bytes + 1);
    expect([large.status, JSON.parse(large.body.toString())]).toEqual([413, expected(413).body]);
    expect(large.headers['content-type']).toBe(expected(413).content_type);
    const long = await raw('GET', '/v1/config', { 'x-long': 'x'.repeat(LIMITS.header_bytes) });
    expect([long.status, expected(431)]).toMatchObject([431, { content_type: null, body: null }]);
    expect(told.map(({ status }: Json) => status)).toEqual(GATEWAY_ANSWERS.map(({ status }) => status));
  });
});
