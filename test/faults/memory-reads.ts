import type { BatchGetItemCommandInput, GetItemCommandInput } from '@aws-sdk/client-dynamodb';
import { reportedCapacity, unitsRead } from './memory-capacity.ts';
import { expectDistinct, keyAlone, keyName } from './memory-keys.ts';
import { expectOnly, invalid, notInMemory } from './memory-refusals.ts';
import type { Memory } from './memory-tables.ts';

/** GetItem and BatchGetItem. */

const MOST_KEYS = 100;
const LARGEST_ANSWER = 16 * 1024 * 1024;

export const getItem = (memory: Memory, input: GetItemCommandInput): object => {
  expectOnly(input, ['TableName', 'Key', 'ConsistentRead', 'ReturnConsumedCapacity'], 'GetItem');
  const { ConsistentRead: isConsistent = false } = input;
  const table = memory.tables.expect(input.TableName);
  const { item, size } = memory.tables.read(table, keyAlone(input.Key), isConsistent);
  const used = [{ table, read: unitsRead(size, isConsistent) }];
  const capacity = reportedCapacity(input.ReturnConsumedCapacity, used);
  memory.count('GetItem', used);
  return { ...(item ? { Item: { ...item } } : {}), ...(capacity ? { ConsumedCapacity: capacity[0] } : {}) };
};

/** Never leaves anything unprocessed. */
export const batchGetItem = (memory: Memory, input: BatchGetItemCommandInput): object => {
  expectOnly(input, ['RequestItems', 'ReturnConsumedCapacity'], 'BatchGetItem');
  const requests = Object.entries(input.RequestItems ?? {});
  if (requests.length === 0) throw invalid('BatchGetItem must have some requests set');
  const wanted = requests.map(([name, request]) => {
    expectOnly(request, ['Keys', 'ConsistentRead'], 'BatchGetItem');
    const { Keys: keys = [], ConsistentRead: isConsistent = false } = request;
    if (keys.length === 0) throw invalid('The list of keys in RequestItems for BatchGetItem is required');
    return { name, keys, isConsistent };
  });
  if (wanted.reduce((sum, { keys }) => sum + keys.length, 0) > MOST_KEYS) {
    throw invalid('Too many items requested for the BatchGetItem call');
  }
  const checked = wanted.map(({ name, keys, isConsistent }) => {
    const table = memory.tables.expect(name);
    const each = keys.map((key) => keyAlone(key));
    expectDistinct(
      each.map((key) => keyName(table, key)),
      'Provided list of item keys contains duplicates',
    );
    return { table, keys: each, isConsistent };
  });
  const read = checked.map(({ table, keys, isConsistent }) => ({
    table,
    isConsistent,
    versions: keys.map((key) => memory.tables.read(table, key, isConsistent)),
  }));
  const bytes = read.flatMap(({ versions }) => versions).reduce((sum, { size }) => sum + size, 0);
  if (bytes > LARGEST_ANSWER) throw notInMemory('a BatchGetItem of more than 16 MB');
  const used = read.map(({ table, isConsistent, versions }) => ({
    table,
    read: versions.reduce((sum, { size }) => sum + unitsRead(size, isConsistent), 0),
  }));
  const capacity = reportedCapacity(input.ReturnConsumedCapacity, used);
  memory.count('BatchGetItem', used);
  return {
    // DynamoDB answers in any order, so in another one than was asked.
    Responses: Object.fromEntries(
      read.map(({ table, versions }) => [
        table,
        versions.toReversed().flatMap(({ item }) => (item ? [{ ...item }] : [])),
      ]),
    ),
    UnprocessedKeys: {},
    ...(capacity ? { ConsumedCapacity: capacity } : {}),
  };
};
