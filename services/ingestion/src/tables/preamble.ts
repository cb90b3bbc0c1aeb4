import { type Finding, finding } from '@chi-so/domain/finding';
import { DELIMITERS, type Delimiter, type TextRow } from './delimited.ts';

/**
 * The release's own lines above the table: `# key: value`. Excel saves them with empty cells behind, in quotes where they
 * hold a delimiter, and with blank lines between.
 */

/** `start` is the first line of the table, from 0; `told` the delimiter that a line `sep=;` names. */
export type Preamble = { preamble: TextRow[]; start: number; told: Delimiter | null; findings: Finding[] };

export const readPreamble = (lines: readonly string[]): Preamble => {
  const preamble: TextRow[] = [];
  const findings: Finding[] = [];
  let told: Delimiter | null = null;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const separator = toldBy(line);
    const quoted = isQuotedComment(line) ? readQuoted(lines, at) : null;
    if (separator && told === null && preamble.length === 0) {
      told = separator;
      findings.push(skipped(at + 1, line));
    } else if (quoted) {
      preamble.push({ row: at + 1, cells: [quoted.text] });
      at = quoted.last;
    } else if (isComment(line)) preamble.push({ row: at + 1, cells: [withoutEmptyCells(line)] });
    else if (withoutEmptyCells(line) !== '') break;
    at++;
  }
  return { preamble, start: at, told, findings };
};

/** Excel's own way to say it. */
const toldBy = (line: string): Delimiter | undefined =>
  DELIMITERS.find((delimiter) => line.toLowerCase().startsWith(`sep=${delimiter}`) && line.trimEnd().length <= 5);

export const skipped = (row: number, line: string): Finding => {
  const value = line.trim().slice(0, LONGEST_SHOWN);
  return finding('info', 'skipped-line', { row, value }, `Bỏ qua dòng "${value}"`, `The line "${value}" is skipped`);
};

const LONGEST_SHOWN = 100;

/** `#` alone in its cell is the header of a column of numbers. */
const isComment = (line: string): boolean => line.startsWith('#') && !/^#(?:[\t;,]| {2})\s*[^\s;,]/u.test(line);
const isQuotedComment = (line: string): boolean => line.startsWith('"#') && !line.startsWith('"#"');

/** Empty cells behind the first one, as Excel writes them to make all rows of one width. */
const withoutEmptyCells = (line: string): string => {
  let end = line.length;
  while (end > 0 && ' \t;,'.includes(line[end - 1] ?? '')) end--;
  return line.slice(0, end);
};

/** A cell in quotes, over as many lines as it takes; null where no quote closes it or something follows. */
const readQuoted = (lines: readonly string[], first: number): { text: string; last: number } | null => {
  let text = '';
  for (let last = first; last < lines.length && last < first + MOST_LINES; last++) {
    const line = (lines[last] ?? '').slice(last === first ? 1 : 0);
    let at = 0;
    while (at < line.length) {
      const quote = line.indexOf('"', at);
      if (quote < 0) break;
      text += line.slice(at, quote);
      if (line[quote + 1] !== '"') return withoutEmptyCells(line.slice(quote + 1)) === '' ? { text, last } : null;
      text += '"';
      at = quote + 2;
    }
    text += `${line.slice(at)} `;
  }
  return null;
};

/** A note in a cell of its own; more is a quote that nothing closes. */
const MOST_LINES = 50;
