import type { Reason } from '@chi-so/domain/score';
import type { Cell } from './table.ts';
import { isUnitWord, missingReason } from './value-words.ts';

/**
 * A column of cells as numbers. `48,095` is 48.095 in one file and 48 thousand in another, and one cell alone does not
 * say which: the decimal mark is decided once, by what all cells of the column show, and what they do not show is not
 * guessed.
 */

export type DecimalMark = '.' | ',';

export type NumberFault = {
  cell: Cell;
  /** `ambiguous` where nothing shows what the mark means; `other-mark` where most of the column uses the other one. */
  why: 'not-a-number' | 'ambiguous' | 'other-mark';
};

export type Numbers = {
  /** For each cell: its number; null where it says that there is none; undefined where it has a fault. */
  numbers: (number | null | undefined)[];
  /** For each cell why its number is null: it is `blank`, or what its text says. Null where there is a number or a fault. */
  missing: ('blank' | Reason | null)[];
  /** The column's decimal mark; null where no text has one, or where nobody can tell. */
  mark: DecimalMark | null;
  faults: NumberFault[];
};

/** What else is known of the column: the greatest value that it can have. */
export type NumberHint = { maximum: number | null };

export const readNumbers = (cells: readonly (Cell | undefined)[], hint?: NumberHint): Numbers => {
  const texts = cells.map((cell) => (typeof cell?.value === 'string' ? shapeOf(cell.value) : null));
  const mark = markOf(texts, hint);
  const read: Numbers = { numbers: [], missing: [], mark: mark.decimal, faults: [] };
  for (const [at, cell] of cells.entries()) {
    const outcome = readCell(cell, texts[at] ?? null, mark);
    const isFault = typeof outcome === 'object' && 'why' in outcome;
    if (isFault && cell) read.faults.push({ cell, why: outcome.why });
    read.missing.push(typeof outcome === 'object' && 'missing' in outcome ? outcome.missing : null);
    read.numbers.push(typeof outcome === 'number' ? outcome : isFault ? undefined : null);
  }
  return read;
};

type Outcome = number | { missing: 'blank' | Reason } | { why: NumberFault['why'] };

/** What a text shows by itself. Digits are those of the number with its marks. */
type TextShape =
  | { is: 'missing'; reason: 'blank' | Reason }
  | { is: 'nothing' }
  | { is: 'whole'; digits: string }
  /** The decimal mark shows: `92,18`, `1.234,5`, `1.234.567`. `groups` where it also shows what parts thousands. */
  | { is: 'clear'; digits: string; mark: DecimalMark; groups: boolean }
  /** Three digits behind one mark: `48,095`. */
  | { is: 'either'; digits: string; mark: DecimalMark; isPercent: boolean };

const MOST_DIGITS = 17;
const LONGEST = 60;

