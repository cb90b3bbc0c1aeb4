import {
  type BatchWriteItemCommandInput,
  ConditionalCheckFailedException,
  type PutItemCommandInput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { reportedCapacity, unitsWritten } from './memory-capacity.ts';
import { conditionOf, PLACEHOLDERS } from './memory-conditions.ts';
import { expectDistinct, type Key, keyAlone, keyName, keyOfItem } from './memory-keys.ts';
import { expectOnly, invalid, REFUSED } from './memory-refusals.ts';
import { ABSENT, type Memory, type Version, versionOf } from './memory-tables.ts';
import { storedItem } from './memory-values.ts';

/** PutItem and BatchWriteItem. */

const MOST_REQUESTS = 25;

export const PUT = ['TableName', 'Item', 'ConditionExpression', ...PLACEHOLDERS];

export const putItem = (memory: Memory, input: PutItemCommandInput): object => {
  expectOnly(input, [...PUT, 'ReturnConsumedCapacity'], 'PutItem');
  const table = memory.tables.expect(input.TableName);
  const key = keyOfItem(input.Item);
  const condition = conditionOf(input);
  const version = versionOf(storedItem(input.Item ?? {}));
  const before = memory.tables.current(table, key);
  const used = [{ table, written: unitsWritten(before.size, version.size) }];
  const capacity = reportedCapacity(input.ReturnConsumedCapacity, used);
  memory.count('PutItem', used);
  if (!condition.holds(before.item)) {
    throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: REFUSED });
  }
  memory.tables.tell(memory.tables.write(table, key, version));
  return capacity ? { ConsumedCapacity: capacity[0] } : {};
};

type Write = { table: string; key: Key; version: Version };

/** Never leaves anything unprocessed. */
export const batchWriteItem = (memory: Memory, input: BatchWriteItemCommandInput): object => {
  expectOnly(input, ['RequestItems', 'ReturnConsumedCapacity'], 'BatchWriteItem');
  const requests = Object.entries(input.RequestItems ?? {});
  if (requests.length === 0) throw invalid('BatchWriteItem cannot have a null or no requests set');
  if (requests.some(([, list]) => list.length === 0)) {
    throw invalid('The batch write request list for a table cannot be null or empty');
  }
  if (requests.reduce((sum, [, list]) => sum + list.length, 0) > MOST_REQUESTS) {
    throw invalid('Too many items requested for the BatchWriteItem call');
  }
  const writes = requests.map(([name, list]) => {
    const table = memory.tables.expect(name);
    return list.map((request) => ({ table, ...writeOf(request) }));
  });
  for (const list of writes) {
    expectDistinct(
      list.map(({ table, key }) => keyName(table, key)),
      'Provided list of item keys contains duplicates',
    );
  }
  const used = writes.map((list) => ({
    table: list[0]?.table ?? '',
    written: list.reduce((sum, write) => sum + unitsOf(memory, write), 0),
  }));
  const capacity = reportedCapacity(input.ReturnConsumedCapacity, used);
  memory.count('BatchWriteItem', used);
  // Not atomic for DynamoDB's readers; here nobody can read in between, but for who is told of a change.
  for (const { table, key, version } of writes.flat()) memory.tables.tell(memory.tables.write(table, key, version));
  return { UnprocessedItems: {}, ...(capacity ? { ConsumedCapacity: capacity } : {}) };
};

const unitsOf = (memory: Memory, { table, key, version }: Write): number =>
  unitsWritten(memory.tables.current(table, key).size, version.size);

const writeOf = (request: WriteRequest): { key: Key; version: Version } => {
  expectOnly(request, ['PutRequest', 'DeleteRequest'], 'BatchWriteItem');
  const { PutRequest: put, DeleteRequest: deletion } = request;
  if ((put && deletion) || (!put && !deletion)) throw invalid('A write request is either a put or a deletion');
  if (deletion) return { key: keyAlone(deletion.Key), version: ABSENT };
  return { key: keyOfItem(put?.Item), version: versionOf(storedItem(put?.Item ?? {})) };
};
