import { intervalsByWeights } from '@chi-so/domain/analysis/robustness';
import { releaseFiles } from '@chi-so/reference-data/releases';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedFigures } from './fixtures/shipped-figures.ts';
import type { Json } from './support/client.ts';
import { shippedInMemory } from './support/shipped-in-memory.ts';

/** Ranks as they could have been, of the PCI that ships. */

type Shipped = Awaited<ReturnType<typeof shippedInMemory>>;
let pci: Shipped;

beforeAll(async () => {
  pci = await shippedInMemory('pci', 'VN63', () => import('@chi-so/query/analysis-handler'));
});
afterAll(() => pci.stop());

const ask = (query: string) => pci.get(`/v1/analysis/robustness?index=pci&set=VN63&${query}`);
const WEIGHTS = { entry: 5, land: 5, transparency: 20, time: 5, informal: 10, policy_bias: 5, proactivity: 5 };
const ALL_WEIGHTS = Object.entries({ ...WEIGHTS, business_support: 20, labor: 20, legal: 5 });

describe('The table of PCI 2021 on pcivietnam.vn', () => {
  it('has ranks three places wide at the median, when weights differ by 25 %', () => {
    const figures = shippedFigures('pci', '2021');
    const text = releaseFiles().find(({ index, period }) => index === 'pci' && period === '2021')?.text ?? '';
    const inTable = new Set(
      text.split('\n').flatMap((line) => (/,total,.*bang-chi-so/.test(line) ? (line.split(',')[0] ?? []) : [])),
    );
    const units = figures.units.filter(({ unit }) => inTable.has(unit));
    const scores = units.flatMap(({ unit }) => ALL_WEIGHTS.map(([component]) => figures.score(unit, component) ?? NaN));
    const weighed = {
      coefficients: Float64Array.from(ALL_WEIGHTS, ([, weight]) => weight / 10),
      scores: Float64Array.from(scores),
    };
    const found = intervalsByWeights(weighed, { draws: 10_000, seed: 1, spread: 0.25, sign: 1 });
    const widths = found.map(({ low, high }) => high - low).sort((a, b) => a - b);

    expect([units.length, widths[10], widths.filter((width) => width >= 2).length]).toEqual([21, 3, 20]);
  });
});

describe('Robustness under other weights', () => {
  it('has an interval for every province, by name, and is no confidence interval', async () => {
    const { status, body, reads } = await ask('period=2019');
    const rows: Json[] = body.data;

    expect([status, rows.length]).toEqual([200, 63]);
    expect(reads).toEqual({ 'Query RANKING 2019': 1, 'GetItem METHODOLOGY': 1 });
    for (const row of rows) {
      expect(row.rank_low).toBeLessThanOrEqual(row.rank_median);
      expect(row.rank_high).toBeGreaterThanOrEqual(row.rank_median);
      expect([row.rank_simulated, row.rank_width]).toEqual([row.rank, row.rank_high - row.rank_low]);
      expect(row.indistinct_from).toBeLessThanOrEqual(row.rank);
      expect(row.indistinct_to).toBeGreaterThanOrEqual(row.rank);
    }
    expect(body.meta).toMatchObject({
      ...{ status: 'simulated', certainty: 'derived', method: 'weights', draws: 10_000, seed: 1 },
      ...{ spread_percent: 25, interval_percent: [5, 95], simulated: { all: 63 }, left_out: [] },
    });
    expect(body.meta.notes.join()).toContain('không phải khoảng tin cậy');
  });

  it('is the same, byte for byte, for the same seed', async () => {
    const [first, again, other] = await Promise.all(
      ['seed=7', 'seed=7', 'seed=8'].map(async (seed) =>
        JSON.stringify((await ask(`period=2019&draws=500&${seed}`)).body),
      ),
    );
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('leaves out those whose components are not known, and says whom', async () => {
    const { body } = await ask('period=2021&draws=500');

    expect(body.meta.simulated).toEqual({ all: 25 });
    expect(body.meta.left_out.length).toBe(38);
    expect(body.data.every(({ rank_high }: Json) => rank_high <= 25)).toBe(true);
  });
});

describe('Robustness under rounding', () => {
  it('joins those whose printed totals are equal, and leaves full figures as they are', async () => {
    const [printed, full] = await Promise.all([ask('period=2021&method=rounding'), ask('period=2019&method=rounding')]);
    const tied = printed.body.data.filter(({ score }: Json) => score === 63.33);

    expect(printed.body.meta).toMatchObject({ printed_decimals: 2, spread_percent: null, weights: null });
    expect(tied.map(({ rank_width }: Json) => rank_width)).toEqual([1, 1]);
    expect(full.body.meta.median_width).toEqual({ all: 0 });
  });
});

describe('Robustness is refused', () => {
  it.each([
    ['period=2019&method=standard-errors', 422, 'no-standard-errors'],
    ['period=2019&method=weight', 400, 'invalid-parameter'],
    ['period=2019&method=rounding&spread=25', 400, 'invalid-parameter'],
    ['period=2019&draws=20000', 400, 'invalid-parameter'],
    ['period=2019&draws=ten', 400, 'invalid-parameter'],
    ['period=2019&seed=-1', 400, 'invalid-parameter'],
    ['period=2019&spred=25', 400, 'unknown-parameter'],
    ['period=2024', 422, 'no-figures'],
  ])('%s', async (query, status, code) => {
    const answer = await ask(query);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('where the catalogue does not know the weights', async () => {
    const par = await shippedInMemory('par-index', 'VN63', () => import('@chi-so/query/analysis-handler'));
    const answer = await par.get('/v1/analysis/robustness?index=par-index&period=2023');
    par.stop();
    expect([answer.status, answer.body.code]).toEqual([422, 'weights-unknown']);
  });
});
