import { type ChiSo, given, type Schemas } from './client.ts';

/** What goes on from page to page, as one sequence. */

type Page<Row> = { data: Row[]; next: string | null };

/** The rows of a list, following `next` to its end. */
export async function* rowsOf<Row>(client: ChiSo, first: Page<Row>): AsyncGenerator<Row> {
  let page = first;
  for (;;) {
    yield* page.data;
    if (page.next === null) return;
    // The next page is a URL of the same route: its type is that of the first.
    page = (await given(client.GET(page.next as '/v1/releases', {}))) as unknown as Page<Row>;
  }
}

export type Change = Schemas['Change'];

/** Changes after `since`, oldest first, up to now: from 0 the whole history. */
export async function* changesSince(client: ChiSo, since = 0): AsyncGenerator<Change> {
  let last = since;
  for (;;) {
    const { data } = await given(client.GET('/v1/changes', { params: { query: { since: last } } }));
    yield* data;
    const newest = data.at(-1);
    if (newest === undefined) return;
    last = newest.id;
  }
}

/** Changes after `since` for as long as somebody listens, looked for every so often. */
export async function* followChanges(
  client: ChiSo,
  since: number,
  { everyMs = 60_000, signal }: { everyMs?: number; signal?: AbortSignal } = {},
): AsyncGenerator<Change> {
  let last = since;
  while (!signal?.aborted) {
    for await (const change of changesSince(client, last)) {
      last = change.id;
      yield change;
    }
    await waited(everyMs, signal);
  }
}

const waited = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
