import { LIMITS, tooLarge } from './limits.ts';
import { readXml } from './xml.ts';

/** A cell's value as stored; of a formula the value that was last computed. An error such as #N/A is its text. */
export type Cell = { value: string | number | boolean; formula: boolean };

/** The cells of one sheet. `budget` is shared by all sheets of a workbook. */
export const readSheet = (
  part: Buffer,
  strings: readonly string[],
  budget: { cells: number },
): Map<number, Map<number, Cell>> => {
  const rows = new Map<number, Map<number, Cell>>();
  let rowNumber = 0;
  let at = { column: -1, type: '' };
  let value = '';
  let formula = false;
  let isValue = false;
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'row') rowNumber = Number(attributes.r) || rowNumber + 1;
      if (name === 'c') {
        at = { column: attributes.r ? columnOf(attributes.r) : at.column + 1, type: attributes.t ?? 'n' };
        value = '';
        formula = false;
      }
      if (name === 'f') formula = true;
      isValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (isValue) value += text;
    },
    close: (name) => {
      isValue = false;
      if (name === 'row') at = { column: -1, type: '' };
      if (name !== 'c' || value === '') return;
      if (rowNumber > LIMITS.rows || at.column >= LIMITS.columns || --budget.cells < 0) throw tooManyCells();
      const cells = rows.get(rowNumber) ?? new Map<number, Cell>();
      rows.set(rowNumber, cells.set(at.column, { value: cellValue(at.type, value, strings), formula }));
    },
  });
  return rows;
};

const tooManyCells = () =>
  tooLarge(
    `hơn ${LIMITS.rows} dòng, ${LIMITS.columns} cột hoặc ${LIMITS.cells} ô`,
    `more than ${LIMITS.rows} rows, ${LIMITS.columns} columns or ${LIMITS.cells} cells`,
  );

/** `AB12` is column 27. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (const char of reference) {
    if (char < 'A' || char > 'Z') break;
    column = column * 26 + (char.charCodeAt(0) - 64);
  }
  return column - 1;
};

const cellValue = (type: string, text: string, strings: readonly string[]): Cell['value'] => {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1';
  if (type === 'n') return Number(text);
  return text.slice(0, LIMITS.cellLength);
};
