import { describe, expect, it } from 'vitest';
import { isSame, precisionOf } from './precision.ts';

describe('the precision of a figure', () => {
  it('is its own in a column of full-precision figures, and in a few figures', () => {
    expect(precisionOf([66.499268, 73.396484, 41.2, 50.123456, 60.1]).of(41.2)).toBe(1);
    expect(precisionOf([66.49, 41]).of(41)).toBe(0);
  });

  it('is at most one decimal less than its column in a column of rounded figures', () => {
    const column = precisionOf([66.49, 73.39, 41, 50.12, 60.1]);

    expect([column.of(66.49), column.of(60.1), column.of(41)]).toEqual([2, 1, 1]);
  });
});

describe('two figures', () => {
  const full = precisionOf([66.499268]);
  const rounded = precisionOf([1.25, 2.25, 3.25, 4.25, 5.25]);

  it.each([
    [73.4, 73.396484, true],
    [72.4, 73.396484, false],
    [36.4, 36.3901, true],
    [41, 41.0054, true],
    [41, 41.4, false],
    [34.631304, 34.63130187988281, true],
  ])('%d and %d are the same: %s', (a, b, same) => {
    expect(isSame(a, b, [rounded, full])).toBe(same);
  });

  it('of columns that are printed alike are the same only if they look the same', () => {
    expect(isSame(73.4, 73.44, [rounded, rounded])).toBe(false);
    expect(isSame(73.44, 73.44, [rounded, rounded])).toBe(true);
  });
});
