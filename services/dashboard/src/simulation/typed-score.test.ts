import { describe, expect, it } from 'vitest';
import { typedScore } from './typed-score.ts';

describe('a score that is typed', () => {
  const scale = { low: 1, high: 10 };

  it.each([
    ['7,5', 7.5],
    [' 7.25 ', 7.25],
    ['8,', 8],
    ['10', 10],
    ['', null],
    ['0,99', null],
    ['10,01', null],
    ['7,123', null],
    ['1.234,5', null],
    ['bảy', null],
    ['-3', null],
  ])('on a scale of 1 to 10 with two decimals as "%s" is %d', (text, score) => {
    expect(typedScore(text, 2, scale)).toBe(score);
  });

  it('may be any where nobody knows the scale', () => {
    expect(typedScore('250', 2, null)).toBe(250);
  });
});
