import { type Finding, finding } from '@chi-so/domain/finding';
import { parse } from 'csv-parse/sync';
import { LONGEST_LINE } from './decode-text.ts';
import { mostFrequent } from './most-frequent.ts';
import { isValueText } from './value-words.ts';

/**
 * Text in which a comma, a semicolon or a tab parts the cells. Which one is decided by evidence for the whole file: a
 * comma may as well be the decimal mark of a file with semicolons, or of no delimited file at all.
 */

/** A row with the number of the line in which it ends, as an editor counts; empty cells are there. */
export type TextRow = { row: number; cells: string[] };

export const DELIMITERS = ['\t', ';', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type Delimited = { delimiter: Delimiter; rows: TextRow[]; findings: Finding[] };

/**
 * Reads the lines from `start` on (from 0), or null where no delimiter makes a table of them. `isLayout` says that the
 * file has the release layout's preamble: then a comma needs no proof, and a header alone is a table.
 */
export const readDelimited = (
  lines: readonly string[],
  start: number,
  isLayout: boolean,
  told: Delimiter | null = null,
): Delimited | null => {
  const text = lines.slice(start).join('\n');
  const offers = DELIMITERS.filter((delimiter) => text.includes(delimiter) && (told ?? delimiter) === delimiter)
    .map((delimiter) => offerOf(delimiter, readRecords(text, delimiter), isLayout))
    .filter((offer) => offer !== null);
  const [best] = offers.sort((a, b) => b.regular - a.regular || quotesOf(a) - quotesOf(b) || b.width - a.width);
  if (!best) return null;
  const rows = best.records.map(({ row, cells }) => ({ row: row + start, cells }));
  const findings = [...unclosedQuote(best.unclosed, start), ...splitDecimals(best, start)];
  return { delimiter: best.delimiter, rows, findings };
};

type TextRecord = TextRow & { raw: string };

/** `unclosed`: the line in whose row a quote opens that nothing closes; the rows are then read without quotes. */
type Records = { records: TextRecord[]; unclosed: number | null };

const readRecords = (text: string, delimiter: Delimiter): Records => {
  let last = 0;
  const read = (quote: '"' | null): TextRecord[] => {
    const records = parse(text, {
      delimiter,
      quote,
      recordDelimiter: '\n',
      info: true,
      raw: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      maxRecordSize: MOST_BYTES,
      onRecord: (record, { lines }) => {
        last = lines;
        return record;
      },
    }) as unknown as { record: string[]; raw: string; info: { lines: number } }[];
    return records
      .map(({ record, raw, info }) => ({ row: info.lines, cells: record, raw }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  };
  try {
    const records = read('"');
    const spilt = records.find(hasSpilt);
    if (!spilt) return { records, unclosed: null };
    last = spilt.row - spilt.raw.trim().split('\n').length;
  } catch {
    // Nothing closes the last quote, or only after so much that no row could have it.
  }
  // Rows without quotes are at least all there, for a person to see what the quote has done.
  const unclosed = lineAfter(text, last);
  return { records: read(null), unclosed };
};

/** Whether a quote has swallowed the next rows, up to a quote that was not meant to close it. */
const hasSpilt = ({ cells, raw }: TextRecord): boolean =>
  !raw.includes('"""') && cells.some((cell) => cell.startsWith('"') && cell.includes('\n'));

/** Of one row, over as many lines as it takes: letters have up to three bytes. */
const MOST_BYTES = LONGEST_LINE * 4;

/** The next line, from 1, that is not blank: there the row begins that could not be read. */
const lineAfter = (text: string, line: number): number => {
  const lines = text.split('\n');
  const next = lines.findIndex((content, at) => at >= line && content.trim() !== '');
  return next < 0 ? line : next + 1;
};

/** A delimiter that leaves a quote open is rather the wrong one. */
const quotesOf = ({ unclosed }: Records): number => (unclosed === null ? 0 : 1);

type Offer = Records & { delimiter: Delimiter; width: number; regular: number };

/** What a delimiter makes of the text, where it makes a table: most rows of one width, with values of their own. */
const offerOf = (delimiter: Delimiter, read: Records, isLayout: boolean): Offer | null => {
  const { records } = read;
  const width = mostFrequent(records.map(({ cells }) => cells.length));
  const regular = records.filter(({ cells }) => cells.length === width);
  const offer = { ...read, delimiter, width, regular: regular.length };
  if (isLayout) return (records[0]?.cells.length ?? 0) > 1 ? offer : null;
  if (width < 2 || regular.length < 2 || regular.length * 2 <= records.length) return null;
  // A title that Excel has padded is no row of the table, and the first row that is one is its header.
  const [, ...body] = regular.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  const convincing = body.filter((record) => isConvincing(record, delimiter, width)).length;
  return convincing > 0 && convincing * 2 >= body.length ? offer : null;
};

/** Whether a row looks cut where its cells end, rather than in the middle of a number or of a sentence. */
const isConvincing = ({ cells, raw }: TextRecord, delimiter: Delimiter, width: number): boolean => {
  const hasValue = cells.some((cell) => isValueText(cell.trim()));
  const hasHiddenValue = cells.some((cell) => endsWithValue(cell));
  if (!hasValue || (hasHiddenValue && width === 2)) return false;
  return delimiter !== ',' || !hasDecimalComma(raw);
};

/** `Quảng Ninh 92,18 1` is a row of its own, not a cell. `Quận 1` is a name. */
const endsWithValue = (cell: string): boolean => {
  const words = cell.trim().split(/\s+/u);
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !isValueText(last) || isValueText(cell.trim())) return false;
  return words.some((word) => /\d[.,]\d/u.test(word) && isValueText(word));
};

/** A word that is a number with a comma between digits, among other words: `Quảng Ninh 92,18 1`. */
const hasDecimalComma = (raw: string): boolean => {
  const words = raw.trim().split(/[\s;]+/u);
  return words.length > 1 && words.some((word) => DECIMAL_COMMA.test(word));
};

const DECIMAL_COMMA = /^[+\-−(]?\d+,\d+%?\)?$/u;

const unclosedQuote = (line: number | null, start: number): Finding[] =>
  line === null
    ? []
    : [
        finding(
          'error',
          'unclosed-quote',
          { row: line + start },
          `Dấu ngoặc kép mở ở dòng ${line + start} không được đóng`,
          `The quote that opens in line ${line + start} is not closed`,
        ),
      ];

/**
 * `Tỉnh,Điểm` above `Quảng Ninh,92,18`: without quotes nobody can tell a decimal comma from the next column.
 */
const splitDecimals = ({ delimiter, records, width }: Offer, start: number): Finding[] => {
  const [header, ...body] = records;
  if (delimiter !== ',' || !header || filled(header) >= width) return [];
  const split = body.filter(({ cells }) => cells.length > filled(header) && cells.some(isSplitAt));
  if (split.length * 2 <= body.length) return [];
  const row = (split[0]?.row ?? 0) + start;
  return [
    finding(
      'error',
      'split-decimals',
      { row },
      `Tiêu đề có ${filled(header)} ô nhưng các dòng có ${width}: dấu phẩy thập phân có lẽ bị coi là dấu phân cách; hãy dùng dấu chấm phẩy hoặc đặt số trong ngoặc kép`,
      `The header has ${filled(header)} cells, but the rows have ${width}: decimal commas seem to have been taken for delimiters; use semicolons, or put the numbers in quotes`,
    ),
  ];
};

const filled = ({ cells }: TextRecord): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1;

const isSplitAt = (cell: string, at: number, cells: readonly string[]): boolean =>
  at > 0 && /^\d+%?$/u.test(cell) && /^-?\d+$/u.test(cells[at - 1] ?? '');
