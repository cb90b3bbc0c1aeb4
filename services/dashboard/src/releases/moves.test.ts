import { describe, expect, it } from 'vitest';
import type { Change } from '../data/releases.ts';
import { movesOf } from './moves.ts';

const row = (unit: string, component: string, from: number | null, to: number | null): Change['rows'][number] => ({
  ...{ unit, component, group: 'all', rank_before: from, rank: to },
  ...{ score: null, score_before: null, rank_published: null, rank_published_before: null },
  ...{ grade_published: null, grade_published_before: null },
});

describe('the moves of a change', () => {
  it('are those of the whole, the furthest in either direction first', () => {
    const rows = [
      row('a', 'total', 20, 19),
      row('b', 'total', 5, 12),
      row('b', 'land', 40, 2),
      row('c', 'total', 3, 3),
    ];
    expect(movesOf({ rows })).toEqual({ count: 2, furthest: { unit: 'b', from: 5, to: 12 } });
  });

  it('are none where a rank came or went: there is nothing to count from', () => {
    expect(movesOf({ rows: [row('a', 'total', null, 1), row('b', 'total', 1, null)] })).toEqual({
      count: 0,
      furthest: null,
    });
  });
});
