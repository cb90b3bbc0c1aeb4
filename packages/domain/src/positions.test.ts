import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsAmong, positionsOf, rememberPositions } from './positions.ts';

const named = (units: readonly string[]) => units.map((unit) => ({ unit }));

describe('positions of rows among units', () => {
  it('are those that looking each up by its name gives, in whatever order the rows come', () => {
    const name = fc.constantFrom(...'abcdefgh');
    const units = fc.uniqueArray(name);
    fc.assert(
      fc.property(units, fc.array(name), (listed, asked) => {
        expect([...positionsAmong(named(listed), named(asked))]).toEqual(asked.map((unit) => listed.indexOf(unit)));
      }),
    );
  });

  it('find a unit again for each of its groups, and go on after one that is not there', () => {
    expect([...positionsAmong(named(['a', 'b', 'c']), named(['a', 'a', 'b', 'x', 'c', 'c']))]).toEqual([
      0, 0, 1, -1, 2, 2,
    ]);
  });

  it('are remembered for the list that they were said of, and for no other', () => {
    const [units, others, rows] = [named(['a', 'b']), named(['b', 'a']), named(['b', 'a'])];
    // Nothing that would be found by looking.
    rememberPositions(units, rows, [9, 9]);

    expect(Array.from(positionsOf(units, rows))).toEqual([9, 9]);
    expect(Array.from(positionsOf(others, rows))).toEqual([0, 1]);
  });
});
