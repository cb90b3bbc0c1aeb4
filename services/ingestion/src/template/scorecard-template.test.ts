import { rankComponent } from '@chi-so/domain/ranking';
import { checkRelease } from '@chi-so/domain/release-check';
import { unitScoresOf } from '@chi-so/domain/release-file';
import { templateOf } from '@chi-so/domain/template';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Reading, releaseOfReading } from '../release-table.ts';
import { readTemplate } from './read-template.ts';
import {
  anIndex,
  CRITERIA,
  DEPARTMENTS,
  DISTRICTS,
  filled,
  province,
  scorecard,
  type Target,
  throughWorkbook,
  type Value,
} from './template-fixtures.ts';

/** A scorecard of 21 departments and nine districts, filled in Excel. The expected figures were made by hand. */

const unitSet = province();
const methodology = scorecard();
const release = { index: 'cchc', period: '2023', unit_set: 'TEST', edition: 'main' };
const index = anIndex('Đánh giá, xếp loại công tác cải cách hành chính nội tỉnh (CCHC)');
const empty = () => templateOf({ index, release, unitSet, methodology, group: null });

/** Areas 1 and 2 and two criteria of area 3 do not apply: 28 criteria of 2.5 are left, 70 points. */
const ofSeventy = (id: string): Value => (id < 'c3-3' ? 'không áp dụng' : id === 'c8-5' ? 2.14 : 2.24);

/** What each criterion of a department is worth: E1 96 points, E2 94, … E16 66; E17 66 too. */
const ofDepartment = (slug: string, id: string): Value => {
  if (slug === 'a') return 2.5;
  if (slug === 'b') return 2;
  if (slug === 'c') return ofSeventy(id);
  if (slug === 'd') return id === 'c5-5' ? '-' : 2.5;
  return Number((2.4 - 0.05 * (Math.min(16, Number(slug.slice(1))) - 1)).toFixed(2));
};

const SHARES: Record<string, number> = { x: 1, y: 0.5, z: 0.5, w1: 0.98, w2: 0.96, w3: 0.9, w4: 0.8, w5: 0.7, w6: 0.6 };
const ofDistrict = (slug: string, id: string): Value =>
  Number(((SHARES[slug] ?? 0) * (id === 'c8-1' ? 5 : 2.5)).toFixed(3));

const EXTRAS: Record<string, Record<string, number>> = {
  'TEST.so-a': { b1: 1.5, b2: 1 },
  'TEST.so-b': { p1: -3, p2: -4 },
};

const GRADES: Record<string, string> = {
  ...Object.fromEntries(['so-a', 'so-e1', 'so-e2', 'so-e3', 'so-e4'].map((slug) => [slug, 'Xuất sắc'])),
  'huyen-x': 'Xuất sắc',
};

const fill = ({ unit, component, figure, stage }: Target): Value => {
  const [, slug = ''] = unit.split(/-(.*)/su);
  if (figure === 'grade_published') return GRADES[unit.slice('TEST.'.length)] ?? 'Tốt';
  if (figure === 'rank_published') return unit === 'TEST.so-c' ? 6 : null;
  if (stage === 'appraisal-2') return null;
  if (stage === 'appraisal-1') return unit === 'TEST.so-a' && component === 'c1-1' ? 2 : null;
  if (stage === 'self') return CRITERIA.includes(component) ? 2.5 : null;
  if (!CRITERIA.includes(component)) return EXTRAS[unit]?.[component] ?? null;
  return unit.includes('.so-') ? ofDepartment(slug, component) : ofDistrict(slug, component);
};

const parsed = (reading: Reading) => releaseOfReading(reading, release);

describe('the template of a scorecard', () => {
  it('has a sheet for each group and stage, with the criteria and maxima of that group', () => {
    const sheets = empty();

    expect(sheets.map(({ name }) => name)).toEqual([
      'Sở, ban, ngành – Kết quả',
      'Sở, ban, ngành – Tự chấm',
      'Sở, ban, ngành – Thẩm định 1',
      'Sở, ban, ngành – Thẩm định 2',
      'Huyện – Kết quả',
      'Huyện – Tự chấm',
      'Huyện – Thẩm định 1',
      'Huyện – Thẩm định 2',
    ]);
    const rowOf = (sheet: number, id: string) =>
      sheets[sheet]?.rows
        .find((row) => row[0]?.value === id)
        ?.slice(0, 4)
        .map(({ value }) => value);
    expect(rowOf(0, 'c8-1')).toEqual(['c8-1', 'Tiêu chí c8-1', 'điều tra XHH', 2.5]);
    expect(rowOf(4, 'c8-1')).toEqual(['c8-1', 'Tiêu chí c8-1', 'điều tra XHH', 5]);
    expect(rowOf(4, 'c8-5')).toBeUndefined();
    expect(rowOf(0, 'a3')).toEqual(['a3', 'Lĩnh vực 3', 'tự tính', 12.5]);
    expect(rowOf(0, 'p1')).toEqual(['p1', 'p1', 'điểm trừ', -4]);
    expect(sheets[0]?.rows[0]?.slice(4).map(({ value }) => value)).toEqual(DEPARTMENTS);
    expect(sheets[4]?.rows[0]?.slice(4).map(({ value }) => value)).toEqual(DISTRICTS);
  });
});

