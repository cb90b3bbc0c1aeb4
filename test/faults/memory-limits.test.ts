import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import type { CommandOn } from './memory-arbitrary-commands.ts';
import type { Item } from './memory-arbitrary-items.ts';
import { runOnBoth } from './memory-comparison.ts';
import { sizeOfItem } from './memory-item-size.ts';
import { engineClient } from './own-stores.ts';

/** What the in-memory DynamoDB takes just so much of, DynamoDB Local takes just so much of. */

const keys = (count: number) => Array.from({ length: count }, (_, i) => marshall({ pk: 'LOG#a', sk: `${10 + i}` }));
const ofBytes = (key: Item, bytes: number): Item => ({
  ...key,
  body: { S: 'x'.repeat(bytes - 'pkLOG#ask10body'.length) },
});
const batchWrite = (count: number) => (table: string) =>
  new BatchWriteItemCommand({ RequestItems: { [table]: keys(count).map((Item) => ({ PutRequest: { Item } })) } });
const batchGet = (count: number) => (table: string) =>
  new BatchGetItemCommand({ RequestItems: { [table]: { Keys: keys(count) } } });
const transaction = (count: number) => (TableName: string) =>
  new TransactWriteItemsCommand({ TransactItems: keys(count).map((Item) => ({ Put: { TableName, Item } })) });
const largeItem = (bytes: number) => (TableName: string) =>
  new PutItemCommand({ TableName, Item: ofBytes(marshall({ pk: 'LOG#a', sk: '10' }), bytes) });
/** Sixteen quarters of a megabyte and so many bytes, with a condition of 22. */
const largeTransaction = (more: number) => (TableName: string) =>
  new TransactWriteItemsCommand({
    TransactItems: keys(16).map((key, i) => {
      if (i > 0) return { Put: { TableName, Item: ofBytes(key, 2 ** 18) } };
      const condition = {
        ConditionExpression: '#entry = :entry',
        ExpressionAttributeNames: { '#entry': 'entry' },
        ExpressionAttributeValues: marshall({ ':entry': 1 }),
      };
      return { Put: { TableName, Item: ofBytes(key, 2 ** 18 + more), ...condition } };
    }),
  });
const Key = marshall({ pk: 'LOG#a', sk: '10' });

/** Just one kilobyte, and a byte more: another unit, if both count alike. */
const filled = (value: AttributeValue, i: number): CommandOn[] =>
  [0, 1].map((more) => (TableName) => {
    const item = { ...marshall({ pk: 'LOG#a', sk: `${i} ${more}` }), value, fill: { S: '' } };
    const fill = { S: 'x'.repeat(1024 + more - sizeOfItem(item)) };
    return new PutItemCommand({ TableName, Item: { ...item, fill }, ReturnConsumedCapacity: 'TOTAL' });
  });
const NUMBERS = ['0', '1', '12', '123', '100', '1000', '1200', '101', '10001', '-1', '-12', '-66.53', '0.1', '0.01'];
const MORE_NUMBERS = ['0.055', '1.5', '12.5', '66.53', '0.123456789', '0.0000001', '-1.5', `-0.${'7'.repeat(38)}`];

describe('beside DynamoDB Local', () => {
  let engine: DynamoDBClient;
  beforeAll(() => {
    engine = engineClient(inject('stack').dynamodb.endpoint);
  });
  afterAll(() => engine.destroy());

  it.each<[string, CommandOn[]]>([
    ['25 writes of a batch', [batchWrite(25), batchWrite(26), batchWrite(0)]],
    ['100 keys of a batch', [batchGet(100), batchGet(101), batchGet(0)]],
    ['100 actions of a transaction', [transaction(100), transaction(101), transaction(0)]],
    ['400 KB of an item', [largeItem(400 * 1024), largeItem(400 * 1024 + 1)]],
    ['4 MB of a transaction', [largeTransaction(-22), largeTransaction(-21)]],
    ['tables that there are', [() => new GetItemCommand({ TableName: 'nowhere', Key })]],
  ])('the limit is the same: %s', async (_what, commands) => {
    await runOnBoth(engine, commands);
  });

  it.each<[string, AttributeValue[]]>([
    ['numbers', [...NUMBERS, ...MORE_NUMBERS].map((N) => ({ N }))],
    ['texts', ['', 'Huế', '😀'].map((S) => ({ S }))],
    ['bytes, truth and nothing', [{ B: new Uint8Array(5) }, { BOOL: false }, { NULL: true }]],
    ['lists', [{ L: [] }, { L: [{ S: '' }] }, { L: [{ S: 'a' }, { N: '-1.5' }] }]],
    ['maps', [{ M: {} }, { M: { điểm: { S: '' } } }, { M: { a: { M: { b: { L: [{ N: '1' }] } } } } }]],
  ])('the bytes are the same: %s', async (_what, values) => {
    await runOnBoth(engine, values.flatMap(filled));
  });
});
