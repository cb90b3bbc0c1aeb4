import { isDay } from '@chi-so/domain/day';
import { type Finding, finding } from '@chi-so/domain/finding';
import type { ReleaseFile, ScoreRow } from '@chi-so/domain/release-file';
import { type Announcement, EXTENTS, REASONS, type Source, STAGES, STATUSES } from '@chi-so/domain/score';
import { NUMBER_FAULTS } from './number-faults.ts';
import { readNumbers } from './tables/read-numbers.ts';
import type { Cell, Table } from './tables/table.ts';

/**
 * The project's own release layout: `# key: value` lines that say where the figures come from, then a header row and one
 * row for each score. `docs/release-layout.md` describes it for people.
 */

const COLUMNS = [
  'unit',
  'component',
  'stage',
  'score',
  'status',
  'reason',
  'rank_published',
  'grade_published',
  'rank_claimed',
  'source',
  'note',
] as const;
type Column = (typeof COLUMNS)[number];

/** What the file says, with every place in which it cannot be read. */
export type Reading = {
  preamble: Map<string, string[]>;
  /** The row of the first line of each key. */
  lineRows: ReadonlyMap<string, number>;
  rows: ScoreRow[];
  findings: Finding[];
};

/** One line above the table: its number as a person sees it, and its cells as text. */
export type TableRow = { row: number; cells: string[] };

/** Reads the table after the preamble: a header row, then a row for each score. */
export const readReleaseTable = (lines: readonly TableRow[], table: Table, findings: Finding[] = []): Reading => {
  const lineRows = new Map<string, number>();
  const preamble = readPreamble(lines, findings, lineRows);
  const rows = readRows(table, findings);
  return { preamble, lineRows, rows, findings };
};

export const fault = (
  rule: string,
  row: number,
  column: string | null,
  value: string | null,
  vi: string,
  en: string,
): Finding => finding('error', rule, { row, column, value }, vi, en);

export const readPreamble = (
  lines: readonly TableRow[],
  findings: Finding[],
  lineRows = new Map<string, number>(),
): Map<string, string[]> => {
  const values = new Map<string, string[]>();
  for (const { row, cells } of lines) {
    const line = cells.find(Boolean) ?? '';
    const [, key, value] = /^#\s*([^:]+?)\s*:\s*(.*?)\s*$/u.exec(line) ?? [];
    if (key === undefined || value === undefined || !isPreambleKey(key)) {
      findings.push(
        fault('preamble', row, null, line, `Không hiểu dòng "${line}"`, `The line "${line}" is not understood`),
      );
    } else if (values.has(key) && key !== 'note') {
      findings.push(fault('preamble', row, key, value, `"${key}" có hai lần`, `"${key}" is given twice`));
    } else if (value.length > LONGEST_VALUE || !isWellFormed(key, value)) {
      const shown = value.slice(0, 100);
      findings.push(
        fault('preamble', row, key, shown, `Giá trị của "${key}" không hợp lệ`, `The value of "${key}" is not valid`),
      );
    } else {
      values.set(key, [...(values.get(key) ?? []), value]);
      lineRows.set(key, lineRows.get(key) ?? row);
    }
  }
  return values;
};

/** Characters of one line; a title that is longer is no title. */
const LONGEST_VALUE = 500;

const isWellFormed = (key: string, value: string): boolean => {
  if (key === 'published_on') return isDay(value);
  if (key === 'url') return /^https?:\/\//.test(value) && URL.canParse(value);
  return true;
};

const PLAIN_KEYS = new Set([
  ...['index', 'period', 'unit_set', 'edition', 'methodology', 'title', 'publisher', 'kind', 'certainty'],
  ...['document', 'published_on', 'signatory', 'url', 'note', 'extent'],
]);
const isPreambleKey = (key: string): boolean =>
  PLAIN_KEYS.has(key) ||
  /^(extent|population|derived)\.[A-Za-z0-9-][A-Za-z0-9._-]*$/u.test(key) ||
  /^acknowledge\.[a-z-]+$/u.test(key) ||
  /^grade_count\.[A-Za-z0-9-][A-Za-z0-9_-]*\.[^.]+$/u.test(key);

