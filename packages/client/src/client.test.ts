import { describe, expect, expectTypeOf, it } from 'vitest';
import { ChiSoError, createClient, given, type Schemas } from './client.ts';
import { changesSince, followChanges, rowsOf } from './pages.ts';

const baseUrl = 'https://chi-so.example';
const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), { ...init, headers: { 'content-type': 'application/json', ...init.headers } });

const all = async <T>(sequence: AsyncIterable<T>): Promise<T[]> => {
  const items: T[] = [];
  for await (const item of sequence) items.push(item);
  return items;
};

describe('a client', () => {
  it('asks only whether what it has still holds', async () => {
    const seen: (string | null)[] = [];
    const client = createClient({
      baseUrl,
      fetch: async (request) => {
        seen.push(request.headers.get('if-none-match'));
        const isKnown = request.headers.get('if-none-match') === 'W/"a"';
        return isKnown ? new Response(null, { status: 304 }) : json({ status: 'ok' }, { headers: { etag: 'W/"a"' } });
      },
    });
    const twice = [await given(client.GET('/healthz')), await given(client.GET('/healthz'))];
    expect([twice, seen]).toEqual([
      [{ status: 'ok' }, { status: 'ok' }],
      [null, 'W/"a"'],
    ]);
  });

  it('does not take one language for another', async () => {
    const seen: (string | null)[] = [];
    const client = createClient({
      baseUrl,
      fetch: async (request) => {
        seen.push(request.headers.get('if-none-match'));
        return json({ status: 'ok' }, { headers: { etag: 'W/"a"' } });
      },
    });
    await client.GET('/healthz');
    await client.GET('/healthz', { headers: { 'accept-language': 'en' } });
    expect(seen).toEqual([null, null]);
  });

  it('throws a problem with its code', async () => {
    const problem = { status: 404, code: 'not-found', detail: 'There is no index "x"' };
    const client = createClient({ baseUrl, fetch: async () => json(problem, { status: 404 }) });
    const asked = given(client.GET('/v1/indices/{index}', { params: { path: { index: 'x' } } }));
    await expect(asked).rejects.toThrow(ChiSoError);
    await expect(asked).rejects.toMatchObject({ status: 404, problem: { code: 'not-found' } });
  });

  it('knows the types of rows', async () => {
    const client = createClient({ baseUrl });
    const path = { index: 'pci', period: '2019' };
    const ask = () => given(client.GET('/v1/rankings/{index}/{period}', { params: { path } }));
    expectTypeOf<Awaited<ReturnType<typeof ask>>['data']>().toEqualTypeOf<Schemas['RankingRow'][]>();
  });
});

describe('a list', () => {
  const changes = [1, 2, 3, 4, 5].map((id) => ({ id }));
  const feed = () =>
    createClient({
      baseUrl,
      fetch: async ({ url }) => {
        const since = Number(new URL(url).searchParams.get('since'));
        const data = changes.slice(since, since + 2);
        return json({ data, meta: {}, next: data.length > 0 ? `/v1/changes?since=${since + data.length}` : null });
      },
    });

  it('is read from page to page to its end', async () => {
    const client = feed();
    const first = await given(client.GET('/v1/changes', { params: { query: { since: 0 } } }));
    expect((await all(rowsOf(client, first))).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  });

  it('of changes is read to now, from wherever one has come to', async () => {
    expect((await all(changesSince(feed(), 2))).map(({ id }) => id)).toEqual([3, 4, 5]);
  });

  it('of changes is followed until nobody listens', async () => {
    const seen: number[] = [];
    const listening = new AbortController();
    for await (const { id } of followChanges(feed(), 0, { everyMs: 1, signal: listening.signal })) {
      seen.push(id);
      if (id === 5) listening.abort();
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });
});
