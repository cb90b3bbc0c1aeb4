import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROUTES, type RouteKey } from '@chi-so/contract/routes';
import { putLabelled } from '@chi-so/storage/labelled';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { madeRankings } from './bench/made-rankings.ts';
import { shippedReleases } from './bench/shipped-releases.ts';
import { bundle } from './support/bundle.ts';
import type { Json } from './support/client.ts';
import { overHttp } from './support/dynamodb-over-http.ts';

/** What the lean function reads for each of its routes: the shipped PCI, in memory, behind DynamoDB's own protocol. */

type Shipped = Awaited<ReturnType<typeof shippedReleases>>;
let shipped: Shipped;
let stop: () => void;
let handler: (event: Json, context?: Json) => Promise<Json>;

beforeAll(async () => {
  shipped = await shippedReleases('pci', 'VN63');
  for (const output of Object.values(madeRankings(3400))) await putLabelled(shipped.stores.rankings, output);
  const served = await overHttp(shipped.send);
  stop = served.stop;
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', served.endpoint);
  vi.stubEnv('AWS_REGION', 'local');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('RECORDS_TABLE', 'records');
  vi.stubEnv('RANKINGS_TABLE', 'rankings');
  ({ handler } = (await import('@chi-so/query/handler')) as unknown as { handler: typeof handler });
});
afterAll(() => {
  stop();
  vi.unstubAllEnvs();
});

/** Asks the handler and counts: how many calls, how many read request units. */
const asked = async (route: RouteKey, path: Record<string, string>, query: Record<string, string> = {}) => {
  shipped.forget();
  const rawPath = Object.entries(path).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    route.replace(/^\S+ /, ''),
  );
  const answer = await handler(
    {
      routeKey: route,
      rawPath,
      rawQueryString: new URLSearchParams(query).toString(),
      headers: { 'accept-encoding': 'gzip' },
      pathParameters: path,
      queryStringParameters: query,
      requestContext: { requestId: 'r', http: { method: 'GET' } },
    },
    {},
  );
  const lines = shipped.itemised();
  const bytes = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8'),
    calls: lines.reduce((sum, { calls }) => sum + calls, 0),
    units: lines.reduce((sum, { read }) => sum + read, 0),
  };
};

const RANKINGS = 'GET /v1/rankings/{index}/{period}';
const PCI = { index: 'pci', period: '2019' };
const WHOLE = { set: 'VN63', edition: 'main' };
const BIG = { index: 'made-up', period: '2019' };
const SERIES = { index: 'pci', unit: Array.from({ length: 20 }, (_, i) => `VN63-${10 + i}`).join(',') };

type Case = [what: string, route: RouteKey, path: Record<string, string>, query: Record<string, string>, most: number];

/** Answered by one GetItem or one Query, for at most so many read request units. */
const ONE_READ: Case[] = [
  ['whoever names index and period', RANKINGS, PCI, { lang: 'vi' }, 0.5],
  ['the release named whole', RANKINGS, PCI, WHOLE, 0.5],
  ['the release by its set alone', RANKINGS, PCI, { set: 'VN63' }, 0.5],
  ['the release by its edition alone', RANKINGS, PCI, { edition: 'main' }, 0.5],
  ['English', RANKINGS, PCI, { ...WHOLE, lang: 'en' }, 0.5],
  ['English, the set left out', RANKINGS, PCI, { lang: 'en' }, 0.5],
  ['CSV', RANKINGS, PCI, { ...WHOLE, format: 'csv' }, 0.5],
  ['CSV by its suffix, the set left out', RANKINGS, { index: 'pci', period: '2019.csv' }, {}, 0.5],
  ['a component', RANKINGS, PCI, { ...WHOLE, component: 'land' }, 0.5],
  ['a component, the set left out', RANKINGS, PCI, { component: 'land' }, 0.5],
  ['a group', RANKINGS, PCI, { ...WHOLE, group: 'red-river-delta' }, 0.5],
  ['every component', RANKINGS, PCI, { ...WHOLE, component: '*' }, 5],
  ['every component, the set left out', RANKINGS, PCI, { component: '*' }, 5],
  ['a revision', RANKINGS, PCI, { ...WHOLE, revision: '1' }, 0.5],
  ['an instant', RANKINGS, PCI, { ...WHOLE, as_of: '2026-03-02' }, 0.5],
  ['a component of 3,400 units', RANKINGS, BIG, { lang: 'en' }, 10],
  ['3,400 units as CSV', RANKINGS, BIG, { format: 'csv' }, 10],
  ['20 units over all periods', 'GET /v1/series', {}, SERIES, 2],
  ['20 units over all periods, as CSV', 'GET /v1/series.csv', {}, SERIES, 2],
  ['the first changes', 'GET /v1/changes', {}, { limit: '5' }, 20],
  ['the first changes, as CSV', 'GET /v1/changes.csv', {}, { limit: '5' }, 20],
  ['which indices there are', 'GET /v1/indices', {}, {}, 2],
  ['which indices there are, as CSV', 'GET /v1/indices.csv', {}, {}, 2],
  [
    'a methodology',
    'GET /v1/indices/{index}/methodologies/{methodology}',
    { index: 'pci', methodology: 'pci-2013' },
    {},
    1,
  ],
  ['which unit sets there are', 'GET /v1/unit-sets', {}, {}, 1],
  ['the units of a set', 'GET /v1/units', {}, { set: 'VN63' }, 3],
  ['the units of a set, as CSV', 'GET /v1/units.csv', {}, { set: 'VN63' }, 3],
  ['the releases of an index', 'GET /v1/releases', {}, { index: 'pci' }, 2],
  ['the releases of an index, as CSV', 'GET /v1/releases.csv', {}, { index: 'pci' }, 2],
];