describe('a filled scorecard', () => {
  let reading: Reading;
  beforeAll(async () => {
    reading = readTemplate(await throughWorkbook(filled(empty(), fill)), { unitSet, methodology });
  });

  it('is a release without a fault', () => {
    expect(reading.findings).toEqual([]);
    const file = parsed(reading);
    expect(file.source).toMatchObject({ title: 'CCHC 2023', publisher: 'Bộ Nội vụ', kind: 'publisher' });
    expect(checkRelease(file, unitSet, methodology)).toEqual([]);
    expect(reading.findings).toEqual([]);
  });

  it('does not say that units without a bonus or a penalty are missing', () => {
    expect([...reading.preamble].filter(([key]) => key.startsWith('extent.'))).toEqual([
      ['extent.b1', ['partial']],
      ['extent.b2', ['partial']],
      ['extent.p1', ['partial']],
      ['extent.p2', ['partial']],
    ]);
  });

  it('gives the points, percentages, ranks, grades and counts that were made by hand', () => {
    const file = parsed(reading);
    const ranking = rankComponent(
      { announcement: file.announcement, units: unitScoresOf(file.rows), methodology, unit_set: unitSet },
      'total',
    );
    const tableOf = (group: string) => {
      const { places = [], ...counts } = ranking.groups.find((each) => each.group === group) ?? {};
      const rows = places.map(({ unit, rank, grade }) => {
        const { score, maximum, percent } = ranking.units.find((each) => each.unit === unit) ?? {};
        return [unit.slice('TEST.'.length), score, maximum, percent, rank, grade];
      });
      return { rows, ...counts };
    };

    const departments = tableOf('departments');
    expect(departments.rows).toEqual([
      ['so-a', 102, 100, 102, 1, 'Xuất sắc'],
      ['so-e1', 96, 100, 96, 2, 'Xuất sắc'],
      ['so-e2', 94, 100, 94, 3, 'Xuất sắc'],
      ['so-e3', 92, 100, 92, 4, 'Xuất sắc'],
      ['so-e4', 90, 100, 90, 5, 'Xuất sắc'],
      ['so-c', 62.62, 70, 89.4571428571, 6, 'Tốt'],
      ['so-e5', 88, 100, 88, 7, 'Tốt'],
      ['so-e6', 86, 100, 86, 8, 'Tốt'],
      ['so-e7', 84, 100, 84, 9, 'Tốt'],
      ['so-e8', 82, 100, 82, 10, 'Tốt'],
      ['so-e9', 80, 100, 80, 11, 'Tốt'],
      ['so-e10', 78, 100, 78, 12, 'Khá'],
      ['so-e11', 76, 100, 76, 13, 'Khá'],
      ['so-b', 75, 100, 75, 14, 'Khá'],
      ['so-e12', 74, 100, 74, 15, 'Khá'],
      ['so-e13', 72, 100, 72, 16, 'Khá'],
      ['so-e14', 70, 100, 70, 17, 'Khá'],
      ['so-e15', 68, 100, 68, 18, 'Khá'],
      ['so-e16', 66, 100, 66, 19, 'Khá'],
      ['so-e17', 66, 100, 66, 19, 'Khá'],
      ['so-d', null, 100, null, null, null],
    ]);
    expect(departments).toMatchObject({ population: 21, scored: 20, rank_of: 20 });
    expect(departments.grade_counts).toEqual({ 'Xuất sắc': 5, Tốt: 16 });

    const districts = tableOf('districts');
    expect(districts.rows).toEqual([
      ['huyen-x', 100, 100, 100, 1, 'Xuất sắc'],
      ['huyen-w1', 98, 100, 98, 2, 'Xuất sắc'],
      ['huyen-w2', 96, 100, 96, 3, 'Xuất sắc'],
      ['huyen-w3', 90, 100, 90, 4, 'Tốt'],
      ['huyen-w4', 80, 100, 80, 5, 'Khá'],
      ['huyen-w5', 70, 100, 70, 6, 'Khá'],
      ['huyen-w6', 60, 100, 60, 7, 'Trung bình'],
      ['huyen-y', 50, 100, 50, 8, 'Trung bình'],
      ['huyen-z', 50, 100, 50, 8, 'Trung bình'],
    ]);
    expect(districts).toMatchObject({ population: 9, scored: 9, rank_of: 9, grade_counts: { 'Xuất sắc': 1, Tốt: 8 } });
  });

  it('keeps its stages beside the results, and none for a sheet that is blank', () => {
    const units = unitScoresOf(parsed(reading).rows);
    const stages = units.find(({ unit }) => unit === 'TEST.so-a')?.stages;

    expect(Object.keys(stages ?? {})).toEqual(['self', 'appraisal-1']);
    expect(stages?.['appraisal-1']).toMatchObject({ 'c1-1': { score: 2, status: 'A' } });
    expect(Object.keys(stages?.self ?? {})).toHaveLength(40);
    expect(units.flatMap((unit) => Object.keys(unit.stages?.['appraisal-2'] ?? {}))).toEqual([]);
  });

  it('keeps no places: where a figure stood in the file is no part of the release', () => {
    const [unit] = unitScoresOf(parsed(reading).rows);

    expect(Object.keys(unit?.scores['c1-1'] ?? {})).not.toEqual(expect.arrayContaining(['sheet']));
    expect(JSON.stringify(unit)).not.toMatch(/"(sheet|at|row)"/);
  });
});
