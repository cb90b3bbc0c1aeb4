import { describe, expect, it } from 'vitest';
import { ladderOf } from './ladder.ts';
import { ranked, rowOf } from './row-fixtures.ts';

const told = (rungs: ReturnType<typeof ladderOf>) => rungs?.map(({ row, distance }) => [row.unit, distance]);

describe('the units nearest to mine', () => {
  it('are five on each side, with how far they are in the figures as released', () => {
    const rows = ranked(...Array.from({ length: 14 }, (_, i) => (701 - i) / 10));

    expect(told(ladderOf(rows, 'G', 'score'))).toEqual([
      ...[
        ['B', 0.5],
        ['C', 0.4],
        ['D', 0.3],
        ['E', 0.2],
        ['F', 0.1],
      ],
      ...[
        ['G', 0],
        ['H', -0.1],
        ['I', -0.2],
        ['J', -0.3],
        ['K', -0.4],
        ['L', -0.5],
      ],
    ]);
    expect(told(ladderOf(rows, 'A', 'score'))?.map(([unit]) => unit)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  it('are all that cannot be told from mine, however many they are', () => {
    const rows = ranked(...Array.from({ length: 14 }, (_, i) => 70 - i / 10));

    expect(
      told(ladderOf(rows, 'B', 'score', new Set(['B', 'J'])))
        ?.map(([unit]) => unit)
        .at(-1),
    ).toBe('J');
  });

  it('are above mine by a positive distance where the lower score ranks first, too', () => {
    const rows = ranked(70, 69, 68).map((row) => ({ ...row, rank: 4 - (row.rank ?? 0) }));

    expect(told(ladderOf(rows, 'B', 'score'))).toEqual([
      ['C', 1],
      ['B', 0],
      ['A', -1],
    ]);
  });

  it('are none where mine has no rank, no figure or nobody beside it; another group is not beside it', () => {
    expect(ladderOf(ranked(70, 69), null, 'score')).toBeNull();
    expect(ladderOf([...ranked(70, 69), rowOf({ unit: 'X', rank: null })], 'X', 'score')).toBeNull();
    expect(ladderOf([...ranked(70), rowOf({ unit: 'X', group: 'districts', rank: 1 })], 'A', 'score')).toBeNull();
  });
});