/** Whether a sheet begins as the release's own layout does: with its lines, or with its header. */
export const isReleaseLayout = ({ rows }: Table): boolean => {
  const first = rows.find((cells) => cells.length > 0);
  if (textOf(first?.[0]).startsWith('#')) return true;
  const header = (first ?? []).map(textOf);
  return header.includes('unit') && header.includes('score');
};

/** The lines above the table of a sheet, and the table. */
export const preambleRows = (table: Table): { lines: TableRow[]; rest: Table } => {
  const start = table.rows.findIndex((cells) => cells.length > 0 && !textOf(cells[0]).startsWith('#'));
  const lines = (start < 0 ? table.rows : table.rows.slice(0, start)).filter((cells) => cells.length > 0);
  return {
    lines: lines.map((cells) => ({ row: cells[0]?.row ?? 1, cells: cells.map(textOf) })),
    rest: { ...table, rows: start < 0 ? [] : table.rows.slice(start) },
  };
};

const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : String(cell.value).trim().normalize('NFC');

const NUMBERS = ['score', 'rank_published', 'rank_claimed'] as const;
type NumberColumn = (typeof NUMBERS)[number];

/** The rows of the table. The decimal mark is decided for a whole column. */
const readRows = ({ sheet, rows: [header, ...body] }: Table, findings: Finding[]): ScoreRow[] => {
  const columns = new Map((header ?? []).map((cell) => [textOf(cell), cell.column]));
  checkHeader(header ?? [], findings);
  const width = Math.max(-1, ...(header ?? []).map(({ column }) => column));
  const lines = body.filter((cells) => cells.some((cell) => textOf(cell) !== ''));
  const at = (cells: readonly Cell[], name: Column) => cells.find(({ column }) => column === columns.get(name));
  const numbers = new Map(
    NUMBERS.map((name) => [
      name,
      readColumn(
        name,
        lines.map((cells) => at(cells, name)),
        findings,
      ),
    ]),
  );
  return lines.map((cells, i) => {
    const row = cells[0]?.row ?? 0;
    const extra = cells.find(({ column }) => column > width);
    if (extra) {
      findings.push(
        fault(
          'column-count',
          row,
          null,
          textOf(extra),
          'Dòng có nhiều ô hơn tiêu đề',
          'The row has more cells than the header',
        ),
      );
    }
    const number = (name: NumberColumn): number | null => numbers.get(name)?.[i] ?? null;
    return readRow(row, sheet, (name) => textOf(at(cells, name)), number, findings);
  });
};

const checkHeader = (header: readonly Cell[], findings: Finding[]): void => {
  const names = header.map(textOf);
  const row = header[0]?.row ?? 1;
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i) {
      findings.push(
        fault('duplicate-column', row, name, name, `Cột "${name}" có hai lần`, `The column "${name}" is there twice`),
      );
    }
    if (!(COLUMNS as readonly string[]).includes(name)) {
      findings.push(fault('unknown-column', row, name, name, `Không có cột "${name}"`, `There is no column "${name}"`));
    }
  }
  for (const name of ['unit', 'score']) {
    if (names.includes(name)) continue;
    findings.push(fault('missing-column', row, name, null, `Thiếu cột "${name}"`, `The column "${name}" is missing`));
  }
};

const readColumn = (
  name: NumberColumn,
  cells: readonly (Cell | undefined)[],
  findings: Finding[],
): (number | null)[] => {
  const { numbers, faults } = readNumbers(cells);
  for (const { cell, why } of faults) {
    // In this layout the decimal mark is a point unless the column shows that it is not.
    if (why === 'ambiguous' && /^-?\d+\.\d+$/.test(textOf(cell))) {
      numbers[cells.indexOf(cell)] = Number(textOf(cell));
      continue;
    }
    const text = textOf(cell);
    const [vi, en] = NUMBER_FAULTS[why];
    findings.push(fault('number', cell.row, name, text, `"${text}" ${vi}`, `"${text}" ${en}`));
  }
  return numbers.map((number) => number ?? null);
};

