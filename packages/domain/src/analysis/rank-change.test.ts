import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from './fixtures.ts';
import { rankChange } from './rank-change.ts';

const totals = (scores: Record<string, number | null>) =>
  figuresOf(Object.fromEntries(Object.entries(scores).map(([unit, total]) => [unit, { total }])));

describe('A change of rank', () => {
  it('is what the unit did among the others as they were, and what the others did to it', () => {
    const before = totals({ u: 5, v: 6, w: 7, x: 4 });
    const after = totals({ u: 8, v: 9, w: 7, x: 4 });
    expect(rankChange(before, after, 'u')).toEqual({
      ...{ rank_before: 3, rank: 2, change: 1 },
      ...{ own: 2, others: -1, leavers: 0, newcomers: 0, population: 0 },
    });
  });

  it('says apart what it made that others are no more ranked, or are new', () => {
    const before = totals({ u: 5, v: 6, w: null });
    const after = totals({ u: 5, v: null, w: 4 });
    expect(rankChange(before, after, 'u')).toMatchObject({ change: 1, own: 0, others: 0, population: 1 });
  });

  it('keeps who left and who is new apart where the two cancel out', () => {
    const before = totals({ u: 5, v: 6, w: null });
    const after = totals({ u: 5, v: null, w: 7 });
    expect(rankChange(before, after, 'u')).toMatchObject({ change: 0, leavers: 1, newcomers: -1, population: 0 });
  });

  it('is not there for whom one of the ranks is not', () => {
    expect(rankChange(totals({ u: null, v: 6 }), totals({ u: 5, v: 6 }), 'u')).toBeNull();
  });

  it('is the sum of its parts, whoever moves', () => {
    const score = fc.option(fc.integer({ min: 0, max: 6 }));
    const scores = fc.record({ u: fc.integer({ min: 0, max: 6 }), v: score, w: score, x: score, y: score });
    fc.assert(
      fc.property(scores, scores, (before, after) => {
        const found = rankChange(totals(before), totals(after), 'u');
        expect(found?.change).toBe((found?.own ?? 0) + (found?.others ?? 0) + (found?.population ?? 0));
      }),
    );
  });
});
