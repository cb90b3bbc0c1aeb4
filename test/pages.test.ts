import { cursorText } from '@chi-so/contract/cursor';
import { getUnits } from '@chi-so/query/catalogue';
import { getRankings } from '@chi-so/query/rankings';
import { getReleases } from '@chi-so/query/releases';
import { getSeriesOfUnits } from '@chi-so/query/series';
import { defaultAnswer } from '@chi-so/ranking/default-answer';
import { unitSets } from '@chi-so/reference-data/catalogue';
import type { Answer, Request } from '@chi-so/runtime/http';
import { respond } from '@chi-so/runtime/response';
import { saveUnitSet } from '@chi-so/storage/catalogue';
import { unpackText } from '@chi-so/storage/items';
import { putLabelled } from '@chi-so/storage/labelled';
import { rankingAtOutput, rankingOutput } from '@chi-so/storage/rankings';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { madeDocument, madeRankings } from './bench/made-rankings.ts';
import { shippedReleases } from './bench/shipped-releases.ts';
import type { Json } from './support/client.ts';

/** Lists in pages: the shipped PCI and made-up rankings, in memory. */

type Shipped = Awaited<ReturnType<typeof shippedReleases>>;
let stores: Shipped['stores'];
const now = new Date('2026-03-02T00:00:00.000Z');

beforeAll(async () => {
  ({ stores } = await shippedReleases('pci', 'VN63'));
});

const ROUTES: [RegExp, (request: Request) => Promise<Answer>][] = [
  [/^\/v1\/rankings\/([^/]+)\/([^/]+)$/, (request) => getRankings(stores, request, now)],
  [/^\/v1\/series(\.csv)?$/, (request) => getSeriesOfUnits(stores, request)],
  [/^\/v1\/releases(\.csv)?$/, (request) => getReleases(stores, request)],
  [/^\/v1\/units(\.csv)?$/, (request) => getUnits(stores, request)],
];

const asked = async (url: string): Promise<Answer> => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [pattern, route] = ROUTES.find(([path]) => path.test(pathname)) ?? [];
  const [, index = '', period = ''] = pattern?.exec(pathname) ?? [];
  const query = Object.fromEntries(searchParams);
  const request = { url, query, path: { index, period }, headers: {}, lang: query.lang ?? 'vi', method: 'GET' };
  if (!route) throw new Error(`No route of this test: ${url}`);
  return route(request as unknown as Request);
};

const bodyOf = ({ body, gzipped }: Answer): Json => (gzipped ? JSON.parse(unpackText(gzipped)) : body);
const got = async (url: string): Promise<Json> => bodyOf(await asked(url));

/** All pages from this one on. */
const pages = async (url: string): Promise<Json[]> => {
  const found: Json[] = [];
  for (let next: string | null = url; next !== null; ) {
    const answer = await asked(next);
    const body = bodyOf(answer);
    expect(answer.headers?.link).toBe(body.next === null ? undefined : `<${body.next}>; rel="next"`);
    expect(body.next === null).toBe((body.meta.next_cursor ?? null) === null);
    found.push(body);
    next = body.next;
  }
  return found;
};

const LISTS = [
  '/v1/rankings/pci/2019',
  '/v1/rankings/pci/latest?lang=en',
  '/v1/rankings/pci/2019?component=*',
  '/v1/rankings/pci/2019?component=land&group=red-river-delta',
  '/v1/rankings/pci/2019?set=VN63&edition=main&revision=1',
  '/v1/rankings/pci/2019.json?as_of=2026-03-01',
  '/v1/series?index=pci&unit=VN63-46,VN63-48&from=2010',
  '/v1/releases?index=pci',
  '/v1/units?set=VN63',
];

const withParameters = (url: string, more: string) => `${url}${url.includes('?') ? '&' : '?'}${more}`;

