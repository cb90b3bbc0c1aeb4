import { afterEach, expect, it, vi } from 'vitest';
import type { Release } from './catalogue.ts';
import { loadComponents } from './scorecard.ts';

afterEach(() => vi.unstubAllGlobals());

it('loads every component of a scorecard that takes several answers', async () => {
  const fetched = vi.fn(async (address: string) => {
    const isFirst = !address.includes('cursor=');
    return Response.json({
      data: [{ component: isFirst ? 'plan' : 'portal' }],
      meta: { next_cursor: isFirst ? 'more' : null },
    });
  });
  vi.stubGlobal('fetch', fetched);
  const shown = { index: 'cchc', period: '2021', unit_set: 'VN63-46', edition: 'main' } as Release;
  const rows = await loadComponents(shown, 'vi', new AbortController().signal);
  expect(rows.map(({ component }) => component)).toEqual(['plan', 'portal']);
  expect(fetched.mock.calls[0]?.[0]).toBe(
    '/v1/rankings/cchc/2021?set=VN63-46&edition=main&component=*&lang=vi'.replace('*', encodeURIComponent('*')),
  );
});
