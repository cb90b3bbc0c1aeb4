import type { AttributeValue, QueryCommandInput, ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { reportedCapacity, unitsRead } from './memory-capacity.ts';
import { PLACEHOLDERS, storedValues } from './memory-conditions.ts';
import { type Key, keyAlone, keyText } from './memory-keys.ts';
import { type Page, readPage, type Stretch } from './memory-pages.ts';
import { expectOnly, invalid, notInMemory } from './memory-refusals.ts';
import { firstAfter, type Memory, type Slot } from './memory-tables.ts';
import { compareText } from './memory-values.ts';

/** Query and Scan. */

type Range = { pk: string; from?: string; to?: string; prefix?: string };

const PAGED = ['TableName', 'Limit', 'ExclusiveStartKey', 'ConsistentRead', 'ReturnConsumedCapacity'];

export const query = (memory: Memory, input: QueryCommandInput): object => {
  expectOnly(input, [...PAGED, ...PLACEHOLDERS, 'KeyConditionExpression', 'ScanIndexForward'], 'Query');
  const { ExclusiveStartKey: start, ScanIndexForward: isAscending = true } = input;
  const table = memory.tables.expect(input.TableName);
  const range = rangeOf(input);
  const slots = memory.tables.partition(table, range.pk);
  const stretch = stretchOf(slots, range, !isAscending);
  return answer(memory, 'Query', table, input, start ? after(stretch, range, startKey(start)) : stretch);
};

/** The key conditions that storage has, by their text. */
const rangeOf = (input: QueryCommandInput): Range => {
  const { KeyConditionExpression: text = '', ExpressionAttributeNames: names } = input;
  const used = KEY_CONDITIONS[text];
  if (!used) throw notInMemory(`the key condition "${text}"`);
  if (names) throw invalid('Value provided in ExpressionAttributeNames unused in expressions');
  const values = storedValues(input.ExpressionAttributeValues, used);
  const textOf = (name: string) => keyText('sk', values[name] as AttributeValue);
  const [, first, second] = used;
  // One that no item can have, being too long, finds nothing.
  const pk = keyText('pk', values[':pk'] as AttributeValue, Number.POSITIVE_INFINITY);
  if (!first) return { pk };
  if (!second) return { pk, prefix: textOf(first) };
  const [from, to] = [textOf(first), textOf(second)];
  if (compareText(from, to) > 0) throw invalid('The BETWEEN operator requires upper bound not below lower bound');
  return { pk, from, to };
};

const KEY_CONDITIONS: Record<string, string[]> = {
  'pk = :pk': [':pk'],
  'pk = :pk AND begins_with(sk, :prefix)': [':pk', ':prefix'],
  'pk = :pk AND sk BETWEEN :from AND :to': [':pk', ':from', ':to'],
};

const stretchOf = (slots: readonly Slot[], { from, to, prefix }: Range, isDescending: boolean): Stretch => {
  const low = from ?? prefix;
  return {
    slots,
    first: low === undefined ? 0 : firstAfter(slots, ({ sk }) => compareText(sk, low) < 0),
    last:
      (to !== undefined
        ? firstAfter(slots, ({ sk }) => compareText(sk, to) <= 0)
        : prefix !== undefined
          ? firstAfter(slots, ({ sk }) => compareText(sk, prefix) < 0 || sk.startsWith(prefix))
          : slots.length) - 1,
    isDescending,
    edge: isDescending ? from : to,
  };
};

const startKey = (key: Record<string, AttributeValue>): Key => {
  if (Object.keys(key).length !== 2) throw invalid("Exclusive Start Key must have same size as table's key schema");
  return keyAlone(key);
};

/** What of a stretch comes after a key, which must lie in its range, and not at the end of it. */
const after = (stretch: Stretch, { pk, from, to, prefix }: Range, start: Key): Stretch => {
  const isInside =
    start.pk === pk &&
    start.sk.startsWith(prefix ?? '') &&
    (from === undefined || compareText(from, start.sk) <= 0) &&
    (to === undefined || compareText(start.sk, to) <= 0);
  if (!isInside || start.sk === stretch.edge) {
    throw invalid('The provided starting key does not match the range key predicate');
  }
  const { slots, first, last, isDescending } = stretch;
  return isDescending
    ? { ...stretch, last: Math.min(last, firstAfter(slots, ({ sk }) => compareText(sk, start.sk) < 0) - 1) }
    : {
        ...stretch,
        first: Math.max(
          first,
          firstAfter(slots, ({ sk }) => compareText(sk, start.sk) <= 0),
        ),
      };
};

/** Partitions come in the order of their keys here, in that of a hash of them from DynamoDB. */
export const scan = (memory: Memory, input: ScanCommandInput): object => {
  expectOnly(input, [...PAGED, 'ProjectionExpression'], 'Scan');
  const { ExclusiveStartKey: start, ProjectionExpression: projection } = input;
  if (projection !== undefined && projection !== KEYS_ONLY) throw notInMemory(`the projection "${projection}"`);
  const table = memory.tables.expect(input.TableName);
  const key = start && startKey(start);
  const slots = memory.tables.all(table);
  const first = key ? firstAfter(slots, ({ pk, sk }) => (compareText(pk, key.pk) || compareText(sk, key.sk)) <= 0) : 0;
  const stretch = { slots, first, last: slots.length - 1, isDescending: false };
  return answer(memory, 'Scan', table, input, stretch, projection === KEYS_ONLY);
};

const KEYS_ONLY = 'pk, sk';

const answer = (
  memory: Memory,
  command: string,
  table: string,
  input: Pick<QueryCommandInput, 'Limit' | 'ConsistentRead' | 'ReturnConsumedCapacity'>,
  stretch: Stretch,
  isKeysOnly = false,
): object => {
  const { Limit: limit, ConsistentRead: isConsistent = false } = input;
  const seen = (slot: Slot) => memory.tables.seen(table, slot, isConsistent);
  const { items, bytes, next }: Page = readPage(stretch, limit, memory.pageBytes, seen);
  const used = [{ table, read: unitsRead(bytes, isConsistent) }];
  const capacity = reportedCapacity(input.ReturnConsumedCapacity, used);
  memory.count(command, used);
  return {
    Items: items.map((item) => (isKeysOnly ? { pk: item.pk, sk: item.sk } : { ...item })),
    Count: items.length,
    ScannedCount: items.length,
    ...(next ? { LastEvaluatedKey: { pk: { S: next.pk }, sk: { S: next.sk } } } : {}),
    ...(capacity ? { ConsumedCapacity: capacity[0] } : {}),
  };
};
