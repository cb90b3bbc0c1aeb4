import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { type DynamoDbLocal, startDynamoDbLocal } from '@chi-so/local/dynamodb-local';
import { createTableInput, ensureTable } from '@chi-so/local/dynamodb-tables';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const TABLE = {
  stack: 'S',
  logicalId: 'Items',
  type: 'AWS::DynamoDB::GlobalTable',
  properties: {
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'by-sk',
        KeySchema: [{ AttributeName: 'sk', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    Replicas: [{ Region: 'ap-southeast-1' }],
  },
};

describe('DynamoDB Local', () => {
  let folder: string;
  let database: DynamoDbLocal;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chi-so-dynamodb-'));
  });
  afterEach(async () => {
    await database?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const clientOf = ({ endpoint }: DynamoDbLocal) =>
    new DynamoDBClient({
      endpoint,
      region: 'local',
      credentials: { accessKeyId: 'a', secretAccessKey: 'a' },
      maxAttempts: 1,
    });

  it('keeps an answered transaction through a kill -9 right after the answer, and the table with its stream', async () => {
    database = await startDynamoDbLocal(folder);
    const table = await ensureTable(database.client, TABLE);
    expect(table.streamArn).toMatch(/\/stream\//);
    for (const id of ['one', 'two', 'three']) {
      const put = (pk: string) => ({ Put: { TableName: table.name, Item: { pk: { S: pk }, sk: { S: 's' } } } });
      const client = clientOf(database);
      const engine = enginePid(folder);
      // A warm connection and engine: without the barrier, what follows was lost.
      for (let n = 0; n < 20; n++)
        await client.send(new TransactWriteItemsCommand({ TransactItems: [put(`${id}-${n}`)] }));
      await client.send(new TransactWriteItemsCommand({ TransactItems: [put(`${id}-a`), put(`${id}-b`)] }));
      process.kill(engine, 'SIGKILL');
      await database.stop();
      database = await startDynamoDbLocal(folder);
      expect(await ensureTable(database.client, TABLE)).toEqual(table);
      const get = (pk: string) =>
        clientOf(database).send(new GetItemCommand({ TableName: table.name, Key: { pk: { S: pk } } }));
      expect((await get(`${id}-a`)).Item).toBeDefined();
      expect((await get(`${id}-b`)).Item).toBeDefined();
    }
  });

  it('is not shared by two runs, and says so', async () => {
    database = await startDynamoDbLocal(folder);
    await expect(startDynamoDbLocal(folder)).rejects.toThrow(/Another local run is using/);
  });

  it('ends an engine whose keeper was killed without it', async () => {
    const lost = await startDynamoDbLocal(folder);
    const orphan = enginePid(folder);
    for (const pid of keepersOf(folder)) process.kill(pid, 'SIGKILL');
    await sleep(100);
    expect(enginePid(folder)).toBe(orphan);
    database = await startDynamoDbLocal(folder);
    expect(enginePid(folder)).not.toBe(orphan);
    await lost.stop();
  });

  it('refuses a table whose keys, indexes or stream have changed since its data was written', async () => {
    database = await startDynamoDbLocal(folder);
    await ensureTable(database.client, TABLE);
    const changed = {
      ...TABLE,
      properties: { ...TABLE.properties, StreamSpecification: { StreamViewType: 'NEW_IMAGE' } },
    };
    await expect(ensureTable(database.client, changed)).rejects.toThrow(/Items has changed/);
  });
});

describe('a table of a template', () => {
  it('keeps its name, keys, indexes and stream, and no more than DynamoDB Local can use', () => {
    expect(createTableInput(TABLE)).toEqual({
      TableName: 'S-Items',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: TABLE.properties.AttributeDefinitions,
      KeySchema: TABLE.properties.KeySchema,
      GlobalSecondaryIndexes: TABLE.properties.GlobalSecondaryIndexes,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
    });
  });
});

const commands = (folder: string) =>
  readdirSync('/proc').flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return command.includes(join(folder, 'dynamodb')) ? [{ pid: Number(pid), program: command[0] }] : [];
    } catch {
      return [];
    }
  });
const enginePid = (folder: string) => commands(folder).find(({ program }) => program === 'java')?.pid ?? 0;
const keepersOf = (folder: string) =>
  commands(folder)
    .filter(({ program }) => program === 'sh')
    .map(({ pid }) => pid);
