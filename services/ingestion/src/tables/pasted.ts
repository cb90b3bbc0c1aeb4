import { type Finding, finding } from '@chi-so/domain/finding';
import type { TextRow } from './delimited.ts';
import { mostFrequent } from './most-frequent.ts';
import { isFurniture, isPageNumber } from './page-furniture.ts';
import { readHeader } from './pasted-header.ts';
import { type PastedLine, readPastedLine } from './pasted-line.ts';
import { skipped } from './preamble.ts';
import { isValueText, missingReason } from './value-words.ts';

/**
 * A table copied out of a PDF or a web page: a line for each row, cells parted by tabs, wide gaps or nothing but blanks.
 * What most rows look like decides what the others are. Whatever is left out, joined or moved is said in a finding; what
 * is not clear stays as it stands, and shows as a unit that nobody knows.
 */

export type Pasted = { rows: TextRow[]; findings: Finding[] };

/** Reads the lines from `start` on (from 0), or null where hardly a line looks like a row. */
export const readPasted = (lines: readonly string[], start: number): Pasted | null => {
  const findings: Finding[] = [];
  const read = withoutFurniture(lines, start, findings);
  const shape = shapeOf(read);
  const first = read.findIndex((_, at) => isFirstRow(read, at, shape));
  if (first < 0) return null;
  const head = read.slice(0, first);
  const body = withoutRepeats(read.slice(first), head, findings);
  const joined = joinLines(
    body.map((line) => fitted(line, shape, findings)),
    shape,
    findings,
  );
  const regular = joined.filter(({ kind, cells }) => kind === 'row' && cells.length === shape.width);
  if (regular.length === 0 || regular.length * 5 < joined.length) return null;
  const rows = [...headRows(head, shape), ...joined.map((line) => placed(line, shape, findings))];
  return { rows, findings: findings.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
};

/** Lines that are not blank and say something. A number alone is the page's, unless a name is broken around it. */
const withoutFurniture = (lines: readonly string[], start: number, findings: Finding[]): PastedLine[] => {
  const kept: PastedLine[] = [];
  for (let at = start; at < lines.length; at++) {
    const text = lines[at] ?? '';
    if (text.trim() === '') continue;
    const line = readPastedLine(at + 1, text);
    const isBroken = isPageNumber(line.text) && endsInDash(kept.at(-1)?.text ?? '');
    if (isFurniture(line.text) && !isBroken) findings.push(skipped(at + 1, text));
    else kept.push(line);
  }
  return kept;
};

const endsInDash = (text: string): boolean => /[-–—]$/u.test(text);
const startsWithDash = (text: string): boolean => /^[-–—]/u.test(text);

/** What most rows look like. */
type Shape = {
  /** Cells of a row without its number. */
  width: number;
  /** Whether the rows have numbers. */
  isNumbered: boolean;
  /** Whether a name and its values are on lines of their own throughout. */
  isAlternating: boolean;
  /** Whether names begin with a capital, so that one that does not goes on from the line above. */
  isCapitalised: boolean;
};

const shapeOf = (lines: readonly PastedLine[]): Shape => {
  const rows = lines.filter(({ kind, cells }) => kind === 'row' && cells.slice(1).some((cell) => !isMissing(cell)));
  const numbers = lines.filter(
    ({ kind, cells }, at) => kind === 'numbers' && cells.length > 0 && isWordsAt(lines, at - 1),
  );
  const isAlternating = rows.length < numbers.length;
  const numbered = rows.filter(({ order }) => order !== null);
  const capitals = rows.filter(({ cells }) => /^\P{Ll}/u.test(cells[0] ?? ''));
  return {
    width: isAlternating
      ? mostFrequent(numbers.map(({ cells }) => cells.length + 1))
      : mostFrequent(rows.map(({ cells }) => cells.length)),
    isNumbered: isAlternating
      ? lines.some(({ kind, order }) => kind === 'words' && order !== null)
      : numbered.length * 2 > rows.length,
    isAlternating,
    isCapitalised: capitals.length * 2 > rows.length,
  };
};

const isMissing = (cell: string): boolean => cell === '' || missingReason(cell) !== null;
const isWordsAt = (lines: readonly PastedLine[], at: number): boolean => lines[at]?.kind === 'words';

/** The table begins with the first row of its shape: what stands above is its title and its header. */
const isFirstRow = (lines: readonly PastedLine[], at: number, { width, isAlternating }: Shape): boolean => {
  const [line, next] = [lines[at], lines[at + 1]];
  if (isAlternating) return line?.kind === 'words' && next?.kind === 'numbers' && next.cells.length === width - 1;
  const row = line?.kind === 'words' && endsInDash(line.text) ? next : line;
  return row?.kind === 'row' && row.cells.length === width;
};

/** Every page repeats the header; what stands there twice is said once. */
const withoutRepeats = (
  body: readonly PastedLine[],
  head: readonly PastedLine[],
  findings: Finding[],
): readonly PastedLine[] => {
  const above = new Set(head.map(({ text }) => text));
  return body.filter(({ row, text }) => {
    if (above.has(text)) findings.push(skipped(row, text));
    return !above.has(text);
  });
};

/** A row with one value too many, the first of which could be the end of the name: `Chi cục 3 88,5 2`. */
const fitted = (line: PastedLine, { width, isNumbered }: Shape, findings: Finding[]): PastedLine => {
  const [name = '', first = '', ...more] = line.cells;
  if (line.kind !== 'row') return line;
  // `Bà Rịa -` above `Vũng Tàu 87,10 20`: the dash is the name's where it is all that the row would have.
  if (line.isClose && more.length === 0 && isDash(first) && (width > 2 || (isNumbered && line.order === null))) {
    return { ...line, kind: 'words', cells: [`${name} ${first}`] };
  }
  if (!line.isClose || line.cells.length !== width + 1) return line;
  if (isDash(first)) return { ...line, cells: [`${name} ${first}`, ...more] };
  if (!/^\d+$/u.test(first)) return line;
  findings.push(
    finding(
      'info',
      'number-in-name',
      { row: line.row, value: `${name} ${first}` },
      `Số ${first} được coi là một phần của tên "${name} ${first}"`,
      `The number ${first} is taken for a part of the name "${name} ${first}"`,
    ),
  );
  return { ...line, cells: [`${name} ${first}`, ...more] };
};

const isDash = (cell: string): boolean => /^[-–—]$/u.test(cell);

/** Puts names together that the page has broken, where nothing else makes sense of the lines. */
const joinLines = (lines: readonly PastedLine[], shape: Shape, findings: Finding[]): PastedLine[] => {
  const joined: PastedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const count = linesOfRow(lines, at, shape);
    const parts = lines.slice(at, at + count);
    const [first] = parts;
    if (first) joined.push(count === 1 ? first : joinedOf(parts, shape, findings));
    at += count;
  }
  return joined;
};

