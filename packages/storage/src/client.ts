import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { ReadTable } from './read-table.ts';

/**
 * The DynamoDB client of a function. The SDK has no timeouts of its own: without these a lost connection would hold a
 * request until Lambda kills the function.
 */
export const dynamoDB = ({ maxAttempts = 4 } = {}): DynamoDBClient =>
  new DynamoDBClient({ maxAttempts, requestHandler: { connectionTimeout: 1000, requestTimeout: 3000 } });

/** A table and the way to it. Passed to every item module that writes. */
export type Table = ReadTable & { db: Pick<DynamoDBClient, 'send'> };

/** A table by the SDK's client. */
export const tableOf = (db: Table['db'], name: string): Table => ({
  db,
  name,
  getItem: (input) => db.send(new GetItemCommand({ TableName: name, ...input })),
  query: (input) => db.send(new QueryCommand({ TableName: name, ...input })),
});
