import { type Finding, finding, type Spot } from '@chi-so/domain/finding';
import { STAGES, type Stage } from '@chi-so/domain/score';
import {
  HEADER,
  maximumOfName,
  readHeader,
  TEMPLATE_FORMS,
  TEMPLATE_KEYS,
  type TemplateForm,
} from '@chi-so/domain/template';
import { readPreamble, type TableRow } from '../release-table.ts';
import { dayOf } from '../tables/day.ts';
import { type Cell, columnName, type Table } from '../tables/table.ts';

/** One sheet of a template as it lies there: its lines, its two headers and its rows, before anything is read from it. */

export type TemplateSheet = {
  sheet: string | null;
  form: TemplateForm;
  stage: Stage | 'result';
  /** The release's own lines. */
  preamble: Map<string, string[]>;
  /** The row of each of these lines. */
  lineRows: Map<string, number>;
  /** Cells of the header of ids, without the first. */
  ids: Cell[];
  /** Cells of the header of names, by column. */
  names: Map<number, Cell>;
  /** Rows under the header that are neither lines nor names. */
  body: Cell[][];
};

export type Report = (
  severity: Finding['severity'],
  rule: string,
  spot: Omit<Spot, 'sheet'>,
  vi: string,
  en: string,
) => void;

/** Findings of one sheet go to `findings` with the sheet's name. */
export const reportOf =
  (sheet: string | null, findings: Finding[]): Report =>
  (severity, rule, spot, vi, en) => {
    findings.push(finding(severity, rule, { ...spot, sheet }, vi, en));
  };

export const textOf = (cell: Cell | undefined): string => (cell ? String(cell.value).normalize('NFC').trim() : '');

/** Where a cell is. */
export const spotOf = (cell: Cell): Omit<Spot, 'sheet'> => ({
  row: cell.row,
  column: columnName(cell.column),
  value: typeof cell.value === 'boolean' ? String(cell.value) : cell.value,
});

const firstOf = (row: readonly Cell[]): string => textOf(row.find(({ column }) => column === 0));
const lineOf = (row: readonly Cell[]): [key: string, value: string] | undefined => {
  const [, key, value] = /^#\s*([^:]+?)\s*:\s*(.*)$/su.exec(firstOf(row)) ?? [];
  return key === undefined || value === undefined ? undefined : [key, value];
};

/** Whether the sheet says that it is of a template, and a person who opens the file sees it. */
export const isTemplateSheet = ({ rows, hidden }: Table): boolean => !hidden && saysTemplate(rows);

export const saysTemplate = (rows: readonly Cell[][]): boolean =>
  rows.some((row) => lineOf(row)?.[0] === TEMPLATE_KEYS.form);

/** Nothing where the sheet cannot be understood; then a finding says why. */
export const readTemplateSheet = ({ sheet, rows }: Table, findings: Finding[]): TemplateSheet | undefined => {
  const report = reportOf(sheet, findings);
  const lines = rows.filter((row) => firstOf(row).startsWith('#'));
  const said = new Map(lines.flatMap((row) => (lineOf(row) ? [lineOf(row) as [string, string]] : [])));

  const form = oneOf(said.get(TEMPLATE_KEYS.form), TEMPLATE_FORMS, TEMPLATE_KEYS.form, report);
  const header = form && rows.find((row) => firstOf(row) === HEADER[form].ids);
  if (form && !header) {
    const name = HEADER[form].ids;
    report(
      'error',
      'template-header',
      {},
      `Không thấy dòng tiêu đề (ô đầu là "${name}"): hãy tải lại mẫu`,
      `The header row (its first cell is "${name}") is missing: download the template again`,
    );
  }
  // Without its line a sheet of self-scores would be taken for results.
  const stage =
    form === 'criteria'
      ? oneOf(said.get(TEMPLATE_KEYS.stage), [...STAGES, 'result'] as const, TEMPLATE_KEYS.stage, report)
      : 'result';
  if (!form || !header || !stage) return undefined;

  for (const cell of header) refuseFormula(cell, report);
  const names = rows.find((row) => firstOf(row) === HEADER[form].names);
  return {
    sheet,
    form,
    stage,
    ...readLines(lines, sheet, findings),
    ids: header.filter(({ column }) => column > 0),
    names: new Map(names?.map((cell) => [cell.column, cell])),
    body: rows.filter((row) => row !== header && row !== names && !lines.includes(row)),
  };
};

