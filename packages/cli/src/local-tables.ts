import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LocalStack } from '@chi-so/local/stack';

/** The two tables of a local stack, for what operators do without the API. */
export const localTables = ({ dynamodbEndpoint, tableNames }: LocalStack) => {
  const db = new DynamoDBClient({
    endpoint: dynamodbEndpoint,
    region: 'local',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' },
  });
  const named = (part: string) => {
    const name = Object.entries(tableNames).find(([id]) => id.startsWith(part))?.[1];
    if (!name) throw new Error(`The stack has no table ${part}`);
    return { db, name };
  };
  return { records: named('Records'), rankings: named('Rankings') };
};
