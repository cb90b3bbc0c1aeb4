import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { canonicalNumber, compareNumbers } from './memory-numbers.ts';
import { invalid, notInMemory } from './memory-refusals.ts';

/** Attribute values: what may be stored, what is equal, what comes first. Sets are not known here: storage has none. */

export type StoredItem = Readonly<Record<string, AttributeValue>>;

/** Attributes may lie this deep in each other. */
const DEPTH = 31;

/**
 * The item as it is stored and given back: numbers in their canonical form. The item itself is copied, its values are
 * not (only where a number in them has to change): marshall makes every value anew for a command, unmarshall reads them
 * into new ones, and the one thing that both pass on as it is, bytes, nobody writes into.
 */
export const storedItem = (item: Record<string, AttributeValue>): StoredItem => {
  const stored = storedMap(item, 0);
  return stored === item ? { ...item } : stored;
};

/** The type of a value, which must have exactly one. */
export const typeOf = (value: AttributeValue | undefined): string => {
  let type: string | undefined;
  for (const given in value) {
    if (value[given as keyof AttributeValue] === undefined) continue;
    if (type !== undefined) throw invalid('Supplied AttributeValue has more than one datatypes set');
    type = given;
  }
  if (type === undefined) throw invalid('Supplied AttributeValue is empty');
  return type;
};

export const storedValue = (value: AttributeValue | undefined, depth = 0): AttributeValue => {
  const type = typeOf(value);
  const { S, N, B, M, L, NULL, BOOL } = value as AttributeValue;
  if (type === 'S' && typeof S === 'string' && S.isWellFormed()) return value as AttributeValue;
  if (type === 'N' && typeof N === 'string') {
    const number = canonicalNumber(N);
    return number === N ? (value as AttributeValue) : { N: number };
  }
  if (type === 'B' && B instanceof Uint8Array) return value as AttributeValue;
  if (type === 'BOOL' && typeof BOOL === 'boolean') return value as AttributeValue;
  if (type === 'NULL' && typeof NULL === 'boolean') {
    if (!NULL) throw invalid('Null attribute value types must have the value of true');
    return value as AttributeValue;
  }
  if (depth === DEPTH) throw invalid('Nesting Levels have exceeded supported limits');
  if (type === 'M' && M) return unlessSame(value as AttributeValue, M, storedMap(M, depth + 1), (map) => ({ M: map }));
  if (type === 'L' && L)
    return unlessSame(value as AttributeValue, L, storedList(L, depth + 1), (list) => ({ L: list }));
  throw notInMemory(`a value of type ${type} such as ${String(Object.values(value ?? {})[0]).slice(0, 40)}`);
};

const unlessSame = <T>(value: AttributeValue, given: T, stored: T, make: (stored: T) => AttributeValue) =>
  stored === given ? value : make(stored);

const storedMap = (map: Record<string, AttributeValue>, depth: number): Record<string, AttributeValue> => {
  let changed: Record<string, AttributeValue> | undefined;
  for (const name of Object.keys(map)) {
    if (name === '') throw invalid('Empty attribute name');
    const stored = storedValue(map[name], depth);
    if (stored === map[name]) continue;
    changed ??= { ...map };
    changed[name] = stored;
  }
  return changed ?? map;
};

const storedList = (list: AttributeValue[], depth: number): AttributeValue[] => {
  let changed: AttributeValue[] | undefined;
  list.forEach((value, i) => {
    const stored = storedValue(value, depth);
    if (stored === value) return;
    changed ??= [...list];
    changed[i] = stored;
  });
  return changed ?? list;
};

/** Whether two stored values are the same. */
export const isSameValue = (a: AttributeValue, b: AttributeValue): boolean => {
  if (a === b) return true;
  if (a.S !== undefined) return a.S === b.S;
  if (a.N !== undefined) return a.N === b.N;
  if (a.B !== undefined) return b.B !== undefined && Buffer.compare(a.B, b.B) === 0;
  if (a.BOOL !== undefined) return a.BOOL === b.BOOL;
  if (a.NULL !== undefined) return b.NULL !== undefined;
  if (a.M !== undefined) return b.M !== undefined && isSameItem(a.M, b.M);
  const { L: left = [] } = a;
  const { L: right } = b;
  return right?.length === left.length && left.every((value, i) => isSameValue(value, right[i] as AttributeValue));
};

export const isSameItem = (a: StoredItem, b: StoredItem): boolean => {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSameValue(a[name] as AttributeValue, b[name] as AttributeValue))
  );
};

/** Below, at or above zero; undefined where the two are of different types or of one that has no order. */
export const compareValues = (a: AttributeValue, b: AttributeValue): number | undefined => {
  if (a.N !== undefined && b.N !== undefined) return compareNumbers(a.N, b.N);
  if (a.S !== undefined && b.S !== undefined) return compareText(a.S, b.S);
  if (a.B !== undefined && b.B !== undefined) return Buffer.compare(a.B, b.B);
  return undefined;
};

/** The order of the UTF-8 bytes. JavaScript's own differs where a surrogate meets a character above all surrogates. */
export const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    return isSurrogate(left) === isSurrogate(right) || Math.min(left, right) < SURROGATES ? left - right : right - left;
  }
  return a.length - b.length;
};

const SURROGATES = 0xd800;
const isSurrogate = (unit: number): boolean => unit >= SURROGATES && unit <= 0xdfff;
