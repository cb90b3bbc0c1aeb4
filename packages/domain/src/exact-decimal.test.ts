import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareExact, exact, inexact, minus, plus, quotientAway, roundedTo, times } from './exact-decimal.ts';

describe('an exact decimal', () => {
  it('is the number that it was made of', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
        expect(inexact(exact(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('adds and multiplies without the noise of binary fractions', () => {
    expect(inexact(plus(exact(0.1), exact(0.2)))).toBe(0.3);
    expect(inexact(times(exact(1.1), exact(1.1)))).toBe(1.21);
    expect(inexact(minus(exact(66.499268), exact(66.5)))).toBe(-0.000732);
    expect(compareExact(exact(0.3), plus(exact(0.1), exact(0.2)))).toBe(0);
  });

  it('divides away from zero: what comes out is enough, and one unit less is not', () => {
    expect(inexact(quotientAway(exact(1), exact(3), 4))).toBe(0.3334);
    expect(inexact(quotientAway(exact(-1), exact(3), 4))).toBe(-0.3334);
    expect(inexact(quotientAway(exact(1.5), exact(0.5), 4))).toBe(3);
  });

  it('rounds halves away from zero', () => {
    expect([2.675, -2.675, 2.674].map((value) => inexact(roundedTo(exact(value), 2)))).toEqual([2.68, -2.68, 2.67]);
  });
});
