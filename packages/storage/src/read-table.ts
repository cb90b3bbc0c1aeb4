import type {
  GetItemCommandInput,
  GetItemCommandOutput,
  QueryCommandInput,
  QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';

/**
 * A table as readers know it. Two ways lead to one: the SDK's client (client.ts), which writers need anyway, and requests
 * signed here (signed-reads.ts), which a function that only reads loads in a quarter of the time.
 */
export type ReadTable = {
  name: string;
  getItem: (input: GetInput) => Promise<Pick<GetItemCommandOutput, 'Item'>>;
  query: (input: QueryInput) => Promise<Pick<QueryCommandOutput, 'Items' | 'LastEvaluatedKey'>>;
};

export type GetInput = Omit<GetItemCommandInput, 'TableName'>;
export type QueryInput = Omit<QueryCommandInput, 'TableName'>;