const oneOf = <T extends string>(
  value: string | undefined,
  allowed: readonly T[],
  key: string,
  report: Report,
): T | undefined => {
  const found = allowed.find((option) => option === value);
  if (found) return found;
  const list = allowed.join(', ');
  report(
    'error',
    key === TEMPLATE_KEYS.stage ? 'unknown-stage' : 'template',
    { column: 'A', value: value ?? null },
    `Dòng "# ${key}: …" phải là một trong: ${list}`,
    `The line "# ${key}: …" must be one of: ${list}`,
  );
  return undefined;
};

const OWN_KEYS: readonly string[] = Object.values(TEMPLATE_KEYS);

/** The release's lines; blank ones say nothing. A value may stand in the cell beside its key. */
const readLines = (
  lines: readonly Cell[][],
  sheet: string | null,
  findings: Finding[],
): Pick<TemplateSheet, 'preamble' | 'lineRows'> => {
  const report = reportOf(sheet, findings);
  const lineRows = new Map<string, number>();
  const said: TableRow[] = [];
  for (const row of lines) {
    const [key, beside] = [row.find(({ column }) => column === 0), row.find(({ column }) => column === 1)];
    const [name, value] = lineOf(row) ?? [undefined, ''];
    if (!key || (name !== undefined && OWN_KEYS.includes(name))) continue;
    for (const cell of [key, ...(beside ? [beside] : [])]) refuseFormula(cell, report);
    if (name === undefined) said.push({ row: key.row, cells: [textOf(key)] });
    else if ((value || textOf(beside)) !== '') {
      const given = value || beside?.value || '';
      const text = name === 'published_on' ? dayOf(given) : String(given).normalize('NFC').trim();
      lineRows.set(name, lineRows.get(name) ?? key.row);
      said.push({ row: key.row, cells: [`# ${name}: ${text}`] });
    }
  }
  const faults: Finding[] = [];
  const preamble = readPreamble(said, faults);
  findings.push(...faults.map((fault) => ({ ...fault, sheet, column: 'A' })));
  return { preamble, lineRows };
};

/** What was computed when the file was last saved may not be what it says now: only values are taken. */
export const refuseFormula = (cell: Cell, report: Report): boolean => {
  if (cell.formula === 'none') return false;
  const place = `${columnName(cell.column)}${cell.row}`;
  report(
    'error',
    'formula',
    spotOf(cell),
    `Ô ${place} có công thức: hãy dán giá trị`,
    `The cell ${place} is a formula: paste its value`,
  );
  return true;
};

/** What the columns beside the ids are, and what each of the others is about. */
export const columnsOf = ({ form, ids }: TemplateSheet) => {
  const described: readonly string[] = HEADER[form].described;
  const isDescription = (cell: Cell) => described.includes(textOf(cell));
  return {
    description: (name: string): number => ids.find((cell) => textOf(cell) === name)?.column ?? -1,
    figures: ids.filter((cell) => !isDescription(cell)),
    known: new Set([0, ...ids.map(({ column }) => column)]),
  };
};

/** The maximum that the sheet states of each component: in a column of its own, or behind the name. */
export const statedMaxima = (sheet: TemplateSheet): Map<string, { cell: Cell; maximum: number }> => {
  const { form, ids, names, body } = sheet;
  const { description } = columnsOf(sheet);
  const stated = (id: Cell | undefined, cell: Cell | undefined, maximum: number | undefined) =>
    id && cell && maximum !== undefined ? [[textOf(id), { cell, maximum }] as const] : [];
  if (form === 'units') {
    return new Map(
      ids.flatMap((id) => {
        const name = names.get(id.column);
        return stated(id, name, maximumOfName(textOf(name)));
      }),
    );
  }
  return new Map(
    body.flatMap((row) => {
      const cell = row.find(({ column }) => column === description('maximum'));
      const text = textOf(cell).replace(',', '.');
      const id = row.find(({ column }) => column === 0);
      return stated(id, cell, /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);
    }),
  );
};

/** The unit and the figure that a row and a column are about. */
export const meaningOf = (form: TemplateForm, rowId: string, columnId: string) =>
  form === 'units' ? { unit: rowId, ...readHeader(columnId) } : { unit: columnId, ...readHeader(rowId) };
