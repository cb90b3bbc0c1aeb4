import { comparePeriods } from '@chi-so/domain/identity';
import { type Column, columnsOf, type TableName } from './columns.ts';
import type { Cell, CsvColumn } from './csv.ts';

/** Rows of the API as the rows of a file: long, or with one thing as columns. */

// biome-ignore lint/suspicious/noExplicitAny: a row is read by the columns of its table
export type Row = Record<string, any>;

/** What units are called. A row in JSON has the name in the language that was asked for; a file has both. */
export type UnitNames = ReadonlyMap<string, { name_vi: string; name_en: string }>;

export type Cells = { columns: Column[]; rows: Cell[][] };

/** One observation a row. */
export const longCells = (table: TableName, rows: readonly Row[], names?: UnitNames): Cells => {
  const columns = columnsOf(table);
  const reads = columns.map((column) => readerOf(column, names));
  return { columns, rows: rows.map((row) => reads.map((read) => read(row))) };
};

/** What becomes columns: of a series its periods, of a ranking its components. */
const WIDE_BY: Partial<Record<TableName, 'period' | 'component'>> = { series: 'period', rankings: 'component' };

/** What stays beside the unit: columns that differ along the wide ones would make rows of their own. */
const WIDE_KEYS: Partial<Record<TableName, readonly string[]>> = {
  series: ['index', 'unit_set', 'edition', 'component', 'unit', 'unit_name_vi', 'unit_name_en'],
  rankings: ['index', 'period', 'unit_set', 'edition', 'group', 'unit', 'unit_name_vi', 'unit_name_en'],
};

/** What a cell of a wide file may hold. */
export const WIDE_VALUES = ['score', 'rank', 'rank_published'] as const;
export type WideValue = (typeof WIDE_VALUES)[number];

export const hasWideLayout = (table: TableName): boolean => WIDE_BY[table] !== undefined;

/**
 * One row a unit, with a column for each period or component that any row has. A unit that is ranked in several groups
 * has a row in each: its scores are the same, its ranks are not. Figures of other units are named so beside the unit.
 */
export const wideCells = (table: TableName, rows: readonly Row[], value: WideValue, names?: UnitNames): Cells => {
  const by = WIDE_BY[table] ?? 'component';
  const isUnique =
    new Set(rows.map(({ unit, edition, [by]: head }) => `${unit} ${edition} ${head}`)).size === rows.length;
  const isCarried = rows.some(({ carried }) => carried != null);
  const beside = [
    ...(WIDE_KEYS[table] ?? []),
    ...(isUnique ? [] : ['group']),
    ...(isCarried ? ['carried', 'origin_units'] : []),
  ];
  const keys = columnsOf(table).filter(({ name }) => beside.includes(name));
  const reads = keys.map((column) => readerOf(column, names));
  const heads = orderedHeads(rows, by);
  const places = new Map(heads.map((head, i) => [head, keys.length + i]));
  const lines = new Map<string, Cell[]>();
  for (const row of rows) {
    const start = reads.map((read) => read(row));
    const key = JSON.stringify(start);
    const line = lines.get(key) ?? [...start, ...heads.map(() => null)];
    lines.set(key, line);
    line[places.get(row[by]) ?? -1] = row[value];
  }
  return {
    columns: [...keys, ...heads.map((name) => ({ name, kind: 'number' as const, nullable: true }))],
    rows: [...lines.values()],
  };
};

/** Periods of several unit sets are merged in order of time; components stay in the order of the methodology. */
const orderedHeads = (rows: readonly Row[], by: 'period' | 'component'): string[] => {
  const heads = [...new Set(rows.map((row) => String(row[by])))];
  return by === 'period' ? heads.sort(comparePeriods) : heads;
};

const readerOf = ({ name, kind }: Column, names: UnitNames | undefined): ((row: Row) => Cell) => {
  if (name === 'unit_name_vi') return (row) => names?.get(row.unit)?.name_vi ?? row.unit_name;
  if (name === 'unit_name_en') return (row) => names?.get(row.unit)?.name_en ?? row.unit_name;
  if (kind === 'list') return (row) => (row[name] ?? []).join('|');
  return (row) => row[name];
};

/** The columns as the CSV writer wants them. A wide column is named by a code. */
export const csvColumns = (columns: readonly Column[]): CsvColumn[] =>
  columns.map(({ name, kind }) => ({ name, isCode: kind === 'code' }));
