import { isNumberText, isUnitWord, isValueText, missingReason, wordsOfCellAtEnd } from './value-words.ts';

/** One line of a pasted table: which of its words are its number, the name, and the values behind it. */

export type PastedLine = {
  row: number;
  /** The whole line, one blank between words. */
  text: string;
  /** `row` has a name and values, `numbers` only values, `words` none. */
  kind: 'row' | 'numbers' | 'words';
  /** Its number in the table; '' in an empty cell for it. */
  order: string | null;
  /** What follows the number: the name and the values; the whole text of a line of words. */
  cells: string[];
  /** What tabs or wide gaps part, as a header needs it. */
  parts: string[];
  /** Whether tabs part the cells, so that each is in the column in which it was. */
  isTabbed: boolean;
  /** Whether only a blank stands between the name and the first value. */
  isClose: boolean;
};

export const readPastedLine = (row: number, line: string): PastedLine => {
  const isTabbed = line.includes('\t');
  const parts = isTabbed
    ? withoutEmptyEnd(line.split('\t').map(tidy))
    : line.replace(BLANK, ' ').trim().split(/ {2,}/u);
  const text = tidy(line);
  const { order, rest } = splitOrder(parts, isTabbed);
  const isCut = isTabbed && rest.slice(1).some(isValueText);
  const cut = isCut ? rest : rest.flatMap((part) => cutPart(part));
  const first = rest[0] ?? '';
  const common = { row, text, parts, isTabbed, isClose: !isCut && cut[0] !== first };
  if (cut.every((cell) => cell === '' || isValueText(cell))) {
    return { ...common, kind: 'numbers', order: null, cells: order === null ? cut : [order, ...cut] };
  }
  const values = cut.slice(1).filter(isValueText);
  const isRow = values.length > 0 && !values.every(isYear) && wordsOf(cut[0] ?? '').length <= LONGEST_NAME;
  if (isRow || (order !== null && values.length > 0)) return { ...common, kind: 'row', order, cells: cut };
  return { ...common, kind: 'words', order, cells: [rest.filter(Boolean).join(' ')] };
};

/** Unicode's blanks; a line from the web is full of unbreakable ones. */
const BLANK = /\p{Zs}/gu;

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const wordsOf = (text: string): string[] => text.split(' ').filter(Boolean);

const withoutEmptyEnd = (parts: readonly string[]): string[] => parts.slice(0, parts.findLastIndex(Boolean) + 1);

/** Words of the longest name of a department; a sentence has more. */
const LONGEST_NAME = 30;

const isYear = (value: string): boolean => /^(?:19|20)\d\d$/u.test(value);

const ORDER = /^\d{1,5}[.)]?$/u;

/** `1. Hải Phòng`, `1 | Hải Phòng`: a number is the row's own where words follow it. */
const splitOrder = (parts: readonly string[], isTabbed: boolean): { order: string | null; rest: string[] } => {
  const [first = '', ...more] = parts;
  if (isTabbed && first === '') return { order: '', rest: more };
  const [number = '', ...name] = wordsOf(first);
  if (!ORDER.test(number)) return { order: null, rest: [...parts] };
  if (name.length > 0) {
    const isName = !name.every((word) => isValueText(word) || isUnitWord(word));
    return isName ? { order: number, rest: [name.join(' '), ...more] } : { order: null, rest: [...parts] };
  }
  return more[0] && !isValueText(more[0]) ? { order: number, rest: more } : { order: null, rest: [...parts] };
};

/** The name, if there is one, and each value behind it: `Quảng Ninh 92,18 điểm 1` are three cells. */
const cutPart = (part: string): string[] => {
  const words = wordsOf(part);
  const values: string[] = [];
  let end = words.length;
  while (end > 0) {
    const count = wordsOfValueAtEnd(words.slice(Math.max(0, end - 5), end));
    if (count === 0) break;
    values.push(words.slice(end - count, end).join(' '));
    end -= count;
  }
  values.reverse();
  const [first = ''] = values;
  if (end > 0 && NUMBERED.has((words[end - 1] ?? '').toLowerCase()) && /^\d+$/u.test(first)) {
    values.shift();
    end++;
  }
  return end > 0 ? [words.slice(0, end).join(' '), ...values] : values;
};

/** Words whose number belongs to them: `Quận 1`, `Phụ lục 2`, `năm 2023`. */
const NUMBERED = new Set([
  ...['quận', 'q.', 'phường', 'p.', 'khu', 'vực', 'khối', 'cụm', 'tổ', 'thôn', 'ấp'],
  ...['số', 'lục', 'bảng', 'biểu', 'hình', 'năm', 'quý', 'tháng', 'ngày', 'nhóm', 'trang'],
]);

/** How many of the last words make one value. Grades only behind a value: names end in such words too. */
const wordsOfValueAtEnd = (words: readonly string[]): number => {
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (words.length > 1 && isUnitWord(last) && isNumberText(before)) return 2;
  if (isNumberText(last) || (missingReason(last) !== null && !/^\p{Lu}\p{Ll}/u.test(last))) return 1;
  const count = wordsOfCellAtEnd(words);
  const left = words.slice(0, words.length - count);
  if (count === 0 || left.length === 0) return count;
  const cell = words.slice(words.length - count).join(' ');
  const isBehindValue = isValueText(left.at(-1) ?? '') || isUnitWord(left.at(-1) ?? '');
  return isBehindValue || (count > 1 && missingReason(cell) !== null) ? count : 0;
};
