import { type AttributeValue, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

/** What a function that reads one item by the SDK cannot do without. */

const client = new DynamoDBClient({});

export const handler = async (key: Record<string, AttributeValue>) => {
  const { Item } = await client.send(new GetItemCommand({ TableName: process.env.RANKINGS_TABLE, Key: key }));
  return { statusCode: Item ? 200 : 404, body: Item };
};
