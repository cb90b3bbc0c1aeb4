import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LocalStack } from '@chi-so/local/stack';
import { tableOf } from '@chi-so/storage/client';
import type { ServedTables } from './serving.ts';

/** DynamoDB Local, for what operators do without the API. It takes any credentials. */
export const localDb = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' },
  });

/** Where a local stack has its two tables. */
export const servedTables = ({ dynamodbEndpoint, tableNames }: LocalStack): ServedTables => {
  const named = (part: string) => {
    const name = Object.entries(tableNames).find(([id]) => id.startsWith(part))?.[1];
    if (!name) throw new Error(`The stack has no table ${part}`);
    return name;
  };
  return { endpoint: dynamodbEndpoint, records: named('Records'), rankings: named('Rankings') };
};

/** The two tables of a local stack. */
export const localTables = (stack: LocalStack) => {
  const { endpoint, records, rankings } = servedTables(stack);
  const db = localDb(endpoint);
  return { records: tableOf(db, records), rankings: tableOf(db, rankings) };
};
