import { describe, expect, it } from 'vitest';
import { roundUp } from './round-up.ts';

describe('a figure that is needed', () => {
  it.each([
    [6.007384, 2, 6.01],
    [6.01, 2, 6.01],
    [6.0000001, 2, 6.01],
    [0.1 + 0.2, 2, 0.31],
    [7, 0, 7],
    [9.999, 2, 10],
  ])('%d is with %i decimals %d, never less', (value, decimals, up) => {
    expect(roundUp(value, decimals)).toBe(up);
  });
});
