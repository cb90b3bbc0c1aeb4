import { describe, expect, it } from 'vitest';
import { announced, aScore, aUnitSet } from '../fixtures.ts';
import { aContext, aFile, aRow } from './fixtures.ts';
import { gradeCounts } from './grade-counts.ts';

const graded = (grades: Record<string, string>) =>
  Object.entries(grades).map(([unit, grade_published], i) =>
    aRow({ row: i + 2, unit, ...aScore({ score: 80, grade_published }) }),
  );

const found = (
  grades: Record<string, string>,
  counts: Record<string, number>,
  population: Record<string, number> = {},
) => {
  const context = aContext(graded(grades), {
    unitSet: { ...aUnitSet(['a', 'b', 'c', 'd'], { departments: ['a', 'b', 'c'] }), roster: 'partial' },
  });
  const announcement = announced({ grade_counts: { departments: counts }, population });
  return gradeCounts({ ...context, file: aFile(context.file.rows, { announcement }) });
};

describe('announced counts by grade', () => {
  it('agree with the grades of a file that names every unit of the group', () => {
    expect(found({ a: 'Tốt', b: 'Tốt', c: 'Khá', d: 'Yếu' }, { Tốt: 2, Khá: 1 })).toEqual([]);
  });

  it('that differ from them are errors, grade by grade', () => {
    expect(found({ a: 'Tốt', b: 'Khá', c: 'Khá' }, { Tốt: 2, Khá: 1 })).toMatchObject([
      { rule: 'grade-counts', severity: 'error', column: 'grade_count.departments.Tốt', value: 2 },
      { rule: 'grade-counts', severity: 'error', column: 'grade_count.departments.Khá', value: 1 },
    ]);
  });

  it('say nothing of units that the file leaves out', () => {
    expect(found({ a: 'Tốt' }, { Tốt: 2, Khá: 1 })).toEqual([]);
    expect(found({ a: 'Tốt', b: 'Khá' }, { Tốt: 11, Khá: 9 }, { departments: 21 })).toEqual([]);
  });

  it('cannot be smaller than what the file shows', () => {
    expect(found({ a: 'Tốt', b: 'Tốt' }, { Tốt: 1, Khá: 2 })).toMatchObject([{ value: 1 }]);
  });

  it('cannot add up to more than the group', () => {
    expect(found({ a: 'Tốt' }, { Tốt: 20, Khá: 2 }, { departments: 21 })).toMatchObject([
      { rule: 'grade-counts', column: 'grade_count.departments', value: 22 },
    ]);
  });
});
