import type { LogEntry } from '@chi-so/domain/log';
import { getRankings } from '@chi-so/query/rankings';
import type { Request } from '@chi-so/runtime/request';
import { tableOf } from '@chi-so/storage/client';
import { putAll } from '@chi-so/storage/item-writes';
import { putLabelled } from '@chi-so/storage/labelled';
import { rankingAtOutput } from '@chi-so/storage/rankings';
import { type ReleaseSummary, releaseItem } from '@chi-so/storage/releases';
import { beforeEach, describe, expect, it } from 'vitest';
import { madeDocument } from './bench/made-rankings.ts';
import { memoryDynamoDB } from './faults/memory-dynamodb.ts';
import type { Json } from './support/client.ts';

/** `revision=` and `as_of=` of a release that was corrected, rolled back and corrected again. */

const ENTRIES = [
  { entry: 1, revision: 1, at: '2026-01-01T00:00:00.000Z', touches: ['total', 'land'] },
  { entry: 2, revision: 2, at: '2026-01-02T00:00:00.000Z', touches: ['total'] },
  { entry: 3, revision: 1, at: '2026-01-03T00:00:00.000Z', touches: ['total', 'land'] },
  { entry: 4, revision: 3, at: '2026-01-04T00:00:00.000Z', touches: ['total', 'land'] },
];
const NOW = new Date('2026-01-05T00:00:30.000Z');

const memory = memoryDynamoDB();
memory.createTable('rankings');
memory.createTable('records');
const tables = { records: tableOf(memory, 'records'), rankings: tableOf(memory, 'rankings') };

const put = async ({ entry, revision, at, touches }: (typeof ENTRIES)[number], degraded: string | null = null) => {
  for (const component of touches) {
    // The head names the entry of each component's copy.
    const labels =
      component === 'total' ? { labels: { total: entry, land: touches.includes('land') ? entry : 1 } } : {};
    const document = { ...madeDocument(3), component, ...labels };
    const publication = { entry, revision, at, cause: 'correct' as const, reason: null };
    const output = rankingAtOutput(document, component, { entry, at } as LogEntry, degraded, {
      document: { ...document, publication: degraded === null ? publication : document.publication },
    });
    await putLabelled(tables.rankings, output);
  }
};

const ask = async (query: Record<string, string>) => {
  const { index, period, unit_set: set, edition } = madeDocument(3);
  const request = { path: { index, period }, query: { set, edition, ...query }, lang: 'vi', headers: {}, url: '/' };
  const { body, cache } = await getRankings(tables, request as unknown as Request, NOW);
  const { publication } = (body as Json).meta;
  return { entry: publication.entry, revision: publication.revision, cache };
};

const empty = memory.snapshot();
beforeEach(() => memory.restore(empty));

describe('a revision', () => {
  it('is answered as it was when it was first official, and may be kept for good', async () => {
    for (const one of ENTRIES) await put(one);

    expect(await ask({ revision: '1' })).toEqual({ entry: 1, revision: 1, cache: 'fixed' });
    expect(await ask({ revision: '3' })).toEqual({ entry: 4, revision: 3, cache: 'fixed' });
  });

  it('that left a component alone has the one that was official then, under its own publication', async () => {
    for (const one of ENTRIES) await put(one);

    expect(await ask({ revision: '2', component: 'land' })).toEqual({ entry: 2, revision: 2, cache: 'fixed' });
  });

  it('is not kept for good while anything of the release cannot be read', async () => {
    for (const one of ENTRIES) await put(one, one.entry === 1 ? 'no score' : null);

    expect(await ask({ revision: '1' })).toEqual({ entry: 3, revision: 1, cache: 'current' });
  });

  it('is not kept for good where the release is not named whole, since another may come to fit', async () => {
    for (const one of ENTRIES) await put(one);
    const { index, period, unit_set, edition } = madeDocument(3);
    const listed = { index, period, unit_set, edition, status: 'published', entry: 4 } as ReleaseSummary;
    await putAll(tables.records, [releaseItem(listed)]);

    expect(await ask({ revision: '1', edition: '' })).toEqual({ entry: 1, revision: 1, cache: 'current' });
  });

  it('that nobody published is not there', async () => {
    for (const one of ENTRIES) await put(one);

    await expect(ask({ revision: '9' })).rejects.toThrow(/^404/);
  });
});

describe('an instant', () => {
  it.each([
    ['2026-01-01', { entry: 1, cache: 'fixed' }],
    ['2026-01-02T00:00:00Z', { entry: 2, cache: 'fixed' }],
    ['2026-01-03', { entry: 3, cache: 'fixed' }],
    ['2026-01-04T12:00:00Z', { entry: 4, cache: 'current' }],
    ['2026-01-05T00:00:00Z', { entry: 4, cache: 'none' }],
  ])('of %s has what was official then', async (as_of, expected) => {
    for (const one of ENTRIES) await put(one);

    expect(await ask({ as_of })).toMatchObject(expected);
  });
});
