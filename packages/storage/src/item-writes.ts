import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  PutItemCommand,
  type PutItemCommandInput,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Table } from './client.ts';
import type { Item, Key } from './items.ts';
import { pause } from './pause.ts';

/** How writers write, and read many items at once. Nothing here is in the bundle of whoever only reads. */

export const encode = (item: Item): Record<string, AttributeValue> => marshall(item);

export const putItem = async (
  table: Table,
  item: Item,
  condition?: Pick<
    PutItemCommandInput,
    'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
  >,
): Promise<'put' | 'refused'> => {
  try {
    await table.db.send(new PutItemCommand({ TableName: table.name, Item: encode(item), ...condition }));
    return 'put';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'refused';
    throw error;
  }
};

/** At most so many items go into one request, and so many requests under way at once. */
const BATCH_WRITE = 25;
const BATCH_GET = 100;
const IN_FLIGHT = 8;

/** Unconditional puts of items that are the same whenever they are written. What the service hands back is sent again. */
export const putAll = async (table: Table, items: readonly Item[]): Promise<void> => {
  const requests = items.map((item) => ({ PutRequest: { Item: encode(item) } }));
  await inBatches(requests, BATCH_WRITE, async (batch) => {
    const { UnprocessedItems } = await table.db.send(
      new BatchWriteItemCommand({ RequestItems: { [table.name]: batch } }),
    );
    return (
      UnprocessedItems?.[table.name]?.flatMap(({ PutRequest }) =>
        PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
      ) ?? []
    );
  });
};

/** Consistent reads of many items by key; those that do not exist are left out, and the order is free. */
export const getAll = async (table: Table, keys: readonly Key[]): Promise<Item[]> => {
  const found: Item[] = [];
  await inBatches(
    keys.map((key) => marshall(key)),
    BATCH_GET,
    async (batch) => {
      const { Responses, UnprocessedKeys } = await table.db.send(
        new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: batch, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[table.name] ?? []).map((item) => unmarshall(item)));
      return UnprocessedKeys?.[table.name]?.Keys ?? [];
    },
  );
  return found;
};

/** Sends batches side by side; each is repeated, with growing pauses, until nothing of it is left over. */
const inBatches = async <T>(all: readonly T[], size: number, send: (batch: T[]) => Promise<T[]>): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
  const worker = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      let left = await send(batch);
      for (let attempt = 0; left.length > 0; attempt++) {
        if (attempt === 8) throw new Error(`DynamoDB left ${left.length} of ${batch.length} items unprocessed`);
        await pause(attempt);
        left = await send(left);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, batches.length) }, worker));
};

/** Why a transaction was refused, by position: `ConditionalCheckFailed`, `TransactionConflict`, `None` … */
export const cancellation = (error: unknown): string[] | undefined =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
    : undefined;
