import type { Release } from '../data/catalogue.ts';
import type { Trend, TrendRow } from '../data/trend.ts';

/** A row of a series, for tests that care about a few of its fields. */
export const rowOf = (row: Partial<TrendRow>): TrendRow => ({
  ...{ index: 'pci', period: '2019', unit_set: 'VN63', edition: 'main', group: 'all', component: 'total' },
  ...{ unit: 'VN63-46', unit_name: 'Thừa Thiên Huế', methodology: 'pci-2013', revision: 1, status: 'A' },
  ...{ score: 66.5, reason: null, rank: 20, rank_published: 20, rank_of: 63 },
  ...{ carried: null, origin_units: [], score_min: null, score_max: null },
  ...{ rank_simulated: null, rank_simulated_of: null },
  ...row,
});

/** An estimate of merged territory with its simulated place among 34. */
export const estimateOf = (row: Partial<TrendRow>): TrendRow =>
  rowOf({
    ...{ status: 'E', group: null, rank: null, rank_published: null, rank_of: null, carried: 'constituents' },
    ...{ origin_units: ['VN63-48', 'VN63-49'], rank_simulated: 2, rank_simulated_of: 34 },
    ...row,
  });

export const releaseOf = (release: Partial<Release>): Release => ({
  ...{ index: 'pci', period: '2019', unit_set: 'VN63', edition: 'main', methodology: 'pci-2013', revision: 1 },
  ...{ entry: 1, at: '2026-11-25T00:00:00.000Z', extent: 'complete', published_on: '2020-05-05' },
  ...{ publisher: 'VCCI', status: 'published', title: 'PCI 2019' },
  ...release,
});

type Break = Trend['meta']['breaks'][number];

export const breakOf = (gap: Partial<Break>): Break => ({
  ...{ unit_set: 'VN63', from: '2012', to: '2013', verdict: 'not-comparable', unit: null },
  reason: 'Thêm chỉ số Cạnh tranh bình đẳng, trọng số mới',
  ...gap,
});

/** A trend of these rows over the sets that there are. */
export const trendWith = (rows: TrendRow[], breaks: Break[] = []): Trend => ({
  of: { index: 'pci', component: 'total', edition: null, basis: null },
  rows,
  meta: { component: 'total', basis: 'as_published', breaks, successions: [], notes: [], degraded: null },
  sets: [],
  originSets: [],
  knownSets: [
    setOf('VN64', 64, null, '2008-07-31'),
    setOf('VN63', 63, '2008-08-01', '2025-06-30'),
    setOf('VN34', 34, '2025-07-01', null),
  ],
  releases: [],
  methodologies: [],
});

const setOf = (unit_set: string, units: number, valid_from: string | null, valid_to: string | null) => ({
  ...{ unit_set, units, valid_from, valid_to, parent: null, roster: 'complete' as const, version: 1 },
  ...{ name_vi: `${units} tỉnh, thành phố`, name_en: `${units} provinces and cities` },
});
