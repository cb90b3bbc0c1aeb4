import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('the nearest known word', () => {
  const known = ['set', 'edition', 'group', 'component', 'as_of', 'revision', 'on'];

  it.each([
    ['edtion', 'edition'],
    ['Component', 'component'],
    ['asof', 'as_of'],
    ['reivsion', 'revision'],
    ['sets', 'set'],
  ])('of %s is %s', (typed, word) => {
    expect(nearest(typed, known)).toBe(word);
  });

  it.each(['', 'to', 'population', 'x', 'a'.repeat(5000)])('of "%.20s" is none', (typed) => {
    expect(nearest(typed, known)).toBeUndefined();
  });
});
