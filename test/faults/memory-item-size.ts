import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/**
 * The bytes that an item counts, by which capacity, pages and limits go; its numbers without exponents. (Rules measured
 * on DynamoDB Local 3.3.1.)
 */
export const sizeOfItem = (item: Readonly<Record<string, AttributeValue>>): number => {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += Buffer.byteLength(name) + sizeOfValue(value);
  return size;
};

/** The bytes that a value counts, without the name of its attribute. */
export const sizeOfValue = ({ S, N, B, M, L }: AttributeValue): number => {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return sizeOfNumber(N);
  if (B !== undefined) return B.byteLength;
  if (M !== undefined) return 3 + sizeOfItem(M) + Object.keys(M).length;
  if (L !== undefined) return L.reduce((sum, value) => sum + 1 + sizeOfValue(value), 3);
  return 1;
};

/**
 * One byte, one more below zero, and one for every two digits: counted in pairs from the decimal point outwards (1.5 are
 * two pairs, 15 is one), without the pairs of zeros at both ends.
 */
const sizeOfNumber = (number: string): number => {
  const isNegative = number.startsWith('-');
  const [whole = '', fraction = ''] = number.slice(isNegative ? 1 : 0).split('.');
  const digits = `${whole.length % 2 ? '0' : ''}${whole}${fraction}${fraction.length % 2 ? '0' : ''}`;
  const isZero = (pair: number) => digits.charCodeAt(pair * 2) === ZERO && digits.charCodeAt(pair * 2 + 1) === ZERO;
  let first = 0;
  let end = digits.length / 2;
  while (first < end && isZero(first)) first++;
  while (end > first && isZero(end - 1)) end--;
  return 1 + (isNegative ? 1 : 0) + end - first;
};

const ZERO = '0'.charCodeAt(0);
