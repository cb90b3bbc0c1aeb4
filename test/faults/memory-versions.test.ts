import {
  BatchWriteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Change, type MemoryDynamoDB, memoryDynamoDB } from './memory-dynamodb.ts';

/** What of the in-memory DynamoDB has no like in DynamoDB Local. */

const TableName = 'rankings';
let behind: (sk: string) => number;
let changes: Change[];
let memory: MemoryDynamoDB;
beforeEach(() => {
  behind = () => 0;
  changes = [];
  memory = memoryDynamoDB({ lag: ({ sk }) => behind(sk), onChange: (change) => changes.push(change) });
  memory.createTable(TableName);
});

const itemOf = (sk: string, entry: number) => marshall({ pk: 'a', sk, entry });
const put = (sk: string, entry: number, more = {}) =>
  memory.execute(new PutItemCommand({ TableName, Item: itemOf(sk, entry), ...more }));
const get = (sk: string, ConsistentRead = false) =>
  memory.execute(new GetItemCommand({ TableName, Key: marshall({ pk: 'a', sk }), ConsistentRead })) as {
    Item?: ReturnType<typeof itemOf>;
  };
const entryOf = (sk: string, isConsistent?: boolean) => get(sk, isConsistent).Item?.entry?.N;
const remove = (sk: string) => {
  const Key = marshall({ pk: 'a', sk });
  memory.execute(new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ DeleteRequest: { Key } }] } }));
};
const query = (more = {}) =>
  memory.execute(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: marshall({ ':pk': 'a' }),
      ...more,
    }),
  );

describe('an eventually consistent read', () => {
  it('sees an item as it was so many versions ago, and a consistent one as it is', () => {
    for (const entry of [1, 2, 2, 3]) put('k', entry);
    const seen = [0, 1, 2, 3, 4].map((versions) => {
      behind = () => versions;
      return entryOf('k');
    });

    // The second 2 is the same version.
    expect(seen).toEqual(['3', '2', '1', undefined, undefined]);
    expect(entryOf('k', true)).toBe('3');
  });

  it('sees what was deleted as long as it lags behind the deletion', () => {
    put('k', 1);
    remove('k');
    expect(entryOf('k')).toBeUndefined();
    behind = () => 1;
    expect(entryOf('k')).toBe('1');
    behind = () => 2;
    expect(entryOf('k')).toBeUndefined();
  });

  it('reaches back sixteen versions of a longer past', () => {
    for (let entry = 1; entry <= 20; entry++) put('k', entry);
    behind = () => 16;
    expect(entryOf('k')).toBe('4');
    behind = () => Number.POSITIVE_INFINITY;
    expect(entryOf('k')).toBe('4');
  });

  it('by a Query lags behind each item by its own', () => {
    for (const sk of ['j', 'k', 'l']) put(sk, 1);
    put('k', 2);
    behind = (sk) => (sk === 'j' ? 5 : 1);
    expect(query()).toMatchObject({ Items: [itemOf('k', 1)], Count: 1 });
    expect(query({ ConsistentRead: true })).toMatchObject({ Count: 3 });
  });
});

it('tells of every change and of no other put, of those of a transaction when all are made', () => {
  put('k', 1);
  put('k', 1);
  put('k', 2);
  remove('k');
  remove('k');
  expect(() => put('k', 1, { ConditionExpression: 'attribute_exists(pk)' })).toThrow('conditional');
  const items = ['l', 'm'].map((sk) => ({ Put: { TableName, Item: itemOf(sk, 1) } }));
  memory.execute(new TransactWriteItemsCommand({ TransactItems: items }));

  expect(changes.map(({ sk, kind }) => [sk, kind])).toEqual([
    ['k', 'INSERT'],
    ['k', 'MODIFY'],
    ['k', 'REMOVE'],
    ['l', 'INSERT'],
    ['m', 'INSERT'],
  ]);
});

it('goes back to a snapshot as often as one likes, with what readers that lag see', () => {
  put('k', 1);
  put('k', 2);
  const snapshot = memory.snapshot();
  for (let round = 0; round < 2; round++) {
    put('k', 3);
    put('l', 1);
    memory.restore(snapshot);
    behind = () => 1;
    expect([entryOf('k', true), entryOf('k'), memory.items(TableName).length]).toEqual(['2', '1', 1]);
  }
});

it('keeps nothing that its callers can change', () => {
  const item = itemOf('k', 1);
  memory.execute(new PutItemCommand({ TableName, Item: item }));
  item.entry = { N: '7' };
  expect(entryOf('k')).toBe('1');
  const { Item: given = {} } = get('k');
  given.entry = { N: '7' };
  expect(memory.items(TableName)).toEqual([itemOf('k', 1)]);
});

it('counts transactions twice, refused writes too, and what is not there as the smallest item', async () => {
  const Item = { ...itemOf('k', 1), body: { S: 'x'.repeat(1500) } };
  await memory.send(new PutItemCommand({ TableName, Item }));
  await expect(
    memory.send(
      new PutItemCommand({ TableName, Item: itemOf('k', 1), ConditionExpression: 'attribute_not_exists(pk)' }),
    ),
  ).rejects.toThrow('conditional');
  await memory.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item } }] }));
  get('nowhere');
  query({ ConsistentRead: true });

  const { read, written, calls, itemised } = memory.consumed;
  expect({ read, written, calls }).toEqual({ read: 1.5, written: 2 + 2 + 4, calls: 5 });
  expect(itemised).toContainEqual({ table: TableName, command: 'PutItem', read: 0, written: 4, calls: 2 });
});
