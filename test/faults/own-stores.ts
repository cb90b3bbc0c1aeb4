import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { Stores } from '@chi-so/ingestion/stores';
import { indices, unitSets } from '@chi-so/reference-data/catalogue';
import { saveIndex, saveMethodology, saveUnitSet } from '@chi-so/storage/catalogue';
import { type Table, tableOf } from '@chi-so/storage/client';
import type { ProvidedContext } from 'vitest';
import { storesOf } from '../support/stores.ts';

/** Tables of a test's own in the stack's database: no stream feeds from them, and every item in them is the test's. */

type StoredItem = Record<string, AttributeValue>;

/** All items of a table by key, as text that is equal where their bytes are. */
export type Content = Map<string, string>;

export const createTable = async (db: DynamoDBClient, name: string): Promise<Table> => {
  await db.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  return tableOf(db, name);
};

/** A client of the engine with its retries, as the functions have one. */
export const engineClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' },
    maxAttempts: 4,
  });

/** Stores whose tables hold PCI's catalogue and nothing else, and the way to be rid of them. */
export const ownStores = async (
  provided: ProvidedContext['stack'],
  name: string,
  now: () => Date,
): Promise<{ stores: Stores; drop: () => Promise<void> }> => {
  const db = engineClient(provided.dynamodb.endpoint);
  const records = await createTable(db, `${name}-records`);
  const rankings = await createTable(db, `${name}-rankings`);
  const audit = { at: now().toISOString(), actor: 'test', action: 'catalogue', target: 'pci', reason: null };
  for (const unitSet of unitSets().filter(({ unit_set }) => unit_set === 'VN63')) {
    await saveUnitSet(records, unitSet, { ...audit, request_id: unitSet.unit_set });
  }
  for (const { index, methodologies } of indices().filter(({ index: { index } }) => index === 'pci')) {
    await saveIndex(records, index, { ...audit, request_id: index.index });
    for (const one of methodologies) await saveMethodology(records, one, { ...audit, request_id: one.methodology });
  }
  return {
    stores: { ...storesOf(provided), records, rankings, now },
    drop: async () => {
      for (const { name: TableName } of [records, rankings]) await db.send(new DeleteTableCommand({ TableName }));
      db.destroy();
    },
  };
};

const scan = async ({ db, name }: Table): Promise<StoredItem[]> => {
  const items: StoredItem[] = [];
  let start: StoredItem | undefined;
  do {
    const page = await db.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(start ? { ExclusiveStartKey: start } : {}) }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
};

const keyOf = ({ pk, sk }: StoredItem) => `${pk?.S} ${sk?.S}`;

const asText = (item: StoredItem): string =>
  JSON.stringify(sorted(item), (_key, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );

/** The engine gives attributes in any order. */
const sorted = (value: unknown): unknown => {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

const contentFrom = (items: readonly StoredItem[]): Content =>
  new Map(items.map((item): [string, string] => [keyOf(item), asText(item)]).sort(([a], [b]) => (a < b ? -1 : 1)));

export const contentOf = async (table: Table): Promise<Content> => contentFrom(await scan(table));

/** Remembers what a table holds, and gives the way back to it. */
export const rememberTable = async (table: Table): Promise<() => Promise<void>> => {
  const then = await scan(table);
  const before = contentFrom(then);
  return async () => {
    const items = await scan(table);
    const now = contentFrom(items);
    const requests = [
      ...items
        .filter((item) => !before.has(keyOf(item)))
        .map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk: pk as AttributeValue, sk: sk as AttributeValue } } })),
      ...then
        .filter((item) => now.get(keyOf(item)) !== before.get(keyOf(item)))
        .map((Item) => ({ PutRequest: { Item } })),
    ];
    const batches = Array.from({ length: Math.ceil(requests.length / 25) }, (_, i) =>
      requests.slice(i * 25, i * 25 + 25),
    );
    await Promise.all(
      batches.map((batch) => table.db.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: batch } }))),
    );
  };
};
