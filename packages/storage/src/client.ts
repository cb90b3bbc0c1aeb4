import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/**
 * The DynamoDB client of a function. The SDK has no timeouts of its own: without these a lost connection would hold a
 * request until Lambda kills the function.
 */
export const dynamoDB = (): DynamoDBClient =>
  new DynamoDBClient({ maxAttempts: 4, requestHandler: { connectionTimeout: 1000, requestTimeout: 3000 } });

/** A table and the way to it. Passed to every item module. */
export type Table = { db: Pick<DynamoDBClient, 'send'>; name: string };
