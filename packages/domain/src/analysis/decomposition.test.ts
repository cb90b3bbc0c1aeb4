import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, inexact, minus, plus } from '../exact-decimal.ts';
import { TOTAL } from '../identity.ts';
import { decompose } from './decomposition.ts';
import { aWeighing } from './fixtures.ts';
import { type Weighing, weighingOf } from './weighing.ts';

const weighing = weighingOf(aWeighing()) as Weighing;
const profile =
  (scores: Record<string, number | null>) =>
  (component: string): number | null =>
    scores[component] ?? null;

describe('A difference of two totals', () => {
  it('is what each component adds, and what is left over beside them', () => {
    const found = decompose(weighing, TOTAL, profile({ total: 7.5, a: 8, b: 7 }), profile({ total: 6, a: 6, b: 6.5 }));
    expect(found.contributions.map(({ contribution }) => contribution)).toEqual([1.2, 0.2]);
    expect(found).toMatchObject({ difference: 1.5, explained: 1.4, residual: 0.1 });
  });

  it('adds up without the noise of binary fractions, whatever the scores', () => {
    const score = fc.integer({ min: 0, max: 10_000_000 }).map((millionths) => millionths / 1_000_000);
    const scores = fc.record({ total: score, a: score, b: score });
    fc.assert(
      fc.property(scores, scores, (own, reference) => {
        const { contributions, residual } = decompose(weighing, TOTAL, profile(own), profile(reference));
        const parts = [...contributions.map(({ contribution }) => contribution), residual];
        const sum = parts.map((part) => exact(part ?? Number.NaN)).reduce(plus);
        expect(inexact(sum)).toBe(inexact(minus(exact(own.total), exact(reference.total))));
      }),
    );
  });

  it('is told to ten decimals: what is below them is noise of the file', () => {
    const own = profile({ total: 63.19945100000001, a: 8, b: 7.100000000000001 });
    const found = decompose(weighing, TOTAL, own, profile({ total: 62, a: 8, b: 7 }));
    expect(found).toMatchObject({ difference: 1.199451, explained: 0.04, residual: 1.159451 });
    expect(found.contributions[1]).toMatchObject({ score: 7.100000000000001, difference: 0.1 });
  });

  it('has no residual where a component is missing: missing is not zero', () => {
    const found = decompose(weighing, TOTAL, profile({ total: 7.5, a: 8 }), profile({ total: 6, a: 6, b: 6.5 }));
    expect(found.contributions[1]).toMatchObject({ score: null, difference: null, contribution: null });
    expect(found).toMatchObject({ difference: 1.5, explained: 1.2, residual: null });
  });
});
