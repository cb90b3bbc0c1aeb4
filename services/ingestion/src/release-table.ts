import { type Finding, finding } from '@chi-so/domain/finding';
import type { ReleaseFile, ScoreRow } from '@chi-so/domain/release-file';
import { type Announcement, EXTENTS, REASONS, type Source, STAGES, STATUSES } from '@chi-so/domain/score';

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
export type Reading = { preamble: Map<string, string[]>; rows: ScoreRow[]; findings: Finding[] };

/** One row of the file's table: its number as a person sees it, and its cells as text. */
export type TableRow = { row: number; cells: string[] };

/** Reads the table after the preamble: a header row, then a row for each score. */
export const readReleaseTable = (
  lines: readonly TableRow[],
  table: readonly TableRow[],
  findings: Finding[] = [],
): Reading => {
  const preamble = readPreamble(lines, findings);
  const rows = readRows(table, findings);
  return { preamble, rows, findings };
};

export const fault = (
  rule: string,
  row: number,
  column: string | null,
  value: string | null,
  vi: string,
  en: string,
): Finding => finding('error', rule, { row, column, value }, vi, en);

const readPreamble = (lines: readonly TableRow[], findings: Finding[]): Map<string, string[]> => {
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
    } else values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
};

/** Characters of one line; a title that is longer is no title. */
const LONGEST_VALUE = 500;

const isWellFormed = (key: string, value: string): boolean => {
  if (key === 'published_on') return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
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
  /^grade_count\.[A-Za-z0-9-][A-Za-z0-9_-]*\.[^.]+$/u.test(key);

const readRows = ([header, ...body]: readonly TableRow[], findings: Finding[]): ScoreRow[] => {
  const columns = (header?.cells ?? []).map((name) => name.trim());
  const headerRow = header?.row ?? 1;
  for (const [i, name] of columns.entries()) {
    if (columns.indexOf(name) < i) {
      findings.push(
        fault(
          'duplicate-column',
          headerRow,
          name,
          name,
          `Cột "${name}" có hai lần`,
          `The column "${name}" is there twice`,
        ),
      );
    }
    if (!(COLUMNS as readonly string[]).includes(name)) {
      findings.push(
        fault('unknown-column', headerRow, name, name, `Không có cột "${name}"`, `There is no column "${name}"`),
      );
    }
  }
  for (const name of ['unit', 'score']) {
    if (!columns.includes(name)) {
      findings.push(
        fault('missing-column', headerRow, name, null, `Thiếu cột "${name}"`, `The column "${name}" is missing`),
      );
    }
  }
  return body.map(({ row, cells }) => {
    if (cells.length !== columns.length) {
      findings.push(
        fault(
          'column-count',
          row,
          null,
          String(cells.length),
          `Dòng có ${cells.length} ô, tiêu đề có ${columns.length}`,
          `The row has ${cells.length} cells, the header ${columns.length}`,
        ),
      );
    }
    const cell = (name: Column): string => cells[columns.indexOf(name)]?.trim().normalize('NFC') ?? '';
    return readRow(row, cell, findings);
  });
};

const readRow = (row: number, cell: (name: Column) => string, findings: Finding[]): ScoreRow => {
  const number = (column: Column): number | null => {
    const text = cell(column);
    if (text === '') return null;
    if (/^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 17) return Number(text);
    findings.push(
      fault(
        'number',
        row,
        column,
        text,
        `"${text}" không phải là số (dấu thập phân là dấu chấm)`,
        `"${text}" is not a number (the decimal mark is a point)`,
      ),
    );
    return null;
  };
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
  { preamble, rows, findings }: Reading,
  given: { index: string; period: string; unit_set: string; edition: string },
): ReleaseFile => {
  const one = (key: string): string | null => preamble.get(key)?.[0] ?? null;
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
        fault('preamble', 1, key, value, `"${value}" không thuộc: ${list}`, `"${value}" is not one of: ${list}`),
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
    if (field === 'population') announcement.population[name] = count(key, value, findings);
    if (field === 'grade_count') {
      announcement.grade_counts[name] = { ...announcement.grade_counts[name], [grade]: count(key, value, findings) };
    }
  }
  return { release: given, methodology: one('methodology'), source, announcement, rows };
};

const count = (key: string, value: string, findings: Finding[]): number => {
  if (/^\d{1,7}$/.test(value)) return Number(value);
  findings.push(fault('preamble', 1, key, value, `"${value}" không phải số đếm`, `"${value}" is not a count`));
  return 0;
};
