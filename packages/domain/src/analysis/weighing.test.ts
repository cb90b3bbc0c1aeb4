import { describe, expect, it } from 'vitest';
import { inexact } from '../exact-decimal.ts';
import { aWeighing } from './fixtures.ts';
import { weighingOf } from './weighing.ts';

const coefficients = (given: Parameters<typeof aWeighing>[0]) =>
  weighingOf(aWeighing(given))?.components.map(({ coefficient }) => inexact(coefficient));

const fact = (certainty: 'confirmed' | 'derived' | 'unknown') => ({ certainty, source: 'made up' });
const facts = aWeighing().facts;

describe('How components make the total', () => {
  it('is factor times weight in a weighted sum, the factor in a plain one, one in points', () => {
    expect(coefficients({ aggregation: { kind: 'weighted-sum', factor: 10 } })).toEqual([6, 4]);
    expect(coefficients({ aggregation: { kind: 'sum', factor: 0.5 } })).toEqual([0.5, 0.5]);
    expect(coefficients({ aggregation: { kind: 'points', factor: 1 } })).toEqual([1, 1]);
  });

  it('is not known where the catalogue does not know it, or lacks a weight', () => {
    expect(coefficients({ aggregation: { kind: 'unknown', factor: 1 } })).toBeUndefined();
    expect(coefficients({ facts: { ...facts, weights: fact('unknown') } })).toBeUndefined();
    const [total, first, second] = aWeighing().components;
    if (!total || !first || !second) throw new Error('The fixture has two components');
    expect(coefficients({ components: [total, first, { ...second, weight: null }] })).toBeUndefined();
  });

  it('is derived where the weights or the rule are', () => {
    expect(weighingOf(aWeighing())?.certainty).toBe('confirmed');
    for (const name of ['weights', 'aggregation'] as const) {
      expect(weighingOf(aWeighing({ facts: { ...facts, [name]: fact('derived') } }))?.certainty).toBe('derived');
    }
    const derivedIn = (given: Parameters<typeof aWeighing>[0]) => weighingOf(aWeighing(given))?.derived;
    const derived = { ...facts, aggregation: fact('derived'), weights: fact('derived') };
    expect(derivedIn({ facts: derived })).toBe('weights');
    expect(derivedIn({ facts: derived, aggregation: { kind: 'sum', factor: 1 } })).toBe('rule');
    expect(derivedIn({ facts: { ...derived, weights: fact('confirmed') } })).toBe('rule');
  });
});
