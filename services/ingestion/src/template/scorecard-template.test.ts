import { rankComponent } from '@chi-so/domain/ranking';
import { checkRelease } from '@chi-so/domain/release-check';
import { unitScoresOf } from '@chi-so/domain/release-file';
import { templateOf } from '@chi-so/domain/template';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Reading, releaseOfReading } from '../release-table.ts';
import { DEPARTMENT_RESULTS, DISTRICT_RESULTS, fill } from './filled-scorecard.ts';
import { readTemplate } from './read-template.ts';
import { anIndex, DEPARTMENTS, DISTRICTS, filled, province, scorecard, throughWorkbook } from './template-fixtures.ts';

/** A scorecard of 21 departments and nine districts, filled in Excel. The expected figures were made by hand. */

const unitSet = province();
const methodology = scorecard();
const release = { index: 'cchc', period: '2023', unit_set: 'TEST', edition: 'main' };
const index = anIndex('Đánh giá, xếp loại công tác cải cách hành chính nội tỉnh (CCHC)');
const empty = () => templateOf({ index, release, unitSet, methodology, group: null });

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
    expect(departments.rows).toEqual(DEPARTMENT_RESULTS);
    expect(departments).toMatchObject({ population: 21, scored: 20, rank_of: 20 });
    expect(departments.grade_counts).toEqual({ 'Xuất sắc': 5, Tốt: 16 });

    const districts = tableOf('districts');
    expect(districts.rows).toEqual(DISTRICT_RESULTS);
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
