import { type AttributeValue, BatchWriteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { EngineStores } from '../engine-stores.ts';

/** What anybody would do who had the items ready. */

const IN_FLIGHT = 8;
const BATCH = 25;

export type Item = Record<string, AttributeValue>;
type Engine = Pick<EngineStores, 'db' | 'records'>;

export const scoreItems = async ({ db, records }: Engine, pk: string): Promise<Item[]> => {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await db.send(
      new QueryCommand({
        TableName: records.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': { S: pk }, ':prefix': { S: 'SCORE#' } },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
};

/** 25 items a batch, 8 batches under way, to another partition. */
export const writeRaw = async ({ db, records }: Engine, items: readonly Item[], pk: string): Promise<void> => {
  const requests = items.map((item) => ({ PutRequest: { Item: { ...item, pk: { S: pk } } } }));
  const batches = Array.from({ length: Math.ceil(requests.length / BATCH) }, (_, i) =>
    requests.slice(i * BATCH, (i + 1) * BATCH),
  );
  const worker = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      await db.send(new BatchWriteItemCommand({ RequestItems: { [records.name]: batch } }));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
};