/** Put together of several things: so many reads, most of them side by side. */
const MORE_READS: Case[] = [
  ['the latest period: which one it is, and its ranking', RANKINGS, { index: 'pci', period: 'latest' }, {}, 2],
  ['a revision whose set is left out', RANKINGS, PCI, { revision: '1' }, 2],
  ['an index, with its methodologies', 'GET /v1/indices/{index}', { index: 'pci' }, {}, 2],
  ['a unit, with what it came from', 'GET /v1/units/{unit}', { unit: 'VN63-46' }, {}, 2],
  ['a name, in every set in force', 'GET /v1/units/resolve', {}, { name: 'TT-Huế' }, 2],
  ['where the data stands', 'GET /v1/config', {}, {}, 2],
  ['the releases of every index', 'GET /v1/releases', {}, {}, 2],
  ['where a release comes from', 'GET /v1/releases/{index}/{period}', PCI, {}, 3],
  ['the calendar of every index', 'GET /v1/calendar', {}, {}, 3],
  [
    'a series on the basis of one set: all series by one Query, and how the units of each set came from others',
    'GET /v1/series',
    {},
    { index: 'pci', unit: 'VN63-46,VN63-48', basis: 'VN63' },
    3,
  ],
  ['a unit in the one index that there is', 'GET /v1/units/{unit}/profile', { unit: 'VN63-46' }, {}, 4],
  ['the same to subscribe to', 'GET /v1/calendar.ics', {}, {}, 3],
];

describe('one read answers', () => {
  it.each(ONE_READ)('%s', async (_, route, path, query, units) => {
    const answer = await asked(route, path, query);

    expect([answer.status, answer.calls]).toEqual([200, 1]);
    expect(answer.units).toBeLessThanOrEqual(units);
  });

  it('or none, where nothing is asked for', async () => {
    expect(await asked('GET /healthz', {})).toMatchObject({ status: 200, calls: 0 });
  });

  it('on every route of the function, or this file says how many it takes', () => {
    const known = new Set<string>(['GET /healthz', ...[...ONE_READ, ...MORE_READS].map(([, route]) => route)]);
    const served = Object.entries(ROUTES).filter(([, { service }]) => service === 'query');

    expect(served.map(([route]) => route).filter((route) => !known.has(route))).toEqual([]);
  });

  it('serves the rendered answer of 3,400 units for little more than their ranking', async () => {
    const answer = await asked(RANKINGS, BIG);

    expect(answer).toMatchObject({ status: 200, calls: 1 });
    expect(answer.units).toBeLessThanOrEqual(11);
  });
});

describe('more reads take', () => {
  it.each(MORE_READS)('%s', async (_, route, path, query, calls) => {
    expect(await asked(route, path, query)).toMatchObject({ status: 200, calls });
  });
});

describe('what was rendered ahead', () => {
  it('is byte for byte what the same request renders that is not served from it', async () => {
    for (const path of [PCI, BIG]) {
      const rendered = await asked(RANKINGS, path);
      const made = await asked(RANKINGS, path, { group: 'all' });

      expect(rendered.headers['content-encoding']).toBe('gzip');
      expect(rendered.text).toBe(made.text);
    }
  });

  it('takes no more than 4 KB for 63 units', async () => {
    for (const period of ['2010', '2013', '2016', '2019', '2022', '2024']) {
      expect(await asked(RANKINGS, { index: 'pci', period })).toMatchObject({ status: 200, calls: 1, units: 0.5 });
    }
  });
});

describe('the lean function', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lean-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has no SDK, no zod and no workbooks in it, and is small', async () => {
    const { bytes, inputs } = await bundle('services/query/src/handler.ts', join(folder, 'index.mjs'));
    const packages = Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);

    expect([...new Set(packages)].filter(Boolean).sort()).toMatchInlineSnapshot(`
      [
        "@aws-lambda-powertools/commons",
        "@aws-lambda-powertools/logger",
        "@aws-sdk/util-dynamodb",
        "@aws/lambda-invoke-store",
        "@middy/core",
        "aws4",
      ]
    `);
    expect(bytes).toBeLessThan(200_000);
  });
});
