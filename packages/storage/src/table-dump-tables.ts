import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { Table } from './client.ts';

/** Tables of our keys that are made for a while and dropped again: without a stream, so that nothing hears of them. */

const KEYS = ['pk', 'sk'] as const;
const POLLS = 120;

/** Makes an empty table and waits until it can be used. */
export const createTable = async ({ db, name }: Table): Promise<void> => {
  await db.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: KEYS.map((key) => ({ AttributeName: key, AttributeType: 'S' as const })),
      KeySchema: KEYS.map((key, i) => ({ AttributeName: key, KeyType: i === 0 ? ('HASH' as const) : 'RANGE' })),
    }),
  );
  for (let poll = 0; poll < POLLS; poll++) {
    const { Table } = await db.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await second();
  }
  throw new Error(`The table ${name} is not active after ${POLLS} seconds`);
};

/** Drops a table, also one that is still being made; one that is not there is well. */
export const dropTable = async ({ db, name }: Table): Promise<void> => {
  for (let poll = 0; ; poll++) {
    try {
      await db.send(new DeleteTableCommand({ TableName: name }));
      return;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return;
      if (!(error instanceof ResourceInUseException) || poll === POLLS) throw error;
      await second();
    }
  }
};

const second = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));
