import { describe, expect, it } from 'vitest';
import { quantile, ratiosOf, slopeOf, spreadOf } from './statistics.ts';

describe('a quantile', () => {
  it('lies between two neighbours in proportion', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([10, 20], 0.99)).toBeCloseTo(19.9);
  });

  it('of one value is the value, and of none is not a number', () => {
    expect(quantile([7], 0.25)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('sorts as numbers, not as text', () => {
    expect(quantile([9, 10, 100], 0.5)).toBe(10);
  });
});

it('a spread is the median between its quartiles', () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
});

describe('ratios', () => {
  it('are taken within a round, so that a slow round weighs on both sides', () => {
    expect(ratiosOf([2, 20, 200], [1, 10, 100])).toEqual({ median: 2, low: 2, high: 2 });
  });

  it('are not taken of unequal numbers of rounds', () => {
    expect(() => ratiosOf([1, 2], [1])).toThrow('2 rounds cannot be paired with 1');
  });
});

describe('a slope', () => {
  it.each([
    ['flat', [5, 5, 5], 0],
    ['in proportion', [3, 30, 300], 1],
    ['squared', [1, 100, 10_000], 2],
  ])('of what is %s', (_, costs, slope) => {
    expect(slopeOf([1, 10, 100].map((size, i) => [size, costs[i] as number]))).toBeCloseTo(slope);
  });
});
