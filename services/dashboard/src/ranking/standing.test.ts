import { describe, expect, it } from 'vitest';
import { ranked, rowOf } from './row-fixtures.ts';
import { figureText, gapsAbove, standingOf } from './standing.ts';
import { neighboursText } from './standing-line.tsx';

describe('the standing of a unit', () => {
  it('names the neighbours and how far away they are, in decimals and not in binary noise', () => {
    const standing = standingOf(ranked(66.5, 66.4, 66.1), 'B', 'score');

    expect([standing?.above?.row.unit, standing?.above?.distance]).toEqual(['A', 0.1]);
    expect([standing?.below?.row.unit, standing?.below?.distance]).toEqual(['C', 0.3]);
  });

  it('has those of the same rank beside it, and neighbours beyond them', () => {
    const standing = standingOf(ranked(70, 69, 69, 69, 68), 'C', 'score');

    expect(standing?.tiedWith.map(({ unit }) => unit)).toEqual(['B', 'D']);
    expect([standing?.above?.row.unit, standing?.below?.row.unit]).toEqual(['A', 'E']);
  });

  it('has no neighbours where it is not ranked, and is nothing where the unit is not there', () => {
    const unranked = rowOf({ unit: 'X', score: null, rank: null, reason: 'withheld' });

    expect(standingOf([...ranked(70, 69), unranked], 'X', 'score')).toMatchObject({ above: null, below: null });
    expect(standingOf(ranked(70, 69), 'Y', 'score')).toBeNull();
    expect(standingOf(ranked(70, 69), null, 'score')).toBeNull();
  });

  it('is one of its own group: those of another are ranked apart', () => {
    const [departments, districts] = ['departments', 'districts'].map((group) =>
      ranked(90, 80, 80, 70).map((row) => ({ ...row, group, unit: `${group} ${row.unit}` })),
    );
    const standing = standingOf([...(departments ?? []), ...(districts ?? [])], 'districts B', 'score');

    expect(standing?.tiedWith.map(({ unit }) => unit)).toEqual(['districts C']);
    expect([standing?.above?.row.unit, standing?.below?.row.unit]).toEqual(['districts A', 'districts D']);
  });

  it('is told in percent where units have different maxima', () => {
    const rows = [
      rowOf({ unit: 'A', score: 80, percent: 95, rank: 1 }),
      rowOf({ unit: 'B', score: 90, percent: 92.5, rank: 2 }),
    ];

    const standing = standingOf(rows, 'B', 'percent');

    expect(standing?.above?.distance).toBe(2.5);
    expect(standing && neighboursText(standing, 'percent', 1, 'vi')).toBe(
      'Kém Thừa Thiên Huế (hạng 1) 2,5 điểm phần trăm.',
    );
    expect(figureText('vi', 92.5, 'percent', 1)).toBe('92,5\u00A0%');
  });

  it('is a sentence, or nothing where there is nobody beside it', () => {
    const [pair, alone] = [standingOf(ranked(70, 69), 'A', 'score'), standingOf(ranked(70), 'A', 'score')];

    expect(pair && neighboursText(pair, 'score', 2, 'vi')).toBe('Hơn B (hạng 2) 1,00 điểm.');
    expect(alone && neighboursText(alone, 'score', 2, 'vi')).toBe('');
  });
});

describe('the gaps of a ranking', () => {
  it('are measured to the unit next above, for tied units to the same one', () => {
    expect([...gapsAbove(ranked(70, 69, 69, 68.8), 'score')]).toEqual([
      ['B', 1],
      ['C', 1],
      ['D', 0.2],
    ]);
  });
});