/** How many lines from `at` on are one row. */
const linesOfRow = (lines: readonly PastedLine[], at: number, shape: Shape): number => {
  const [first, second, third, fourth] = lines.slice(at, at + 4);
  if (!first || !second) return 1;
  if (first.kind === 'row' && second.kind === 'words') {
    const isBroken = first.cells.length === shape.width && endsInDash(first.cells[0] ?? '') && second.order === null;
    return isBroken ? 2 : 1;
  }
  if (first.kind !== 'words') return 1;
  if (second.kind === 'row') return second.cells.length === shape.width && goesOn(first, second, shape) ? 2 : 1;
  if (second.kind !== 'numbers' || !completes(first, second, shape)) return 1;
  const isBetween = third?.kind === 'words' && third.order === null && fourth?.kind !== 'numbers';
  return isBetween && !shape.isAlternating && !hasEnded(third.text) ? 3 : 2;
};

/** `Nguồn: …`, `Ghi chú`, `(*) …` stand behind a table, not behind half a name. */
const hasEnded = (text: string): boolean => /[:.;*()[\]]/u.test(text);

/** Whether a row goes on with the name of the line above. A heading stands above its rows too, so there must be a sign. */
const goesOn = (words: PastedLine, row: PastedLine, { isNumbered, isCapitalised }: Shape): boolean => {
  const name = row.cells[0] ?? '';
  if (words.order !== null && row.order !== null) return false;
  if (endsInDash(words.text) || startsWithDash(name)) return true;
  if (isNumbered && row.order === null) return words.order !== null || /^\p{Ll}/u.test(name);
  return isCapitalised && row.order === null && /^\p{Ll}/u.test(name);
};