describe('The pages of a list', () => {
  it.each(LISTS)('%s are the whole answer, whatever the limit', async (url) => {
    const whole = await got(url);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.data.length + 2 }), async (limit) => {
        const read = await pages(withParameters(url, `limit=${limit}`));
        expect(read.flatMap(({ data }) => data)).toEqual(whole.data);
        for (const { meta } of read)
          expect({ ...meta, next_cursor: null }).toEqual({ ...whole.meta, next_cursor: null });
      }),
      { numRuns: 6 },
    );
  });

  it('are said nothing of where nothing is said of pages', async () => {
    const { meta, next } = await got('/v1/rankings/pci/2019?lang=en');
    expect([Object.keys(meta).includes('next_cursor'), next]).toEqual([false, null]);
  });

  it('have a tag each, and are not sent again to whoever has them', async () => {
    const read = { headers: {}, lang: 'vi', method: 'GET', caller: undefined } as const;
    const tags = await Promise.all(
      (await pages('/v1/units?set=VN63&limit=20')).map(async (body) => respond(read, { body }).headers?.etag),
    );
    expect(new Set(tags).size).toBe(4);
    const [first] = await pages('/v1/units?set=VN63&limit=20');
    const again = { ...read, headers: { 'if-none-match': String(tags[1]) } };
    expect(respond(again, await asked(first.next)).statusCode).toBe(304);
  });

  it('name the release whole, so that no page is of another one', async () => {
    const { next } = await got('/v1/rankings/pci/latest?limit=10');
    expect(next).toMatch(/^\/v1\/rankings\/pci\/2024\?set=VN63&edition=main&limit=10&lang=vi&cursor=[\w-]+$/);
  });
});