const shapeOf = (value: string): TextShape => {
  const text = value
    .normalize('NFC')
    .trim()
    .replace(/^['’]\s*/u, '');
  if (text === '') return { is: 'missing', reason: 'blank' };
  const reason = missingReason(text.replace(/\s+/gu, ' '));
  if (reason) return { is: 'missing', reason };
  if (text.length > LONGEST) return { is: 'nothing' };
  const { number, isPercent } = withoutUnit(text);
  const shape = shapeOfNumber(number.replace(/^[−–]/u, '-').replace(/^\+/u, ''), isPercent);
  const significant = shape.is === 'missing' || shape.is === 'nothing' ? '' : shape.digits.replace(/\D/gu, '');
  return significant.replace(/^0+/u, '').length > MOST_DIGITS ? { is: 'nothing' } : shape;
};

const withoutUnit = (text: string): { number: string; isPercent: boolean } => {
  if (text.endsWith('%')) return { number: text.slice(0, -1).trimEnd(), isPercent: true };
  const [, number, word = ''] = /^(.*\d)\s*(\p{L}+\.?)$/su.exec(text) ?? [];
  return { number: number !== undefined && isUnitWord(word) ? number : text, isPercent: false };
};

const BLANK_GROUPS = /^-?\d{1,3}(?:\p{Zs}\d{3})+(?:[.,]\d+)?$/u;
const GROUPS = { '.': /^-?\d{1,3}(?:\.\d{3})+$/u, ',': /^-?\d{1,3}(?:,\d{3})+$/u };

const shapeOfNumber = (text: string, isPercent: boolean): TextShape => {
  const hasBlanks = BLANK_GROUPS.test(text);
  const digits = hasBlanks ? text.replace(/\p{Zs}/gu, '') : text;
  if (/^-?\d+$/u.test(digits)) return { is: 'whole', digits };
  if (!/^-?[\d.,]*\d$/u.test(digits)) return { is: 'nothing' };
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const mark = digits[last] as DecimalMark;
  const other = otherMark(mark);
  const front = digits.slice(0, last);
  const fraction = digits.slice(last + 1);
  if (front.includes(mark)) {
    // More than one of a mark: it parts thousands, so the other one is the decimal mark.
    return GROUPS[mark].test(digits) ? { is: 'clear', digits, mark: other, groups: true } : { is: 'nothing' };
  }
  if (front.includes(other))
    return GROUPS[other].test(front) ? { is: 'clear', digits, mark, groups: true } : { is: 'nothing' };
  const couldBeGroups = !hasBlanks && fraction.length === 3 && /^-?[1-9]\d{0,2}$/u.test(front);
  return couldBeGroups ? { is: 'either', digits, mark, isPercent } : { is: 'clear', digits, mark, groups: false };
};

const otherMark = (mark: DecimalMark): DecimalMark => (mark === '.' ? ',' : '.');

/** How the column writes numbers. */
type Marks = {
  decimal: DecimalMark | null;
  /** Whether a cell shows that the other mark parts thousands. */
  groups: boolean;
  /** Whether cells show both marks as the decimal one. */
  isMixed: boolean;
};

const markOf = (texts: readonly (TextShape | null)[], hint: NumberHint | undefined): Marks => {
  const votes = { '.': 0, ',': 0 };
  let groups = false;
  for (const text of texts) {
    if (text?.is !== 'clear') continue;
    votes[text.mark]++;
    groups ||= text.groups;
  }
  for (const mark of ['.', ','] as const) {
    const either = texts.filter((text) => text?.is === 'either' && text.mark === mark);
    if (isDecimalByScale(either, hint)) votes[mark] += either.length;
  }
  const isMixed = votes['.'] > 0 && votes[','] > 0;
  if (votes['.'] === votes[',']) return { decimal: null, groups: false, isMixed };
  return { decimal: votes['.'] > votes[','] ? '.' : ',', groups: groups && !isMixed, isMixed };
};

const PERCENT = 100;

/** Whether the scale holds all values if the mark is a decimal one, and not all of them if it parts thousands. */
const isDecimalByScale = (either: readonly (TextShape | null)[], hint: NumberHint | undefined): boolean => {
  const shapes = either.filter((text) => text?.is === 'either');
  const maximum = hint?.maximum ?? (shapes.every(({ isPercent }) => isPercent) ? PERCENT : null);
  if (maximum === null || shapes.length === 0) return false;
  const fits = (decimal: DecimalMark) => shapes.every(({ digits }) => Math.abs(numberOf(digits, decimal)) <= maximum);
  const [{ mark }] = shapes as [(typeof shapes)[number]];
  return fits(mark) && !fits(otherMark(mark));
};

const numberOf = (digits: string, decimal: DecimalMark): number =>
  Number(digits.replaceAll(otherMark(decimal), '').replace(decimal, '.'));

const readCell = (cell: Cell | undefined, text: TextShape | null, mark: Marks): Outcome => {
  if (cell === undefined) return { missing: 'blank' };
  if (typeof cell.value === 'number') return Number.isFinite(cell.value) ? cell.value : { why: 'not-a-number' };
  if (text === null || text.is === 'nothing') return { why: 'not-a-number' };
  if (text.is === 'missing') return { missing: text.reason };
  if (text.is === 'whole') return Number(text.digits);
  if (text.is === 'clear') return text.mark === mark.decimal ? numberOf(text.digits, text.mark) : { why: 'other-mark' };
  if (text.mark === mark.decimal) return numberOf(text.digits, mark.decimal);
  if (mark.isMixed) return { why: 'other-mark' };
  // The other mark parts thousands only where another cell shows it: `88.095` among `92,18` may be 88.095.
  return mark.decimal !== null && mark.groups ? numberOf(text.digits, mark.decimal) : { why: 'ambiguous' };
};
