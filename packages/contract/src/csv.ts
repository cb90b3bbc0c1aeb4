/**
 * Rows as CSV (RFC 4180): comma, CRLF, decimal point, no byte order mark. The profile `excel-vi` is what a Vietnamese
 * Excel opens by a double click: byte order mark, semicolon, decimal comma.
 */

export const CSV_PROFILES = ['rfc4180', 'excel-vi'] as const;
export type CsvProfile = (typeof CSV_PROFILES)[number];

export type Cell = string | number | boolean | null | undefined;

/** The name is the header; in a column of codes a spreadsheet must not take a cell for a number or a date. */
export type CsvColumn = { name: string; isCode: boolean };

const PROFILES = {
  rfc4180: { mark: '', delimiter: ',', toQuote: /[",\r\n]/, decimal: '.' },
  'excel-vi': { mark: '\uFEFF', delimiter: ';', toQuote: /[";\r\n]/, decimal: ',' },
} as const;

const LINE_END = '\r\n';

/** A spreadsheet runs a text that begins so. The wide forms are what an East Asian keyboard gives. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** What a spreadsheet would show otherwise: `01`, `1.10`, `3/4`, `1e5`, `2-1`, or more digits than it keeps. */
const ALTERED = /^(0\d+|\d{16,}|\d+([.,/:\-eE]\d*)+|true|false)$/i;

/** One line a row, after a line of names. Cells are in the order of the columns; null is an empty cell. */
export const csv = (columns: readonly CsvColumn[], rows: Iterable<readonly Cell[]>, profile: CsvProfile): string => {
  const { mark, delimiter } = PROFILES[profile];
  const write = cellWriter(profile);
  const lines = [mark + columns.map(({ name }) => write(name, true)).join(delimiter)];
  // Most cells of a table are as in the row above: a ranking has one index, one period, one methodology.
  const above: Cell[] = columns.map(() => null);
  const texts = columns.map(() => '');
  const codes = columns.map(({ isCode }) => isCode);
  for (const row of rows) {
    for (let i = 0; i < codes.length; i++) {
      const value = row[i];
      if (value === above[i]) continue;
      above[i] = value;
      texts[i] = write(value, codes[i] === true);
    }
    const line = texts.join(delimiter);
    // An empty line would be no row at all.
    lines.push(line === '' ? '""' : line);
  }
  lines.push('');
  return lines.join(LINE_END);
};

/** Numbers stay numbers, also negative ones; only a text can be a formula, and gets an apostrophe in front. */
const cellWriter = (profile: CsvProfile) => {
  const { toQuote, decimal } = PROFILES[profile];
  const isExcel = profile === 'excel-vi';
  return (value: Cell, isCode: boolean): string => {
    if (value === null || value === undefined || value === '') return '';
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return '';
      return isExcel ? String(value).replace('.', decimal) : String(value);
    }
    if (typeof value === 'boolean') return String(value);
    const isUnsafe = FORMULA.test(value) || (isExcel && isCode && ALTERED.test(value));
    const text = isUnsafe ? `'${value}` : value;
    return toQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
};
