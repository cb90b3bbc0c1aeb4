import { describe, expect, it } from 'vitest';
import { TOTAL } from '../identity.ts';
import { figuresOf } from './fixtures.ts';
import { moversOf } from './movers.ts';

const ranked = (scores: Record<string, number | null>) => {
  const { documents, group } = figuresOf(
    Object.fromEntries(Object.entries(scores).map(([unit, total]) => [unit, { total }])),
  );
  return { units: documents.get(TOTAL)?.ranking.units ?? [], group };
};

describe('What moved', () => {
  it('is listed by the gain, ties sharing a place, and the units of one period apart', () => {
    const before = ranked({ u: 5, v: 6, w: 7, gone: 3, new: null });
    const after = ranked({ u: 6.1, v: 7.1, w: 6, gone: null, new: 4 });
    const { movers, only_before, only_after } = moversOf(before, after, 'higher-is-better');
    expect(
      movers.map(({ unit, score_change, rank_change, change_rank }) => [unit, score_change, rank_change, change_rank]),
    ).toEqual([
      ['v', 1.1, 1, 1],
      ['u', 1.1, 1, 1],
      ['w', -1, -2, 3],
    ]);
    expect([only_before, only_after]).toEqual([['gone'], ['new']]);
  });

  it('by a fall is a gain, where low is good', () => {
    const { movers } = moversOf(ranked({ u: 5, v: 5 }), ranked({ u: 4, v: 6 }), 'lower-is-better');
    expect(movers.map(({ unit }) => unit)).toEqual(['u', 'v']);
  });
});
