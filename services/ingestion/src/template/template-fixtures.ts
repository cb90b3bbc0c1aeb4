import { aComponent, aMethodology, aUnitSet } from '@chi-so/domain/fixtures';
import type { Index, Methodology } from '@chi-so/domain/methodology';
import type { Stage } from '@chi-so/domain/score';
import { readHeader, type TemplateSheet } from '@chi-so/domain/template';
import type { UnitSet } from '@chi-so/domain/unit-set';
import writeWorkbook from 'write-excel-file/node';
import type { Table } from '../tables/table.ts';
import { readTables } from '../tables/workbook-tables.ts';
import { templateTable } from './template-text.ts';

/** Templates filled as a person fills them: by what stands at the top and at the left of a cell. */

export type Value = string | number | null;
export type Target = { unit: string; component: string; figure: string; stage: Stage | 'result' };

/** The sheets with the values in the cells that ask for them. */
export const filled = (sheets: readonly TemplateSheet[], fill: (target: Target) => Value): TemplateSheet[] =>
  sheets.map((sheet) => {
    const top = sheet.rows[0] ?? [];
    const first = (row: TemplateSheet['rows'][number] | undefined) => String(row?.[0]?.value ?? '');
    const stage = sheet.rows.map((row) => /^# stage: (.+)$/.exec(first(row))?.[1]).find(Boolean) ?? 'result';
    const isByUnit = first(top) === 'unit';
    return {
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.map((cell, column) => {
          if (cell.style !== 'input' && cell.style !== 'computed') return cell;
          const across = String(top[column]?.value);
          const [unit, id] = isByUnit ? [first(row), across] : [across, first(row)];
          return { ...cell, value: fill({ unit, ...readHeader(id), stage: stage as Target['stage'] }) };
        }),
      ),
    };
  });

/** Through the bytes of a workbook and back. */
export const throughWorkbook = async (sheets: readonly TemplateSheet[]): Promise<Table[]> =>
  readTables(
    await writeWorkbook(
      sheets.map(({ name, rows }) => ({
        sheet: name,
        data: rows.map((row) => row.map(({ value }) => value)),
      })),
    ).toBuffer(),
  );

/** One sheet saved as text, as Excel does it: every row as wide as the widest. */
export const throughText = ({ rows }: TemplateSheet, delimiter: string, mark: string): Table[] => {
  const width = Math.max(...rows.map((row) => row.length));
  const textOf = (value: Value | undefined) => {
    const text = typeof value === 'number' ? String(value).replace('.', mark) : (value ?? '');
    return text.includes('"') || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => Array.from({ length: width }, (_, i) => textOf(row[i]?.value)).join(delimiter));
  const table = templateTable(`\uFEFF${lines.join('\r\n')}\r\n`);
  return table ? [table] : [];
};

/** The tables with one cell changed: `B3` of the first sheet. */
export const withCell = (
  tables: readonly Table[],
  place: { row: number; column: number; sheet?: number },
  value: string | number | boolean,
  formula: 'none' | 'own' | 'external' = 'none',
): Table[] =>
  tables.map((table, i) => {
    if (i !== (place.sheet ?? 0)) return table;
    const cell = { row: place.row, column: place.column, value, formula };
    const rows = new Map(table.rows.map((row) => [row[0]?.row, row]));
    const others = (rows.get(place.row) ?? []).filter(({ column }) => column !== place.column);
    rows.set(
      place.row,
      [...others, cell].sort((a, b) => a.column - b.column),
    );
    return { ...table, rows: [...rows.values()].sort((a, b) => (a[0]?.row ?? 0) - (b[0]?.row ?? 0)) };
  });

/** The tables without some rows. */
export const withoutRows = (tables: readonly Table[], isGone: (id: string) => boolean): Table[] =>
  tables.map((table) => ({ ...table, rows: table.rows.filter(([first]) => !isGone(String(first?.value))) }));

