import { type Finding, finding } from '@chi-so/domain/finding';
import type { ScoreRow } from '@chi-so/domain/release-file';
import { describe, expect, it } from 'vitest';
import { pinned } from './pinned-findings.ts';

const row = (line: number, unit: string, component: string, at?: ScoreRow['at']): ScoreRow => ({
  ...{ row: line, unit, component, stage: 'result', score: 1, status: 'A', reason: null, note: null, source: null },
  ...{ rank_published: null, rank_claimed: null, grade_published: null, at },
});

const found = (spot: Partial<Finding>): Finding => finding('error', 'number', spot, 'x', 'x');
const pinsOf = (rows: ScoreRow[], spot: Partial<Finding>) => {
  const [one] = pinned([found(spot)], rows);
  return [one?.unit, one?.component, one?.stage];
};
const pinOf = (rows: ScoreRow[], spot: Partial<Finding>) => pinsOf(rows, spot).slice(0, 2);

describe('a finding is pinned to the figure at its place', () => {
  const wide = ['VN63-01', 'VN63-02'].flatMap((unit, i) => [
    row(i + 2, unit, 'total', { unit: 'A', score: 'B', rank_published: 'D' }),
    row(i + 2, unit, 'land', { unit: 'A', score: 'C' }),
  ]);

  it('by line and column of a wide table', () => {
    expect(pinOf(wide, { row: 3, column: 'C' })).toEqual(['VN63-02', 'land']);
    expect(pinOf(wide, { row: 2, column: 'D' })).toEqual(['VN63-01', 'total']);
  });

  it('by what is known of it: the column alone, or the line alone', () => {
    expect(pinOf(wide, { column: 'C' })).toEqual([undefined, 'land']);
    expect(pinOf(wide, { row: 2, column: 'A' })).toEqual(['VN63-01', undefined]);
    expect(pinOf(wide, { row: 9, column: 'C' })).toEqual([undefined, 'land']);
    expect(pinOf(wide, {})).toEqual([undefined, undefined]);
  });

  it('by the line of a long one', () => {
    const long = [row(12, 'VN63-01', 'total'), row(13, 'VN63-01', 'land')];
    expect(pinOf(long, { row: 13, column: 'score' })).toEqual(['VN63-01', 'land']);
  });

  it('by the cell where two tables stand side by side', () => {
    const paired = [
      row(5, 'VN63-01', 'total', { unit: 'A', score: 'B' }),
      row(5, 'VN63-33', 'total', { unit: 'D', score: 'E' }),
    ];
    expect(pinOf(paired, { row: 5, column: 'E' })).toEqual(['VN63-33', 'total']);
    expect(pinOf(paired, { row: 5, column: 'B' })).toEqual(['VN63-01', 'total']);
    expect(pinOf(paired, { row: 5 })).toEqual([undefined, 'total']);
  });

  it('to no component where a name is meant', () => {
    const one = [row(2, 'VN63-01', 'total', { unit: 'A', score: 'B' })];
    expect(pinOf(one, { row: 2, column: 'A' })).toEqual(['VN63-01', undefined]);
    expect(pinOf([row(12, 'VN63-01', 'land')], { row: 12, column: 'unit' })).toEqual(['VN63-01', undefined]);
  });

  it('to its stage', () => {
    const staged = [
      { ...row(2, 'VN63-35.a', 'plan', { unit: 'A', score: 'B' }), stage: 'self' as const },
      row(2, 'VN63-35.a', 'plan', { unit: 'A', score: 'C' }),
    ];
    expect(pinsOf(staged, { row: 2, column: 'B' })).toEqual(['VN63-35.a', 'plan', 'self']);
    expect(pinsOf(staged, { row: 2, column: 'C' })).toEqual(['VN63-35.a', 'plan', 'result']);
    expect(pinsOf(staged, { row: 2 })).toEqual(['VN63-35.a', 'plan', undefined]);
  });

  it('on its own sheet only', () => {
    const sheets = [
      { ...row(2, 'VN63-01', 'total', { score: 'B' }), sheet: '2018' },
      { ...row(2, 'VN63-02', 'total', { score: 'B' }), sheet: '2019' },
    ];
    expect(pinOf(sheets, { sheet: '2019', row: 2, column: 'B' })).toEqual(['VN63-02', 'total']);
    expect(pinOf(sheets, { row: 2, column: 'B' })).toEqual([undefined, undefined]);
  });
});
