import { invalid } from './memory-refusals.ts';

/** DynamoDB's numbers: decimals of up to 38 digits. They never become doubles here. */

const CANONICAL = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

const DIGITS = 38;
const LARGEST = 125;
const SMALLEST = -130;

/** As DynamoDB gives a number back, whichever way it was written: plain digits, no zeros at the ends. */
export const canonicalNumber = (number: string): string => {
  if (number.length <= DIGITS && CANONICAL.test(number)) return number;
  const [, sign, whole = '', fraction = '', power = '0'] = NUMBER.exec(number) ?? [];
  const written = whole + fraction;
  if (written === '') throw invalid('A value provided cannot be converted into a number');
  const digits = written.replace(/^0+|0+$/gu, '');
  if (digits === '') return '0';
  if (digits.length > DIGITS) throw invalid('DynamoDB only supports precision up to 38 digits');
  const leadingZeros = written.length - written.replace(/^0+/u, '').length;
  /** How many digits stand before the decimal point; below zero: how many zeros come after it first. */
  const point = whole.length - leadingZeros + Number(power);
  if (point - 1 > LARGEST) throw invalid('Number overflow');
  if (point - 1 < SMALLEST) throw invalid('Number underflow');
  return (sign === '-' ? '-' : '') + placed(digits, point);
};

const placed = (digits: string, point: number): string => {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
};

/** Below, at or above zero as `a` is smaller than, equal to or greater than `b`; both canonical. */
export const compareNumbers = (a: string, b: string): number => {
  if (a === b) return 0;
  const isBelow = a.startsWith('-');
  if (isBelow !== b.startsWith('-')) return isBelow ? -1 : 1;
  return isBelow ? compareMagnitudes(b.slice(1), a.slice(1)) : compareMagnitudes(a, b);
};

const compareMagnitudes = (a: string, b: string): number => {
  const [wholeA = '', fractionA = ''] = a.split('.');
  const [wholeB = '', fractionB = ''] = b.split('.');
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  return fractionA < fractionB ? -1 : 1;
};
