import { type AttributeValue, BatchGetItemCommand, BatchWriteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from './client.ts';
import { logOfPartition } from './keys.ts';
import { pause } from './pause.ts';
import type { RawItem } from './table-dump-line.ts';

/** Whole tables, for operators and for what runs at night: no other function has the permission to Scan. */

/** Every item of a table, read consistently, page by page (a page is 1 MB). Within a partition in the order of its sort keys. */
export const scanTable = async function* ({ db, name }: Table): AsyncGenerator<RawItem[]> {
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await db.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(start ? { ExclusiveStartKey: start } : {}) }),
    );
    yield page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
};

/** Whether a table has no item at all. */
export const isEmptyTable = async ({ db, name }: Table): Promise<boolean> => {
  const { Items } = await db.send(new ScanCommand({ TableName: name, ConsistentRead: true, Limit: 1 }));
  return (Items ?? []).length === 0;
};

const BATCH_WRITE = 25;
const BATCH_GET = 100;
const ATTEMPTS = 12;

/** Puts items as they are, in batches side by side; what the service hands back is sent again. */
export const putRaw = async (table: Table, items: readonly RawItem[]): Promise<void> => {
  const requests = items.map((Item) => ({ PutRequest: { Item } }));
  await Promise.all(
    batchesOf(requests, BATCH_WRITE).map((batch) =>
      untilNothingIsLeft(batch, async (left) => {
        const { UnprocessedItems } = await table.db.send(
          new BatchWriteItemCommand({ RequestItems: { [table.name]: left } }),
        );
        return (UnprocessedItems?.[table.name] ?? []).flatMap(({ PutRequest }) =>
          PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
        );
      }),
    ),
  );
};

/** What is stored under the keys of some items, read consistently; in any order, and without what is not there. */
export const getRaw = async (table: Table, items: readonly RawItem[]): Promise<RawItem[]> => {
  const found: RawItem[] = [];
  const keys = items.flatMap(({ pk, sk }): RawItem[] => (pk && sk ? [{ pk, sk }] : []));
  for (const batch of batchesOf(keys, BATCH_GET)) {
    await untilNothingIsLeft(batch, async (left) => {
      const { Responses, UnprocessedKeys } = await table.db.send(
        new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: left, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[table.name] ?? []));
      return UnprocessedKeys?.[table.name]?.Keys ?? [];
    });
  }
  return found;
};

const batchesOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** A large answer comes in several parts, so only attempts that bring nothing count. */
const untilNothingIsLeft = async <T>(batch: T[], send: (left: T[]) => Promise<T[]>): Promise<void> => {
  let left = batch;
  for (let attempt = 0; left.length > 0; ) {
    const rest = await send(left);
    attempt = rest.length < left.length ? 0 : attempt + 1;
    if (attempt === ATTEMPTS) throw new Error(`DynamoDB left ${rest.length} of ${batch.length} items unprocessed`);
    if (rest.length > 0) await pause(attempt);
    left = rest;
  }
};

/**
 * When an item of Records is written into a running stack: first whatever is only read, then the logs, entry by entry, so
 * that at every moment each of them is a prefix of which everything is there; last what makes the stack act by itself.
 */
export const STAGES = ['content', 'logs', 'duties'] as const;
export type Stage = (typeof STAGES)[number];

export const stageOf = ({ pk }: RawItem): Stage => {
  const partition = pk?.S ?? '';
  if (logOfPartition(partition)) return 'logs';
  return DUTIES.has(partition) ? 'duties' : 'content';
};

/** Publications that wait for their time, and addresses that are looked at regularly. */
const DUTIES = new Set(['EMBARGOES', 'SOURCES']);