/** Whether numbers are all that the name above lacks. */
const completes = (words: PastedLine, { cells }: PastedLine, { width, isNumbered, isAlternating }: Shape): boolean => {
  const isNumberThere = isNumbered && !isAlternating && words.order === null;
  return isNumberThere ? cells.length === width && /^\d+$/u.test(cells[0] ?? '') : cells.length === width - 1;
};

const joinedOf = (parts: readonly PastedLine[], { width }: Shape, findings: Finding[]): PastedLine => {
  const row = parts.find(({ kind }) => kind !== 'words') as PastedLine;
  const hasOrder = row.kind === 'numbers' && row.cells.length === width;
  const values = row.kind === 'row' ? row.cells.slice(1) : row.cells.slice(hasOrder ? 1 : 0);
  const name = parts
    .filter(({ kind }) => kind !== 'numbers')
    .map(({ cells }) => cells[0])
    .join(' ');
  const order = parts.map((part) => part.order).find((number) => number !== null) ?? null;
  const [from, to] = [parts[0]?.row, parts.at(-1)?.row];
  findings.push(
    finding(
      'info',
      'joined-lines',
      { row: row.row, value: name },
      `Các dòng ${from}–${to} được ghép thành một: "${name}"`,
      `The lines ${from}–${to} are joined into one: "${name}"`,
    ),
  );
  return { ...row, kind: 'row', order: hasOrder ? (row.cells[0] ?? null) : order, cells: [name, ...values] };
};

/** Title lines as one cell each, which say of what the table is, and the header in its columns if it can be read. */
const headRows = (head: readonly PastedLine[], { width, isNumbered }: Shape): TextRow[] => {
  const columns = width + (isNumbered ? 1 : 0);
  const header = readHeader(head, columns, isNumbered);
  if (!header) return head.map(titleRow);
  const titles = head.slice(0, head.length - header.count);
  return [...titles.map(titleRow), { row: head.at(-1)?.row ?? 0, cells: header.cells }];
};

const titleRow = ({ row, text, parts, isTabbed }: PastedLine): TextRow => ({
  row,
  cells: isTabbed ? parts : [text],
});

/** A line in the columns of the table: its number, its name, its values. */
const placed = (line: PastedLine, { width, isNumbered }: Shape, findings: Finding[]): TextRow => {
  const { row, kind, order, cells } = line;
  const inFront = isNumbered ? [order ?? ''] : order ? [order] : [];
  if (kind === 'numbers') {
    findings.push(numbersAlone(line));
    const hasNumber = isNumbered && cells.length === width;
    const [first = '', ...values] = cells;
    return { row, cells: hasNumber ? [first, '', ...values] : [...(isNumbered ? [''] : []), '', ...cells] };
  }
  const isUnclear = line.isTabbed ? cells.length > width : cells.length !== width;
  if (kind === 'row' && isUnclear) findings.push(oddRow(line, width));
  // A number that only this row has would move its name out of the column of names.
  if (kind === 'row' && !isNumbered && order) return { row, cells: [`${order} ${cells[0] ?? ''}`, ...cells.slice(1)] };
  return { row, cells: kind === 'words' && !isNumbered ? [line.text] : [...inFront, ...cells] };
};

const numbersAlone = ({ row, text }: PastedLine): Finding =>
  finding(
    'warning',
    'numbers-alone',
    { row, value: text.slice(0, 100) },
    'Dòng chỉ có số, không rõ của đơn vị nào',
    'The line has only numbers; of which unit is not clear',
  );

const oddRow = ({ row, cells }: PastedLine, width: number): Finding => {
  const values = cells.filter(isValueText).length;
  return finding(
    'warning',
    'cell-count',
    { row, value: cells.length },
    `Dòng có ${cells.length} ô (${values} giá trị), các dòng khác có ${width}: không rõ giá trị nào thuộc cột nào`,
    `The row has ${cells.length} cells (${values} values), the others ${width}: which value is in which column is not clear`,
  );
};
