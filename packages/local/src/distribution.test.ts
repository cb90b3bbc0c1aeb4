import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fits } from './bucket-deployments.ts';
import { createDistribution } from './distribution.ts';
import { securityHeaders } from './distribution-template.ts';
import { createEdgeFunction } from './edge-function.ts';
import { listen } from './ports.ts';
import type { LocalResource } from './template-values.ts';

const folder = mkdtempSync(join(tmpdir(), 'chi-so-page-'));
const stored = (name: string, content: string, cacheControl: string) => {
  writeFileSync(join(folder, name), content);
  return { path: join(folder, name), cacheControl };
};
const files = new Map([
  ['index.html', stored('index.html', '<p>page</p>', 'no-cache')],
  ['assets/a.js', stored('a.js', '1', 'immutable')],
]);
const rewrite = createEdgeFunction(
  'PageAddress',
  "function handler(event) { if (!event.request.uri.startsWith('/assets/')) event.request.uri = '/index.html'; return event.request; }",
);
const POLICY = {
  logicalId: 'PageHeaders',
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  properties: {
    ResponseHeadersPolicyConfig: {
      Name: 'PageHeaders',
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
        ContentTypeOptions: { Override: true },
      },
    },
  },
} as unknown as LocalResource;
const server = createServer(
  createDistribution(
    [
      {
        origin: 'api',
        fits: (path) => fits('/v1/*', path),
        headers: { 'strict-transport-security': 'max-age=1' },
        sent: { 'x-origin-secret': 'ours' },
      },
      { origin: 'files', fits: () => true, files, rewrite, headers: securityHeaders(POLICY) },
    ],
    ({ rawHeaders }, response) => response.writeHead(418).end(JSON.stringify(rawHeaders)),
  ),
);
const port = await listen(server, 0, '127.0.0.1');
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
const API = 418;

describe('a distribution on one machine', () => {
  it('gives the page to whoever asks for a page, at every address that is not the API’s', async () => {
    for (const path of ['/', '/rankings/pci/2019?unit=VN63-46', '/units/VN63-46.so-noi-vu']) {
      const answer = await get(path, { accept: 'text/html,*/*' });
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      expect(await answer.text()).toBe('<p>page</p>');
    }
    expect((await get('/v1/nothing', { accept: 'text/html' })).status).toBe(API);
  });

  it('gives files that are there to everybody, and all else to the API, whose own address this is too', async () => {
    const script = await get('/assets/a.js');
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript']);
    expect((await get('/assets/b.js')).status).toBe(API);
    expect((await get('/nowhere')).status).toBe(API);
    expect((await get('/', { accept: 'text/html' }, 'POST')).status).toBe(API);
  });

  it('adds the headers of its policy to files, and to nothing of the API', async () => {
    for (const [path, policy] of [
      ['/', "default-src 'self'"],
      ['/v1/nothing', null],
    ] as const) {
      const { headers } = await get(path, { accept: 'text/html' });
      expect([path, headers.get('content-security-policy')]).toEqual([path, policy]);
    }
    expect((await get('/assets/a.js')).headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('sends requests on with the header that its origin has, in the place of what the reader sent by that name', async () => {
    const sent = async (path: string) => {
      const headers: string[] = JSON.parse(await (await get(path, { 'X-Origin-Secret': 'theirs' })).text());
      return headers.filter((_, at) => headers[at - 1]?.toLowerCase() === 'x-origin-secret');
    };

    expect([await sent('/v1/nothing'), await sent('/nowhere')]).toEqual([['ours'], ['ours']]);
    expect((await get('/v1/nothing')).headers.get('strict-transport-security')).toBe('max-age=1');
  });

  it('says when a file is still the same', async () => {
    const etag = (await get('/assets/a.js')).headers.get('etag') ?? '';

    expect((await get('/assets/a.js', { 'if-none-match': etag })).status).toBe(304);
  });
});

describe('a function at the edge', () => {
  it('that answers by itself is refused: it would be silently different on AWS', () => {
    const answers = createEdgeFunction('Answers', 'function handler() { return { statusCode: 302 }; }');

    expect(() => answers({ method: 'GET', uri: '/' })).toThrow(/Answers gives no request/);
  });
});
