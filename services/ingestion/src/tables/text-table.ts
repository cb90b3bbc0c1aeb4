import { type Finding, finding } from '@chi-so/domain/finding';
import { Problem } from '@chi-so/runtime/problem';
import { LIMITS } from '../workbook/limits.ts';
import { type DecodedText, decodeText, tooLong } from './decode-text.ts';
import { DELIMITERS, readDelimited, type TextRow } from './delimited.ts';
import { readPasted } from './pasted.ts';
import { readPreamble } from './preamble.ts';
import type { Cell, Table } from './table.ts';

export type TextTable = {
  /** The lines `# key: value` above the table, each as one cell, in the release layout's own order. */
  preamble: TextRow[];
  table: Table;
  /** What was skipped, joined or is not clear. */
  findings: Finding[];
  kind: 'delimited' | 'pasted';
};

/**
 * The table in a text file, whoever has saved or pasted it.
 * @throws Problem 415 where the bytes are not text for certain, 422 where it is too large or has no table.
 */
export const readText = (bytes: Buffer): TextTable => {
  const decoded = decodeText(bytes);
  const lines = decoded.text.split('\n');
  refuseManyCells(decoded.text);
  const { preamble, start, told, findings } = readPreamble(lines);
  const encoding = encodingFinding(decoded);
  const delimited = readDelimited(lines, start, preamble.length > 0, told);
  const read = delimited ?? readPasted(lines, start);
  if (!read) throw noTable(lines, start);
  return {
    preamble,
    table: tableOf(read.rows),
    findings: [...encoding, ...findings, ...read.findings],
    kind: delimited ? 'delimited' : 'pasted',
  };
};

/** Before anything is built of them. */
const refuseManyCells = (text: string): void => {
  for (const delimiter of DELIMITERS) {
    let count = 0;
    for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) {
      if (++count > LIMITS.cells) throw tooLong(`hơn ${LIMITS.cells} ô`, `more than ${LIMITS.cells} cells`);
    }
  }
};

/** What was inferred rather than said by the file. */
const encodingFinding = ({ encoding, marked }: DecodedText): Finding[] =>
  marked || encoding === 'utf-8'
    ? []
    : [
        finding(
          'info',
          'encoding',
          { value: encoding },
          `Tệp được đọc theo bảng mã ${encoding}: hãy xem lại tên các đơn vị`,
          `The file was read as ${encoding}: check the names of the units`,
        ),
      ];

const tableOf = (rows: readonly TextRow[]): Table => ({
  sheet: null,
  hidden: false,
  rows: rows.map(cellsOf).filter((cells) => cells.length > 0),
});

const cellsOf = ({ row, cells }: TextRow): Cell[] => {
  if (cells.length > LIMITS.columns) {
    throw tooLong(`dòng ${row} có hơn ${LIMITS.columns} cột`, `line ${row} has more than ${LIMITS.columns} columns`);
  }
  return cells.flatMap((text, column): Cell[] => {
    const value = text.trim().normalize('NFC');
    if (value.length > LIMITS.cellLength) {
      throw tooLong(
        `một ô ở dòng ${row} dài hơn ${LIMITS.cellLength} ký tự`,
        `a cell in line ${row} has more than ${LIMITS.cellLength} characters`,
      );
    }
    return value === '' ? [] : [{ row, column, value, formula: 'none' }];
  });
};

const noTable = (lines: readonly string[], start: number): Problem => {
  const full = lines.slice(start).filter((line) => line.trim() !== '');
  const [first = ''] = full;
  const seen = first.trim().slice(0, 100);
  if (full.length === 0) {
    return new Problem(422, 'no-table', {
      vi: 'Tệp không có bảng nào: không có dòng nào ngoài phần mở đầu',
      en: 'The file has no table: there is no line but its preamble',
    });
  }
  return new Problem(422, 'no-table', {
    vi: `Không thấy bảng nào trong ${full.length} dòng, bắt đầu bằng "${seen}": không có dấu phân cách (phẩy, chấm phẩy, tab) nào chia đều các dòng thành cột có số, các dòng cũng không phải là tên kèm theo số`,
    en: `No table in ${full.length} lines that begin with "${seen}": no delimiter (comma, semicolon, tab) parts them evenly into columns with numbers, and they are not names with numbers behind them`,
  });
};
