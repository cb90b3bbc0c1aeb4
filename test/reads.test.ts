import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ORIGIN_SECRET_HEADER } from '@chi-so/contract/headers';
import { ROUTES, type RouteKey } from '@chi-so/contract/routes';
import { indices, unitSets } from '@chi-so/reference-data/catalogue';
import { SECRET } from '@chi-so/runtime/fixtures';
import { saveIndex, saveMethodology, saveUnitSet } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import { putLabelled } from '@chi-so/storage/labelled';
import { getRanking, rankingOutput } from '@chi-so/storage/rankings';
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
  await saveShippedCatalogue(shipped.stores.records);
  for (const output of Object.values(madeRankings(3400))) await putLabelled(shipped.stores.rankings, output);
  const served = await overHttp(shipped.send);
  stop = served.stop;
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', served.endpoint);
  vi.stubEnv('AWS_REGION', 'local');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('RECORDS_TABLE', 'records');
  vi.stubEnv('RANKINGS_TABLE', 'rankings');
  vi.stubEnv('ORIGIN_SECRETS', SECRET);
  ({ handler } = (await import('@chi-so/query/handler')) as unknown as { handler: typeof handler });
});
afterAll(() => {
  stop();
  vi.unstubAllEnvs();
});

/** All that ships, not only what PCI needs: lists are as long as they are. */
const saveShippedCatalogue = async (records: Table): Promise<void> => {
  const audit = { at: '2026-01-01T00:00:00.000Z', actor: 'test', action: 'catalogue', target: 'all', reason: null };
  for (const set of unitSets()) await saveUnitSet(records, set, { ...audit, request_id: set.unit_set });
  for (const { index, methodologies } of indices()) {
    await saveIndex(records, index, { ...audit, request_id: index.index });
    for (const one of methodologies) await saveMethodology(records, one, { ...audit, request_id: one.methodology });
  }
};

/** The first period of PCI compares with none before it. */
const FIRST = '2009';

/** Puts another entry in the place of the first period's. */
const publishAgain = async (): Promise<void> => {
  const release = { index: 'pci', period: FIRST, ...{ unit_set: 'VN63', edition: 'main' } };
  const stored = await getRanking(shipped.stores.rankings, release, 'total');
  if (!stored || !('document' in stored)) throw new Error(`PCI ${FIRST} is not ranked`);
  const publication = { ...stored.document.publication, entry: 99, revision: 2 };
  const document = { ...stored.document, publication };
  await putLabelled(shipped.stores.rankings, rankingOutput(release, 'total', 99, null, { document }));
};

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
      headers: { 'accept-encoding': 'gzip', [ORIGIN_SECRET_HEADER]: SECRET },
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
const HISTORY = 'GET /v1/releases/{index}/{period}';
const CALENDAR = 'GET /v1/calendar';
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
  ['every component', RANKINGS, PCI, { ...WHOLE, component: '*' }, 4.5],
  ['every component, the set left out', RANKINGS, PCI, { component: '*' }, 4.5],
  ['a revision', RANKINGS, PCI, { ...WHOLE, revision: '1' }, 0.5],
  ['an instant', RANKINGS, PCI, { ...WHOLE, as_of: '2026-03-02' }, 0.5],
  ['a component of 3,400 units', RANKINGS, BIG, { lang: 'en' }, 9],
  ['3,400 units as CSV', RANKINGS, BIG, { format: 'csv' }, 9],
  ['20 units over all periods', 'GET /v1/series', {}, SERIES, 1],
  ['20 units over all periods, as CSV', 'GET /v1/series.csv', {}, SERIES, 1],
  ['the first changes', 'GET /v1/changes', {}, { limit: '5' }, 0.5],
  ['the first changes, as CSV', 'GET /v1/changes.csv', {}, { limit: '5' }, 0.5],
  ['which indices there are', 'GET /v1/indices', {}, {}, 2],
  ['which indices there are, as CSV', 'GET /v1/indices.csv', {}, {}, 2],
  [
    'a methodology',
    'GET /v1/indices/{index}/methodologies/{methodology}',
    { index: 'pci', methodology: 'pci-2013' },
    {},
    0.5,
  ],
  ['which unit sets there are', 'GET /v1/unit-sets', {}, {}, 0.5],
  ['the units of a set', 'GET /v1/units', {}, { set: 'VN63' }, 0.5],
  ['the units of a set, as CSV', 'GET /v1/units.csv', {}, { set: 'VN63' }, 0.5],
  ['an index, with its methodologies', 'GET /v1/indices/{index}', { index: 'pci' }, {}, 0.5],
  ['a unit, with what it came from and what became of it', 'GET /v1/units/{unit}', { unit: 'VN63-46' }, {}, 1.5],
  ['a unit inside a province', 'GET /v1/units/{unit}', { unit: 'VN63-46.so-noi-vu' }, {}, 0.5],
  ['a name, in every set of the country', 'GET /v1/units/resolve', {}, { name: 'TT-Huế', on: '2019-12-31' }, 1.5],
  ['a name inside a province', 'GET /v1/units/resolve', {}, { name: 'Sở Nội vụ', parent: 'VN63-46' }, 0.5],
  ['a name in one set', 'GET /v1/units/resolve', {}, { name: 'Huế', set: 'VN63' }, 0.5],
  ['a page of a ranking', RANKINGS, PCI, { limit: '10' }, 0.5],
  ['the releases of every index', 'GET /v1/releases', {}, {}, 0.5],
  ['the releases of an index', 'GET /v1/releases', {}, { index: 'pci' }, 0.5],
  ['the releases of an index, as CSV', 'GET /v1/releases.csv', {}, { index: 'pci' }, 0.5],
];

