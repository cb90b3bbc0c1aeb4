import type { Cell as TableCell } from '../tables/table.ts';
import { type Budget, damaged, LIMITS, tooLarge } from './limits.ts';
import { readXml } from './xml.ts';

/**
 * A cell as stored; of a formula the value that was last computed, or an empty text if the file does not hold it. An
 * error such as #N/A is its text, and so is what should be a number and is none.
 */
export type Cell = Pick<TableCell, 'value' | 'formula' | 'percent'>;

export type Rows = Map<number, Map<number, Cell>>;

/**
 * The cells of one sheet, from top to bottom and left to right, however the file orders them.
 *
 * @throws Problem 422 where a place is no place or is there twice.
 */
export const readSheet = (
  part: Buffer,
  strings: readonly string[],
  budget: Budget,
  /** Numbers of the styles that show percentages. */
  percentStyles: ReadonlySet<string> = new Set(),
): Rows => {
  const rows: Rows = new Map();
  const shared = new Map<string, Cell['formula']>();
  let row = { number: 0, said: false, open: false };
  let at = { row: 0, column: -1, type: '' };
  let isPercent = false;
  let value = '';
  let formula: Cell['formula'] = 'none';
  let formulaText = '';
  let sharedIndex: string | undefined;
  let isPhonetic = false;
  let collecting: 'value' | 'formula' | null = null;
  readXml(
    part,
    {
      open: (name, attributes) => {
        if (name === 'row') {
          row = { number: rowNumber(attributes.r, row.number), said: attributes.r !== undefined, open: true };
          at = { row: row.number, column: -1, type: '' };
        }
        if (!row.open) return;
        if (name === 'c') {
          at = { ...placeOf(attributes.r, row, at.column), type: attributes.t ?? 'n' };
          if (!row.said) row.number = at.row;
          if (at.row > LIMITS.rows || at.column >= LIMITS.columns) throw tooManyCells();
          isPercent = percentStyles.has(attributes.s ?? '');
          value = '';
          formula = 'none';
        }
        if (name === 'f') {
          formulaText = '';
          sharedIndex = attributes.t === 'shared' ? attributes.si : undefined;
        }
        if (name === 'rPh') isPhonetic = true;
        if (name === 'v' || (name === 't' && !isPhonetic)) collecting = 'value';
        else collecting = name === 'f' ? 'formula' : null;
      },
      text: (text) => {
        if (collecting === 'value') value += text;
        if (collecting === 'formula') formulaText += text;
      },
      close: (name) => {
        collecting = null;
        if (name === 'rPh') isPhonetic = false;
        if (name === 'row') row.open = false;
        if (!row.open) return;
        if (name === 'f') formula = formulaKind(formulaText, sharedIndex, shared);
        if (name !== 'c') return;
        const read = value === '' ? '' : cellValue(at.type, value, strings);
        if (read === '' && formula === 'none') return;
        if (--budget.cells < 0) throw tooManyCells();
        const cells = rows.get(at.row) ?? new Map<number, Cell>();
        if (cells.has(at.column)) {
          throw damaged(`dòng ${at.row} có một ô hai lần`, `row ${at.row} holds a cell twice`);
        }
        const percent = isPercent && typeof read === 'number' ? { percent: true } : {};
        rows.set(at.row, cells.set(at.column, { value: read, formula, ...percent }));
      },
    },
    budget,
  );
  return inOrder(rows);
};

const inOrder = (rows: Rows): Rows =>
  sorted(new Map([...rows].map(([number, cells]) => [number, sorted(cells)] as const)));

const sorted = <T>(map: Map<number, T>): Map<number, T> => {
  let last = -1;
  for (const key of map.keys()) {
    if (key < last) return new Map([...map].sort(([a], [b]) => a - b));
    last = key;
  }
  return map;
};

const tooManyCells = () =>
  tooLarge(
    `hơn ${LIMITS.rows} dòng, ${LIMITS.columns} cột hoặc ${LIMITS.cells} ô`,
    `more than ${LIMITS.rows} rows, ${LIMITS.columns} columns or ${LIMITS.cells} cells`,
  );

const rowNumber = (said: string | undefined, before: number): number => {
  const number = said === undefined ? before + 1 : Number(said);
  if (said !== undefined && !/^[1-9]\d{0,15}$/.test(said)) throw noPlace(said);
  if (number > LIMITS.rows) throw tooManyCells();
  return number;
};

/** `AB12` is row 12, column 27. A cell that does not say where it is stands beside the one before it. */
const placeOf = (
  reference: string | undefined,
  row: { number: number; said: boolean },
  before: number,
): { row: number; column: number } => {
  if (reference === undefined) return { row: row.number, column: before + 1 };
  const [, letters = '', digits = ''] = /^([A-Z]{1,10})([1-9]\d{0,15})$/.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  if (column === 0 || (row.said && Number(digits) !== row.number)) throw noPlace(reference);
  return { row: Number(digits), column: column - 1 };
};

const noPlace = (reference: string) =>
  damaged(`"${reference.slice(0, 40)}" không phải chỗ của ô`, `"${reference.slice(0, 40)}" is no place of a cell`);

/** `[1]Sheet!A1` and `'[1]My sheet'!A1` are of another file, `Table[2023]` is not. Copies share the first one's text. */
const formulaKind = (
  text: string,
  sharedIndex: string | undefined,
  shared: Map<string, Cell['formula']>,
): Cell['formula'] => {
  const known = text === '' && sharedIndex !== undefined ? shared.get(sharedIndex) : undefined;
  const kind = known ?? (/(?<![\p{L}\p{N}_.\]])\[(\d+|[^[\]]+\.xl\w{1,3})\]/u.test(text) ? 'external' : 'own');
  if (sharedIndex !== undefined) shared.set(sharedIndex, kind);
  return kind;
};

const cellValue = (type: string, text: string, strings: readonly string[]): Cell['value'] => {
  if (type === 's') return sharedString(text, strings);
  if (type === 'b') return text.trim() === '1' || text.trim() === 'true';
  if (type === 'n') return numberOf(text);
  return text.slice(0, LIMITS.cellLength);
};

const sharedString = (text: string, strings: readonly string[]): string => {
  const string = /^\s*\d{1,9}\s*$/.test(text) ? strings[Number(text)] : undefined;
  if (string !== undefined) return string;
  throw damaged(`không có chuỗi số ${text.slice(0, 20)}`, `there is no string ${text.slice(0, 20)}`);
};

/** What a number is not, stays text, so that whoever reads it sees it: `1e999`, `NaN`, `0x10`, a blank. */
const numberOf = (text: string): number | string => {
  const number = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : text.slice(0, LIMITS.cellLength);
};
