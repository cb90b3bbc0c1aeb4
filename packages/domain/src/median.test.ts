import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMedian, medianOf } from './median.ts';

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

describe('the median of a group', () => {
  const scored = (...scores: (number | null)[]) => scores.map((score) => ({ score, maximum: null }));

  it('says of how many scores it is', () => {
    expect(groupMedian(scored(3, null, 1, 2), 'complete')).toEqual({ median: 2, of: 3, why: null });
  });

  it('is not there of some units, of points with different maxima, or of no scores', () => {
    const unlike = [...scored(3), { score: 2, maximum: 10 }];
    expect([
      groupMedian(scored(1, 2), 'top').why,
      groupMedian(unlike, 'complete').why,
      groupMedian(scored(null), 'complete').why,
    ]).toEqual(['partial', 'unlike', 'no-scores']);
  });
});
