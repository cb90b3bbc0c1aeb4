import { describe, expect, inject, it } from 'vitest';

/** What a stranger may try at the edge: past CloudFront, and by what its cache does not look at. */

const { url, apiUrl, tokens } = inject('stack');

describe('the gateway’s own address', () => {
  it('answers nobody who does not come through CloudFront, on any route, signed in or not', async () => {
    const asked: [string, string, Record<string, string>][] = [
      ['GET', '/v1/rankings/pci/2019', {}],
      ['GET', '/healthz', {}],
      ['GET', '/nowhere', {}],
      ['GET', '/v1/exports/rankings.xlsx?index=pci&period=2019', {}],
      ['GET', '/v1/analysis/movers?index=pci&period=2019', {}],
      ['GET', '/v1/rankings/pci/2019', { 'x-origin-secret': 'guessed' }],
      ['GET', '/v1/drafts/pci/2019', { authorization: `Bearer ${tokens.all}` }],
      ['PUT', '/v1/unit-sets/VN63', { authorization: `Bearer ${tokens.all}` }],
      ['GET', '/v1/targets/VN63-46', { authorization: `Bearer ${tokens.all}` }],
      ['GET', '/v1/sources', { authorization: `Bearer ${tokens.all}` }],
      ['POST', '/v1/uploads', { authorization: `Bearer ${tokens.all}` }],
    ];
    for (const [method, path, headers] of asked) {
      const answer = await fetch(apiUrl + path, { method, headers });
      const { code } = (await answer.json()) as { code: string };
      expect([method, path, answer.status, code]).toEqual([method, path, 403, 'direct-call']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('is the one that CloudFront calls: by the public address the same is answered', async () => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    // What a reader sends by that name does not reach the API.
    expect((await fetch(`${url}/healthz`, { headers: { 'x-origin-secret': 'guessed' } })).status).toBe(200);
  });
});

describe('an answer that a cache keeps', () => {
  const PATHS = [
    '/v1/rankings/pci/2019',
    '/v1/series?index=pci&unit=VN63-46',
    '/v1/releases?index=pci',
    '/v1/config',
    '/v1/units/VN63-46/profile?period=2019',
    '/docs',
    '/v1/nowhere',
  ];

  /** None of them is in the key of the cache, so none of them may change what is kept under it. */
  const UNKEYED: Record<string, string>[] = [
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-proto': 'http', 'x-forwarded-port': '1' },
    { forwarded: 'host=evil.example;proto=http' },
    { 'x-original-url': '/v1/indices', 'x-rewrite-url': '/v1/indices' },
    { 'x-http-method-override': 'DELETE', 'x-method-override': 'PUT' },
    { cookie: 'lang=en; session=1' },
    { referer: 'https://evil.example/<script>' },
    { 'user-agent': '<script>alert(1)</script>' },
    { 'accept-charset': 'utf-7', range: 'bytes=0-3' },
  ];

  it.each(PATHS)('of %s is the same whatever the cache does not look at', async (path) => {
    const plain = await fetch(url + path);
    const expected = [plain.status, plain.headers.get('etag'), await bodyOf(plain)];
    for (const headers of UNKEYED) {
      const answer = await fetch(url + path, { headers });
      expect([headers, answer.status, answer.headers.get('etag'), await bodyOf(answer)]).toEqual([
        headers,
        ...expected,
      ]);
    }
  });

  it('is refused by name where a parameter is not known: none can be added that changes nothing but the key', async () => {
    const answer = await fetch(`${url}/v1/rankings/pci/2019?utm_source=x`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'unknown-parameter']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is kept nowhere when it was given to a token', async () => {
    for (const path of ['/v1/drafts/pci/2019?set=VN63', '/v1/sources', '/v1/targets/VN63-46', '/v1/nowhere']) {
      const answer = await fetch(url + path, { headers: { authorization: `Bearer ${tokens.all}` } });
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
  });
});

/** Every problem has the id of its request in it. */
const bodyOf = async (answer: Response) => (await answer.text()).replace(/"request_id":"[^"]+"/, '');
