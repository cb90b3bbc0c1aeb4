import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc, { type Arbitrary } from 'fast-check';
import { type ArbitraryCondition, conditions } from './memory-arbitrary-conditions.ts';
import { anyItems, anyKeys, type Item, largeItems, pks, shapedItems, sks } from './memory-arbitrary-items.ts';

/** Commands of every kind that the in-memory DynamoDB knows, on a table that is yet to be named. */

export type Command =
  | GetItemCommand
  | PutItemCommand
  | QueryCommand
  | BatchGetItemCommand
  | BatchWriteItemCommand
  | TransactWriteItemsCommand
  | ScanCommand;
export type CommandOn = (table: string) => Command;

/** Shown by what it asks, where a sequence fails. */
const on = (make: CommandOn): CommandOn =>
  Object.assign(make, {
    [fc.toStringMethod]: () => {
      const command = make('TABLE');
      return `${command.constructor.name} ${fc.stringify(command.input)}`;
    },
  });

const ReturnConsumedCapacity = 'TOTAL';
const isConsistent = fc.boolean();

const get = fc
  .tuple(anyKeys, isConsistent)
  .map(([Key, ConsistentRead]) =>
    on((TableName) => new GetItemCommand({ TableName, Key, ConsistentRead, ReturnConsumedCapacity })),
  );

const put = fc
  .tuple(anyItems, conditions)
  .map(([Item, condition]) =>
    on((TableName) => new PutItemCommand({ TableName, Item, ...condition, ReturnConsumedCapacity })),
  );

const nameOf = ({ pk, sk }: Item): string => `${pk?.S} ${sk?.S}`;
/** A few, seldom with two of one name among them. */
const few = <T>(one: Arbitrary<T>, name: (one: T) => string): Arbitrary<T[]> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: name }) },
    { weight: 1, arbitrary: fc.array(one, { maxLength: 4 }) },
  );

const batchWrite = few(
  fc.oneof(
    { weight: 3, arbitrary: anyItems.map((Item): WriteRequest => ({ PutRequest: { Item } })) },
    { weight: 1, arbitrary: anyKeys.map((Key): WriteRequest => ({ DeleteRequest: { Key } })) },
  ),
  ({ PutRequest: put, DeleteRequest: deletion }) => nameOf(put?.Item ?? deletion?.Key ?? {}),
).map((requests) =>
  on((table) => new BatchWriteItemCommand({ RequestItems: { [table]: requests }, ReturnConsumedCapacity })),
);

const batchGet = fc
  .tuple(few(anyKeys, nameOf), isConsistent)
  .map(([Keys, ConsistentRead]) =>
    on(
      (table) =>
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ConsistentRead } }, ReturnConsumedCapacity }),
    ),
  );

type Action = { item: Item; condition: ArbitraryCondition; isCheck: boolean };

const distinctActions: Arbitrary<Action[]> = fc.uniqueArray(
  fc.record({ item: shapedItems, condition: conditions, isCheck: fc.boolean() }),
  { minLength: 1, maxLength: 4, selector: ({ item }: Action) => nameOf(item) },
);
/** Without conditions: DynamoDB Local may say first that one does not hold. */
const repeatedActions: Arbitrary<Action[]> = fc
  .tuple(shapedItems, shapedItems)
  .map(([one, other]) => [one, other, one].map((item) => ({ item, condition: {}, isCheck: false })));

const transaction = fc
  .oneof({ weight: 20, arbitrary: distinctActions }, { weight: 1, arbitrary: repeatedActions })
  .map((actions) =>
    on((TableName) => {
      const TransactItems = actions.map(({ item: Item, condition, isCheck }) => {
        const { ConditionExpression } = condition;
        if (!isCheck || ConditionExpression === undefined) return { Put: { TableName, Item, ...condition } };
        const Key = Object.fromEntries(Object.entries(Item).filter(([name]) => name === 'pk' || name === 'sk'));
        return { ConditionCheck: { TableName, Key, ...condition, ConditionExpression } };
      });
      return new TransactWriteItemsCommand({ TransactItems });
    }),
  );

const limits = fc.oneof(
  { weight: 20, arbitrary: fc.constant({}) },
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 6 }).map((Limit) => ({ Limit })) },
  { weight: 1, arbitrary: fc.constant({ Limit: 0 }) },
);
const starts = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.tuple(pks, sks).map(([pk, sk]) => ({ ExclusiveStartKey: marshall({ pk, sk }) })) },
  { weight: 3, arbitrary: sks.map((sk) => ({ ExclusiveStartKey: marshall({ pk: 'LOG#a', sk }) })) },
);
const FROM = ['j', 'j', 'k', 'k1', 'k10', 'k2', 'ka'];
const TO = ['k', 'k10', 'k3', 'kế', 'k\uffee', 'k😀', '~', 'k~'];
const ranges = fc.oneof(
  fc.constant({ text: 'pk = :pk', values: {} }),
  fc.constantFrom('k', 'k', 'k1', 'j', 'z', 'kế', '').map((prefix) => ({
    text: 'pk = :pk AND begins_with(sk, :prefix)',
    values: { ':prefix': prefix },
  })),
  fc.tuple(fc.constantFrom('', ...FROM), fc.constantFrom('k1', ...TO)).map(([from, to]) => ({
    text: 'pk = :pk AND sk BETWEEN :from AND :to',
    values: { ':from': from, ':to': to },
  })),
);

const query = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constant('LOG#a') }, { weight: 1, arbitrary: pks }),
    ranges,
    fc.record({ ScanIndexForward: fc.boolean(), ConsistentRead: isConsistent }),
    limits,
    starts,
  )
  .map(([pk, { text, values }, how, limit, start]) =>
    on(
      (TableName) =>
        new QueryCommand({
          TableName,
          KeyConditionExpression: text,
          ExpressionAttributeValues: marshall({ ':pk': pk, ...values }),
          ReturnConsumedCapacity,
          ...how,
          ...limit,
          ...start,
        }),
    ),
  );

const scan = fc
  .tuple(limits, fc.constantFrom({}, { ProjectionExpression: 'pk, sk' }), isConsistent)
  .map(([limit, projection, ConsistentRead]) =>
    on((TableName) => new ScanCommand({ TableName, ConsistentRead, ReturnConsumedCapacity, ...limit, ...projection })),
  );

/** Thirty commands one after the other. */
export const sequences: Arbitrary<CommandOn[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: get },
    { weight: 12, arbitrary: put },
    { weight: 2, arbitrary: batchWrite },
    { weight: 2, arbitrary: batchGet },
    { weight: 5, arbitrary: transaction },
    { weight: 5, arbitrary: query },
    { weight: 1, arbitrary: scan },
  ),
  { minLength: 30, maxLength: 30 },
);

/** More than a page of large items, and reads of them. */
export const readsOfPages: Arbitrary<CommandOn[]> = fc
  .tuple(
    largeItems,
    fc.array(fc.oneof({ weight: 4, arbitrary: query }, { weight: 1, arbitrary: scan }), { minLength: 4, maxLength: 4 }),
  )
  .map(([items, reads]) => [
    on(
      (table) =>
        new BatchWriteItemCommand({ RequestItems: { [table]: items.map((Item) => ({ PutRequest: { Item } })) } }),
    ),
    ...reads,
  ]);
