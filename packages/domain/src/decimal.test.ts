import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf, roundHalfUp, subtract } from './decimal.ts';

describe('scores are decimals', () => {
  it('are rounded half up as they are written, not as binary holds them', () => {
    expect([2.675, 1.005, -2.5, 0.5, 66.499268].map((value) => roundHalfUp(value, value > 2 ? 2 : 0))).toEqual([
      2.68, 1, -3, 1, 66.5,
    ]);
  });

  it('are subtracted without binary noise', () => {
    expect(subtract(66.5, 66.4)).toBe(0.1);
    expect(subtract(66.499268, 63.51)).toBe(2.989268);
  });

  it('are subtracted as text would be, however many decimals they have', () => {
    const score = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(score, score, ([a, decimalsA], [b, decimalsB]) => {
        const [x, y] = [a / 10 ** decimalsA, b / 10 ** decimalsB];
        expect(subtract(x, y)).toBe(Number((x - y).toFixed(Math.max(decimalsOf(x), decimalsOf(y)))) + 0);
      }),
    );
  });

  it('have the decimals that were released', () => {
    expect([66, 66.5, 66.499268, 1e-7].map(decimalsOf)).toEqual([0, 1, 6, 7]);
  });

  it('stay what they are when rounded to as many decimals as they have', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
        const value = digits / 10 ** decimals;
        expect(roundHalfUp(value, decimals)).toBe(value);
      }),
    );
  });
});
