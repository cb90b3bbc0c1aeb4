import type { BatchWriteItemCommandInput, BatchWriteItemCommandOutput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Stores } from '@chi-so/ingestion/stores';
import { tableOf } from '@chi-so/storage/client';
import { engineClient } from './own-stores.ts';

/** What DynamoDB does under load and DynamoDB Local never does. */
export type Throttle = {
  /** Which requests are refused, counted from 1; those that the SDK repeats count again. */
  refuses: (request: number) => boolean;
  /** Batches are taken by halves. */
  halves?: boolean;
};

const NAMES = ['ThrottlingException', 'ProvisionedThroughputExceededException'];

const throttle = (client: DynamoDBClient, { refuses, halves = false }: Throttle) => {
  const counts = { requests: 0, refused: 0, unprocessed: 0 };
  // Behind the SDK's own retries, where the service's answer would come in.
  client.middlewareStack.add(
    (next) => async (given) => {
      if (!refuses(++counts.requests)) return next(given);
      const name = NAMES[counts.refused++ % NAMES.length] ?? '';
      throw Object.assign(new Error('Rate exceeded'), { name, $metadata: { httpStatusCode: 400 }, $fault: 'client' });
    },
    { step: 'finalizeRequest', priority: 'low', name: 'throttled' },
  );
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (given) => {
        if (!halves || commandName !== 'BatchWriteItemCommand') return next(given);
        const input = given.input as BatchWriteItemCommandInput;
        const [[table, requests] = ['', []]] = Object.entries(input.RequestItems ?? {});
        const taken = Math.ceil(requests.length / 2);
        const done = await next({
          ...given,
          input: { ...input, RequestItems: { [table]: requests.slice(0, taken) } },
        });
        const left = requests.slice(taken);
        counts.unprocessed += left.length;
        const output = done.output as BatchWriteItemCommandOutput;
        if (left.length > 0) output.UnprocessedItems = { [table]: left };
        return done;
      },
    { step: 'initialize', name: 'taken-by-halves' },
  );
  return counts;
};

/** The stores by a client of its own, whose database is under load. */
export const throttledStores = (stores: Stores, endpoint: string, how: Throttle) => {
  const db = engineClient(endpoint);
  const counts = throttle(db, how);
  return {
    stores: { ...stores, records: tableOf(db, stores.records.name), rankings: tableOf(db, stores.rankings.name) },
    counts,
  };
};