describe('A cursor is refused', () => {
  const cursor = async (url: string) => (await got(url)).meta.next_cursor as string;

  it.each(['', 'x', 'AAAA', 'b'.repeat(500), '%C4%91'])('that is "%s"', async (text) => {
    await expect(asked(`/v1/units?set=VN63&cursor=${text}`)).rejects.toMatchObject({ code: 'invalid-cursor' });
    await expect(asked(`/v1/rankings/pci/2019?cursor=${text}`)).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  it('beside parameters that contradict it', async () => {
    const ofLand = await cursor('/v1/rankings/pci/2019?component=land&limit=10');
    for (const url of [
      '/v1/rankings/pci/2019?component=entry',
      '/v1/rankings/pci/2019',
      '/v1/rankings/pci/2018?component=land',
      '/v1/rankings/pci/2019?component=land&group=all',
      '/v1/rankings/pci/2019?component=land&revision=1',
      '/v1/units?set=VN63',
      '/v1/releases',
      '/v1/series?index=pci&unit=VN63-46',
    ]) {
      const refused = asked(withParameters(url, `cursor=${ofLand}`));
      await expect(refused, url).rejects.toMatchObject({ code: 'cursor-mismatch', status: 400 });
    }
    const ofUnits = cursorText({ from: 5, list: 'x', pin: 'v99' });
    await expect(asked(`/v1/units?set=VN63&cursor=${ofUnits}`)).rejects.toMatchObject({ code: 'cursor-mismatch' });
    // The same request in other words, and pages of another length, are no contradiction.
    const same = '/v1/rankings/pci/2019?component=land&set=VN63&limit=7';
    expect((await got(withParameters(same, `cursor=${ofLand}`))).data).toHaveLength(7);
  });

  it('for a file, which is whole', async () => {
    for (const more of ['limit=5', `cursor=${await cursor('/v1/units?set=VN63&limit=5')}`]) {
      const refused = asked(`/v1/units.csv?set=VN63&${more}`);
      await expect(refused).rejects.toMatchObject({ code: 'invalid-parameter' });
    }
  });

  it.each(['0', '5001', '-1', '1e3', ''])('and so is a limit of "%s"', async (limit) => {
    await expect(asked(`/v1/units?set=VN63&limit=${limit}`)).rejects.toMatchObject({ code: 'invalid-parameter' });
  });
});

describe('Pages of what has changed since the first', () => {
  const release = { index: 'made-up', period: '2019', unit_set: 'COMMUNES63', edition: 'main' };
  const at = (entry: number) => `2026-01-0${entry}T00:00:00.000Z`;
  const documentOf = (entry: number, compares: boolean) => {
    const made = madeDocument(63);
    const { units } = made.ranking;
    return {
      ...made,
      ...(compares ? {} : { changes: { against: null, verdict: null, score: null, rank: {} } }),
      ranking: { ...made.ranking, units: units.map((unit) => ({ ...unit, score: entry })) },
      publication: { ...made.publication, entry, revision: entry, at: at(entry) },
    };
  };
  const publish = async (entry: number, compares: boolean, period = release.period) => {
    const document = { ...documentOf(entry, compares), period };
    const own = { ...release, period };
    await putLabelled(stores.rankings, rankingAtOutput(own, 'total', { entry, at: at(entry) }, null, { document }));
    await putLabelled(stores.rankings, rankingOutput(own, 'total', entry, null, { document }));
    await putLabelled(stores.rankings, defaultAnswer(own, entry, null, { document }));
  };

  it('are of the publication that the first was of', async () => {
    await publish(1, false);
    const first = await got('/v1/rankings/made-up/2019?limit=20');
    await publish(2, false);
    const read = await pages(first.next);

    expect((await got('/v1/rankings/made-up/2019?limit=20')).data[0].score).toBe(2);
    expect(read.flatMap(({ data }) => data).map(({ score }) => score)).toEqual(Array(43).fill(1));
    expect(read.map(({ meta }) => meta.publication.entry)).toEqual([1, 1, 1]);
  });

  it('are refused where they compare with an earlier period, since nothing keeps that comparison', async () => {
    await publish(3, true, '2020');
    const first = await got('/v1/rankings/made-up/2020?limit=20');
    expect((await got(first.next)).data).toHaveLength(20);
    await publish(4, true, '2020');

    await expect(asked(first.next)).rejects.toMatchObject({
      ...{ status: 410, code: 'page-gone' },
      more: { first: '/v1/rankings/made-up/2020?set=COMMUNES63&edition=main&limit=20&lang=vi' },
    });
  });

  it('are of the version of a unit set that the first was of', async () => {
    const [set] = unitSets().filter(({ unit_set }) => unit_set === 'VN63');
    if (!set) throw new Error('VN63 is not shipped');
    const whole = await got('/v1/units?set=VN63');
    const first = await got('/v1/units?set=VN63&limit=30');
    const audit = { at: '2026-03-01T09:00:00.000Z', actor: 'test', action: 'catalogue', target: 'VN63', reason: null };
    const units = set.units.map((unit) => ({ ...unit, name_vi: 'Khác' }));
    await saveUnitSet(stores.records, { ...set, units }, { ...audit, request_id: 'units' });
    const read = await pages(first.next);

    expect([...first.data, ...read.flatMap(({ data }) => data)]).toEqual(whole.data);
    expect((await got('/v1/units?set=VN63')).data[0].name_vi).toBe('Khác');
  });
});

describe('A ranking of more rows than one answer holds', () => {
  it('is rendered ahead as its first page, byte for byte as it is made when asked for', async () => {
    for (const output of Object.values(madeRankings(5100))) await putLabelled(stores.rankings, output);
    const url = '/v1/rankings/made-up/2019?set=COMMUNES5100&edition=main';
    const rendered = await asked(url);
    const made = await asked(`${url}&limit=5000`);

    expect(unpackText(rendered.gzipped ?? Buffer.alloc(0))).toBe(JSON.stringify(made.body));
    expect(rendered.headers).toEqual(made.headers);
    const [first, second, ...others] = await pages(url);
    expect([first.data.length, second.data.length, others]).toEqual([5000, 100, []]);
    expect([...first.data, ...second.data].map(({ unit }) => unit)).toHaveLength(5100);
  });
});
