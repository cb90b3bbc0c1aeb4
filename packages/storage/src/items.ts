import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Table } from './client.ts';

/** What the item modules of this package share. Nothing outside it reads or writes DynamoDB. */

export type Key = { pk: string; sk: string };
// biome-ignore lint/suspicious/noExplicitAny: an item is untyped until its module has read it
export type Item = Record<string, any>;

/** Numbers in sort keys are fixed-width, so that their order as text is their order. */
export const padded = (value: number, width = 10): string => String(value).padStart(width, '0');

/** JSON, compressed: names and repeated fields shrink about tenfold, and capacity is paid by the byte. */
export const pack = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));
export const unpackText = (bytes: Uint8Array): string => gunzipSync(bytes).toString('utf8');
export const unpack = <T>(bytes: Uint8Array): T => JSON.parse(unpackText(bytes)) as T;

export const encode = (item: Item): Record<string, AttributeValue> => marshall(item);

export const getItem = async (table: Table, key: Key, consistent: boolean): Promise<Item | undefined> => {
  const { Item } = await table.db.send(
    new GetItemCommand({ TableName: table.name, Key: marshall(key), ConsistentRead: consistent }),
  );
  return Item && unmarshall(Item);
};

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

export type Range = {
  pk: string;
  /** Sort keys that begin so … */
  prefix?: string;
  /** … or lie between these two, both included. */
  between?: [string, string];
  descending?: boolean;
  limit?: number;
  consistent?: boolean;
};

/** All items of a range of one partition, page by page (a page is 1 MB). */
export const queryItems = async (table: Table, range: Range): Promise<Item[]> => {
  const { pk, prefix, between, descending = false, limit, consistent = false } = range;
  const input: QueryCommandInput = {
    TableName: table.name,
    KeyConditionExpression: between
      ? 'pk = :pk AND sk BETWEEN :from AND :to'
      : prefix === undefined
        ? 'pk = :pk'
        : 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: marshall({
      ':pk': pk,
      ...(between ? { ':from': between[0], ':to': between[1] } : prefix === undefined ? {} : { ':prefix': prefix }),
    }),
    ScanIndexForward: !descending,
    ConsistentRead: consistent,
  };
  const items: Item[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await table.db.send(
      new QueryCommand({
        ...input,
        ...(limit === undefined ? {} : { Limit: limit - items.length }),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    start = page.LastEvaluatedKey;
  } while (start && (limit === undefined || items.length < limit));
  return items;
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

/** Exponential with full jitter: 25 ms, 50 ms … at most 1 s. */
export const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 25 * 2 ** attempt)));

/** Why a transaction was refused, by position: `ConditionalCheckFailed`, `TransactionConflict`, `None` … */
export const cancellation = (error: unknown): string[] | undefined =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
    : undefined;