/** Where the row and the column with these ids meet. */
export const placeOf = (tables: readonly Table[], rowId: string, columnId: string, sheet = 0) => {
  const { rows = [] } = tables[sheet] ?? {};
  const row = rows.find(([first]) => first?.value === rowId)?.[0]?.row ?? 0;
  return { sheet, row, column: rows[0]?.find(({ value }) => value === columnId)?.column ?? 0 };
};

export const anIndex = (name_vi = 'Chỉ số cải cách hành chính (PAR INDEX)'): Index => ({
  index: 'par-index',
  name_vi,
  name_en: 'PAR INDEX',
  publisher_vi: 'Bộ Nội vụ',
  publisher_en: 'Ministry of Home Affairs',
  level: 'province',
  calendar: null,
});

const GRADES = ['Xuất sắc', 'Tốt', 'Khá', 'Trung bình'];
const bands = (...from: number[]) => GRADES.map((grade, i) => ({ grade, name_en: grade, from: from[i] ?? null }));

const AREAS = [1, 2, 3, 4, 5, 6, 7, 8];
export const CRITERIA = AREAS.flatMap((area) => [1, 2, 3, 4, 5].map((i) => `c${area}-${i}`));

/** Eight areas of five criteria of 2.5 points. For districts c8-1 is worth 5 and c8-5 does not exist. */
const criterion = (id: string) => {
  const given = { part: id[1] === '8' ? 'survey' : 'appraised', name_vi: `Tiêu chí ${id}` } as const;
  if (id === 'c8-1') return aComponent(id, 'a8', 2.5, { ...given, maxima: { districts: 5 } });
  if (id === 'c8-5') return aComponent(id, 'a8', 2.5, { ...given, groups: ['departments'] });
  return aComponent(id, `a${id[1]}`, 2.5, given);
};

/** A scorecard as provinces have it, with stages, a survey, bonuses and penalties. */
export const scorecard = (): Methodology =>
  aMethodology({
    index: 'cchc',
    methodology: 'cchc-TEST-2020',
    unit_set: 'TEST',
    ranked_groups: ['departments', 'districts'],
    aggregation: { kind: 'points', factor: 1 },
    rank_by: 'percent',
    stages: ['self', 'appraisal-1', 'appraisal-2'],
    grading: 'thresholds',
    grades: [
      { group: 'departments', bands: bands(90, 80, 65, 50) },
      { group: 'districts', bands: bands(95, 85, 70, 50) },
    ],
    components: [
      aComponent('total', null, 100, { name_vi: 'Tổng điểm' }),
      ...AREAS.map((area) => aComponent(`a${area}`, 'total', 12.5, { name_vi: `Lĩnh vực ${area}` })),
      ...CRITERIA.map(criterion),
      aComponent('bonus', 'total', 2, { part: 'bonus' }),
      aComponent('b1', 'bonus', 2, { part: 'bonus' }),
      aComponent('b2', 'bonus', 2, { part: 'bonus' }),
      aComponent('penalty', 'total', 0, { part: 'penalty', minimum: -5 }),
      aComponent('p1', 'penalty', 0, { part: 'penalty', minimum: -4 }),
      aComponent('p2', 'penalty', 0, { part: 'penalty', minimum: -4 }),
    ],
  });

/** 21 departments and nine districts. */
export const DEPARTMENTS = ['a', 'b', 'c', 'd', ...Array.from({ length: 17 }, (_, i) => `e${i + 1}`)].map(
  (slug) => `TEST.so-${slug}`,
);
export const DISTRICTS = ['x', 'y', 'z', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6'].map((slug) => `TEST.huyen-${slug}`);

export const province = (): UnitSet => {
  const unitSet = aUnitSet([...DEPARTMENTS, ...DISTRICTS], { departments: DEPARTMENTS, districts: DISTRICTS });
  const names: Record<string, string> = { departments: 'Sở, ban, ngành', districts: 'Huyện' };
  return { ...unitSet, groups: unitSet.groups.map((each) => ({ ...each, name_vi: names[each.group] ?? each.group })) };
};
