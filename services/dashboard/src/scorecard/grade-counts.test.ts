import { describe, expect, it } from 'vitest';
import { rowOf } from '../ranking/row-fixtures.ts';
import { gradeCountsOf } from './grade-counts.ts';

describe('the number of units by grade', () => {
  const rows = ['Tốt', 'Tốt', null, 'Khá'].map((grade) => rowOf({ grade }));

  it('is the announced one, though not every unit is listed, and a grade that nobody got is 0', () => {
    expect(gradeCountsOf(rows, { 'Xuất sắc': 0, Tốt: 21 })).toEqual({
      ...{ counts: { 'Xuất sắc': 0, Tốt: 21 }, basis: 'published' },
    });
  });

  it('is counted, and said to be, where nobody has announced it', () => {
    expect(gradeCountsOf(rows, null)).toEqual({ counts: { Tốt: 2, Khá: 1 }, basis: 'computed' });
  });

  it('is not known where no unit has a grade', () => {
    expect(gradeCountsOf([rowOf({ grade: null })], undefined)).toBeNull();
  });
});
