import {
  BatchGetItemCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { memoryDynamoDB } from './memory-dynamodb.ts';

/** What the in-memory DynamoDB does not know it never answers as if it did. */

const TableName = 'records';
const Key = marshall({ pk: 'a', sk: '1' });

const put = (more: Partial<PutItemCommandInput>) => new PutItemCommand({ TableName, Item: Key, ...more });
const query = (more: Partial<QueryCommandInput>) =>
  new QueryCommand({
    TableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: marshall({ ':pk': 'a' }),
    ...more,
  });
const transaction = (more: Partial<TransactWriteItemsCommandInput>) =>
  new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: Key } }], ...more });

const expectUnknown = (command: object) => {
  const memory = memoryDynamoDB();
  memory.createTable(TableName);
  expect(() => memory.execute(command)).toThrow(expect.objectContaining({ name: 'NotInMemoryError' }));
  // Not even what it knows: the error may have been taken for a failed call.
  expect(() => memory.execute(new GetItemCommand({ TableName, Key }))).toThrow('does not know');
  expect(() => memory.items(TableName)).toThrow('does not know');
};

it.each([
  new UpdateItemCommand({ TableName, Key }),
  new DeleteItemCommand({ TableName, Key }),
  new TransactGetItemsCommand({ TransactItems: [{ Get: { TableName, Key } }] }),
  new DescribeTableCommand({ TableName }),
  {},
])('another command is refused: $constructor.name', expectUnknown);

it.each<[string, object]>([
  ['old values of a put', put({ ReturnValues: 'ALL_OLD' })],
  ['what a condition failed on', put({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })],
  ['the capacity of indexes', put({ ReturnConsumedCapacity: 'INDEXES' })],
  ['a projection', new GetItemCommand({ TableName, Key, ProjectionExpression: 'pk' })],
  [
    'a projection of a batch',
    new BatchGetItemCommand({ RequestItems: { records: { Keys: [Key], AttributesToGet: [] } } }),
  ],
  ['a filter', query({ FilterExpression: 'entry = :pk' })],
  ['an index', query({ IndexName: 'by-sk' })],
  ['a count', query({ Select: 'COUNT' })],
  ['another key condition', query({ KeyConditionExpression: 'pk = :pk AND sk > :pk' })],
  ['a segment', new ScanCommand({ TableName, Segment: 0, TotalSegments: 2 })],
  ['a projection of other attributes', new ScanCommand({ TableName, ProjectionExpression: 'sk' })],
  ['a token', transaction({ ClientRequestToken: 'token' })],
  ['a deletion in a transaction', transaction({ TransactItems: [{ Delete: { TableName, Key } }] })],
  [
    'an update in a transaction',
    transaction({ TransactItems: [{ Update: { TableName, Key, UpdateExpression: '' } }] }),
  ],
  ['a set', put({ Item: { ...Key, names: { SS: ['a'] } } })],
  ['half a character', put({ Item: { ...Key, name: { S: '\ud83d' } } })],
])('another parameter is refused: %s', (_what, command) => expectUnknown(command));

describe('another expression is refused:', () => {
  it.each([
    'size(#a) > :a',
    'contains(#a, :a)',
    'attribute_type(#a, :a)',
    '#a BETWEEN :a AND :b',
    '#a IN (:a, :b)',
    '#a = :a and #b = :b',
    '#a.#b = :a',
    '#a[0] = :a',
    '#a = #b',
    ':a < #a',
    ':a = :a',
    'format = :a',
    '#a + :a = :b',
    '#a == :a',
    '#a = :a AND',
    '#a = :a #b = :b',
    '(#a = :a',
    '#a = :a)',
    'attribute_exists #a',
    "#a = 'one'",
    '#a = 1',
  ])('%s', (text) => {
    expectUnknown(
      put({
        ConditionExpression: text,
        ExpressionAttributeNames: { '#a': 'a', '#b': 'b' },
        ExpressionAttributeValues: marshall({ ':a': 1, ':b': 2 }),
      }),
    );
  });
});
