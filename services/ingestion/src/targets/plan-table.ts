import { nearest } from '@chi-so/domain/nearest';
import { TARGET_FIELDS, type TargetRow } from '@chi-so/domain/target-plan';
import { DESCRIBED, DESCRIBED_IN_WORDS } from '@chi-so/domain/target-sheet';
import { FIELD_WORDS } from '@chi-so/domain/target-words';
import { Problem } from '@chi-so/runtime/problem';
import { parse } from 'csv-parse/sync';
import { fileKindOf } from '../file-kind.ts';
import { decodeText } from '../tables/decode-text.ts';
import { DELIMITERS } from '../tables/delimited.ts';
import type { Cell, Table } from '../tables/table.ts';
import { readTables } from '../tables/workbook-tables.ts';
import { textOf } from '../template/template-sheet.ts';

/** The table of a plan in a file, whatever the file is: the first one with the heads of a plan. */

export type PlanField = keyof TargetRow;

/** The heads by column, and the rows that are no heads. */
export type PlanTable = {
  sheet: string | null;
  heads: Cell[];
  fields: Map<number, PlanField>;
  rows: Cell[][];
};

/** @throws Problem 415 or 422 for what cannot be read or holds no plan, with what to do instead. */
export const readPlanTable = async (bytes: Buffer): Promise<PlanTable> => {
  const isWorkbook = fileKindOf(bytes) === 'workbook';
  const tables = isWorkbook ? (await readTables(bytes)).filter(({ hidden }) => !hidden) : textTables(bytes);
  for (const { sheet, rows } of tables) {
    const heads = rows.find(isHeader);
    if (!heads) continue;
    const fields = new Map(
      heads.flatMap((cell) => {
        const field = fieldOf(textOf(cell));
        return field ? [[cell.column, field] as const] : [];
      }),
    );
    return { sheet, heads, fields, rows: rows.filter((row) => !isHeader(row)) };
  }
  throw noPlan(tables);
};

/** The field that a head names, by its id or in Vietnamese. */
const fieldOf = (head: string): PlanField | undefined => {
  const plain = head.replace(/\s+/gu, ' ').toLowerCase();
  return TARGET_FIELDS.find((field) => field === plain || FIELD_WORDS[field].vi.toLowerCase() === plain);
};

/** A head that names nothing, and what may have been meant; null where it only tells people something. */
export const unknownHead = (head: string): { suggestion: string | undefined } | null =>
  head === '' || fieldOf(head) || head === DESCRIBED || head === DESCRIBED_IN_WORDS
    ? null
    : { suggestion: nearest(head, TARGET_FIELDS) };

/** What no plan can do without. */
export const NEEDED: readonly PlanField[] = ['index', 'target_kind', 'target', 'office'];

const isHeader = (row: readonly Cell[]): boolean => {
  const named = new Set(row.map((cell) => fieldOf(textOf(cell))));
  return NEEDED.every((field) => named.has(field));
};

/** A table of sentences holds too few figures for evidence of what parts its cells: its header says it. */
const textTables = (bytes: Buffer): Table[] => {
  const { text } = decodeText(bytes);
  const lines = text.split('\n');
  const delimiter = DELIMITERS.find((one) =>
    lines.some((line) => isHeader(line.split(one).map((value) => cellOf(0, 0, value.replace(/^"|"$/gu, ''))))),
  );
  // Without a header there is no table; the first line is shown to whoever has sent it.
  const rows = delimiter === undefined ? [[lines[0] ?? '']] : recordsOf(text, delimiter);
  return [{ sheet: null, hidden: false, rows: rows.map((cells, i) => cellsOf(cells, i + 1, delimiter)) }];
};

const LONGEST_RECORD = 100_000;

/** One array of cells for each line that a record ends in; the others are empty. */
const recordsOf = (text: string, delimiter: string): string[][] => {
  try {
    const records = parse(text, {
      ...{ delimiter, info: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true },
      maxRecordSize: LONGEST_RECORD,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const rows: string[][] = [];
    for (const { record, info } of records) rows[info.lines - 1] = record;
    return Array.from(rows, (row) => row ?? []);
  } catch (error) {
    const row = (error as { lines?: number }).lines ?? null;
    throw invalid({
      ...{ rule: 'unclosed-quote', row, column: null, value: null },
      message_vi: `Dấu ngoặc kép quanh dòng ${row ?? '?'} không được đóng`,
      message_en: `A quote around line ${row ?? '?'} is not closed`,
    });
  }
};

/**
 * A line of the plan's own may hold the delimiter in its value: `# title: Kế hoạch A, B` is one cell. Behind an empty cell
 * stand hints, and a line that ends with its colon has its value in the next cell.
 */
const cellsOf = (values: readonly string[], row: number, delimiter = ''): Cell[] => {
  const [first = '', ...rest] = values;
  const end = rest.findIndex((value) => value.trim() === '');
  const isCut = first.trim().startsWith('#') && !first.trim().endsWith(':');
  const line = isCut ? [[first, ...rest.slice(0, end < 0 ? rest.length : end)].join(delimiter)] : values;
  return line.flatMap((value, column) => (value.trim() === '' ? [] : [cellOf(row, column, value)]));
};

const cellOf = (row: number, column: number, value: string): Cell => ({ row, column, value, formula: 'none' });

const noPlan = (tables: readonly Table[]): Problem => {
  const first = tables[0]?.rows.flat()[0];
  const list = NEEDED.map((field) => `${field} (${FIELD_WORDS[field].vi})`).join(', ');
  return invalid({
    ...{ rule: 'plan-header', row: first?.row ?? null, column: first ? 'A' : null },
    value: first ? textOf(first).slice(0, 200) : null,
    message_vi: `Không thấy dòng tiêu đề của kế hoạch, cần các cột: ${list}; hãy tải tệp mẫu .xlsx`,
    message_en: `There is no header of a plan, which needs the columns ${list}; download the .xlsx template`,
  });
};

const invalid = (error: { rule: string; message_vi: string; message_en: string } & Record<string, unknown>): Problem =>
  new Problem(
    422,
    'invalid-plan',
    { vi: 'Tệp kế hoạch bị từ chối; chưa có gì được ghi', en: 'The plan was refused; nothing was written' },
    { errors: [{ severity: 'error', sheet: null, ...error }] },
  );
