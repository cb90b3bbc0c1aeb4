import { describe, expect, it } from 'vitest';
import { rankCounts } from './rank-counts.ts';
import { indistinctRanks, intervalsByRounding, intervalsByWeights } from './robustness.ts';
import { uniformDraws } from './uniform-draws.ts';

const coefficients = Float64Array.of(5, 5);
const draws = { draws: 2000, seed: 1, sign: 1 } as const;

describe('rank intervals under other weights', () => {
  it('hold one rank where a unit is ahead in everything', () => {
    const scores = Float64Array.of(9, 9, 5, 5.1, 1, 1);
    const found = intervalsByWeights({ coefficients, scores }, { ...draws, spread: 0.25 });

    expect(found).toEqual([1, 2, 3].map((rank) => ({ low: rank, median: rank, high: rank })));
  });

  it('meet where units are ahead in different things', () => {
    const scores = Float64Array.of(9, 5, 5, 9, 1, 1);
    const [first, second, last] = intervalsByWeights({ coefficients, scores }, { ...draws, spread: 0.25 });

    expect([first, second]).toMatchObject([
      { low: 1, high: 2 },
      { low: 1, high: 2 },
    ]);
    expect(last).toEqual({ low: 3, median: 3, high: 3 });
  });

  it('are the ranks themselves where no weight moves, ties among them, or where less is better', () => {
    const scores = Float64Array.of(9, 5, 5, 9, 1, 1);
    const still = (sign: 1 | -1) => intervalsByWeights({ coefficients, scores }, { ...draws, sign, spread: 0 });

    expect(still(1).map(({ low, high }) => [low, high])).toEqual([
      [1, 1],
      [1, 1],
      [3, 3],
    ]);
    expect(still(-1).map(({ median }) => median)).toEqual([2, 2, 1]);
  });

  it('come out the same for the same seed, and not for another one', () => {
    const scores = Float64Array.from({ length: 80 }, uniformDraws(5));
    const of = (seed: number) => intervalsByWeights({ coefficients, scores }, { ...draws, draws: 50, seed, spread: 1 });

    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
  });
});

describe('rank intervals under rounding', () => {
  it('meet where two scores may have been the same before they were printed', () => {
    const halves = Float64Array.of(0.05, 0.05, 0.05);
    const found = intervalsByRounding(Float64Array.of(7.1, 7.1, 6.9), halves, draws);

    expect(found).toMatchObject([
      { low: 1, high: 2 },
      { low: 1, high: 2 },
      { low: 3, high: 3 },
    ]);
  });
});

describe('ranks that are not distinguishable', () => {
  it('are those of all whose intervals meet', () => {
    const [first, second, third] = [
      { low: 1, median: 1, high: 2 },
      { low: 2, median: 2, high: 3 },
      { low: 3, median: 3, high: 3 },
    ] as const;
    const all = [first, second, third];

    expect(all.map((own) => indistinctRanks(own, all, [1, 2, 3]))).toEqual([
      { from: 1, to: 2 },
      { from: 1, to: 3 },
      { from: 2, to: 3 },
    ]);
  });
});

describe('counting ranks', () => {
  it('gives what sorting gives, ties sharing the better rank', () => {
    const next = uniformDraws(3);
    for (let trial = 0; trial < 200; trial++) {
      const figures = Float64Array.from({ length: 12 }, () => Math.floor(next() * 6));
      const counts = rankCounts(12);
      counts.count(Float64Array.from({ length: 12 }, next).fill(0));
      counts.count(figures);
      const ranks = [...figures].map((own) => 1 + figures.filter((other) => other > own).length);
      expect(ranks.map((_, unit) => counts.quantile(unit, 1))).toEqual(ranks);
    }
  });
});

describe('the chance', () => {
  it('is Mulberry32, whatever the machine', () => {
    const next = uniformDraws(1);
    expect([next(), next(), next()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });
});
