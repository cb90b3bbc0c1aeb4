import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianOf } from './median.ts';

describe('the median', () => {
  it('is the figure in the middle, or the exact mean of the two there', () => {
    expect([medianOf([]), medianOf([3]), medianOf([3, 1, 2]), medianOf([66.5, 66.4])]).toEqual([null, 3, 2, 66.45]);
    expect(medianOf([0.1, 0.2])).toBe(0.15);
  });

  it('has as many figures above it as below, whatever their order', () => {
    const scores = fc.array(
      fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 10_000),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(scores, (figures) => {
        const median = medianOf(figures) ?? Number.NaN;
        const [above, below] = [figures.filter((f) => f > median), figures.filter((f) => f < median)];
        expect(Math.max(above.length, below.length)).toBeLessThanOrEqual(figures.length / 2);
        expect(medianOf(figures.toReversed())).toBe(median);
      }),
    );
  });
});