/** Put together of several things: so many reads, for at most so many units, and why no fewer. */
const MORE_READS: [...Case, reads: number][] = [
  ['the latest period: only the list says which it is', RANKINGS, { index: 'pci', period: 'latest' }, {}, 1, 2],
  ['the same of a component', RANKINGS, { index: 'pci', period: 'latest' }, { component: 'land' }, 1, 2],
  ['a revision without a set: only the list says which log it is in', RANKINGS, PCI, { revision: '1' }, 1, 2],
  ['an instant without a set: likewise', RANKINGS, PCI, { as_of: '2026-03-02' }, 1, 2],
  [
    'a revision of a component: only the head says under which entry it is',
    ...([RANKINGS, PCI, { ...WHOLE, revision: '1', component: 'land' }, 1, 2] as const),
  ],
  [
    'a name and the set that an id names: a set inside a province is no neighbour of those of the country',
    ...(['GET /v1/units/resolve', {}, { name: 'VN63-46.so-noi-vu' }, 2, 2] as const),
  ],
  [
    'a name behind a word for another kind: besides, the units inside each province that it is the name of',
    ...(['GET /v1/units/resolve', {}, { name: 'Thành phố Cà Mau', on: '2020-01-01' }, 2, 2] as const),
  ],
  ['where the data stands: the ledger moves by itself, unit sets do not', 'GET /v1/config', {}, {}, 1.5, 2],
  ['where a release comes from: its log, and what was published', HISTORY, PCI, WHOLE, 3, 2],
  ['the same, the set left out: the list says which log it is', HISTORY, PCI, {}, 3.5, 3],
  ['the calendar: what is expected is of the catalogue, what came is of the releases', CALENDAR, {}, {}, 2.5, 2],
  ['the same to subscribe to', 'GET /v1/calendar.ics', {}, {}, 2.5, 2],
  [
    'a series on the basis of one set: the series of every set, and how the units of each came from others',
    ...(['GET /v1/series', {}, { index: 'pci', unit: 'VN63-46,VN63-48', basis: 'VN63' }, 3, 2] as const),
  ],
  [
    'a unit in the one index that there is: its set, the indices, the releases, and the ranking of each',
    ...(['GET /v1/units/{unit}/profile', { unit: 'VN63-46' }, {}, 3.5, 4] as const),
  ],
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

  it('serves the rendered answer of 3,400 units for no more than 10 units, little more than their ranking', async () => {
    const answer = await asked(RANKINGS, BIG);

    expect(answer).toMatchObject({ status: 200, calls: 1 });
    expect(answer.units).toBeLessThanOrEqual(10);
  });
});

describe('more reads take', () => {
  it.each(MORE_READS)('%s', async (_, route, path, query, most, calls) => {
    const answer = await asked(route, path, query);

    expect(answer).toMatchObject({ status: 200, calls });
    expect(answer.units).toBeLessThanOrEqual(most);
  });

  it('a further page, where another publication has taken the place of the one that the first was of: two', async () => {
    const first = JSON.parse((await asked(RANKINGS, { index: 'pci', period: FIRST }, { limit: '10' })).text);
    await publishAgain();
    const query = Object.fromEntries(new URL(first.next, 'http://localhost').searchParams);
    const second = await asked(RANKINGS, { index: 'pci', period: FIRST }, query);

    expect(JSON.parse(second.text).meta.publication.entry).toBe(first.meta.publication.entry);
    expect(second).toMatchObject({ status: 200, calls: 2, units: 1.5 });
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