const readRow = (
  row: number,
  sheet: string | null,
  cell: (name: Column) => string,
  number: (name: NumberColumn) => number | null,
  findings: Finding[],
): ScoreRow => {
  const oneOf = <T extends string>(column: Column, allowed: readonly T[]): T | null => {
    const text = cell(column);
    if (text === '') return null;
    const found = allowed.find((value) => value === text);
    if (found) return found;
    const list = allowed.join(', ');
    findings.push(
      fault(column, row, column, text, `"${text}" không thuộc: ${list}`, `"${text}" is not one of: ${list}`),
    );
    return null;
  };
  const score = number('score');
  return {
    row,
    sheet,
    unit: cell('unit'),
    component: cell('component') || 'total',
    stage: oneOf('stage', [...STAGES, 'result']) ?? 'result',
    score,
    status: oneOf('status', STATUSES) ?? (score === null ? 'M' : 'A'),
    reason: oneOf('reason', REASONS),
    rank_published: number('rank_published'),
    grade_published: cell('grade_published') || null,
    rank_claimed: number('rank_claimed'),
    source: cell('source') || null,
    note: cell('note') || null,
  };
};

/** The release that the preamble and the rows describe; what the preamble lacks or gets wrong becomes findings. */
export const releaseOfReading = (
  { preamble, lineRows, rows, findings }: Reading,
  given: { index: string; period: string; unit_set: string; edition: string },
): ReleaseFile => {
  const one = (key: string): string | null => preamble.get(key)?.[0] ?? null;
  const rowOf = (key: string): number => lineRows.get(key) ?? 1;
  const count = (key: string, value: string): number => {
    if (/^\d{1,7}$/.test(value)) return Number(value);
    findings.push(
      fault('preamble', rowOf(key), key, value, `"${value}" không phải số đếm`, `"${value}" is not a count`),
    );
    return 0;
  };
  const needed = (key: string): string => {
    const value = one(key);
    if (!value) {
      findings.push(fault('preamble', 1, key, null, `Thiếu dòng "# ${key}: …"`, `The line "# ${key}: …" is missing`));
    }
    return value ?? '';
  };
  const choice = <T extends string>(key: string, allowed: readonly T[]): T => {
    const value = needed(key);
    const found = allowed.find((option) => option === value);
    if (value && !found) {
      const list = allowed.join(', ');
      findings.push(
        fault(
          'preamble',
          rowOf(key),
          key,
          value,
          `"${value}" không thuộc: ${list}`,
          `"${value}" is not one of: ${list}`,
        ),
      );
    }
    return found ?? (allowed[0] as T);
  };
  const source: Source = {
    title: needed('title'),
    publisher: needed('publisher'),
    kind: choice('kind', ['publisher', 'official', 'province', 'press', 'compilation']),
    certainty: choice('certainty', ['confirmed', 'derived', 'unknown']),
    document: one('document'),
    published_on: one('published_on'),
    signatory: one('signatory'),
    url: one('url'),
    notes: preamble.get('note') ?? [],
  };
  const announcement: Announcement = {
    extent: choice('extent', EXTENTS),
    component_extents: {},
    population: {},
    grade_counts: {},
    derived: {},
  };
  for (const [key, values] of preamble) {
    const [, field, rest = ''] = /^([^.]+)\.(.+)$/.exec(key) ?? [];
    const [name = '', grade = ''] = field === 'grade_count' ? rest.split('.') : [rest];
    if (name === '') continue;
    const value = values[0] ?? '';
    if (field === 'extent') announcement.component_extents[name] = choice(key, EXTENTS);
    if (field === 'derived') announcement.derived[name] = value;
    if (field === 'population') announcement.population[name] = count(key, value);
    if (field === 'grade_count') {
      announcement.grade_counts[name] = { ...announcement.grade_counts[name], [grade]: count(key, value) };
    }
  }
  const acknowledgements = [...preamble].flatMap(([key, [reason = '']]) =>
    key.startsWith('acknowledge.') && reason !== '' ? [{ rule: key.slice('acknowledge.'.length), reason }] : [],
  );
  return { release: given, methodology: one('methodology'), source, announcement, rows, acknowledgements };
};
