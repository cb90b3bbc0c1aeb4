import { PutItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { type Command, isQuery, isTransaction, type StoredItem } from './commands.ts';

/** The system without one of its safeguards. The histories must find out about every one of them. */

type Send = (command: Command) => Promise<unknown>;
type Rank = (records: readonly DynamoDBRecord[]) => Promise<DynamoDBBatchResponse>;

export type Mutant = {
  /** Around the client of every invocation. */
  client?: (send: Send, tables: { records: string; rankings: string }) => Send;
  /** Around the ranking function. */
  handler?: (rank: Rank) => Rank;
  /** Writers name the base that is current, not the one that they saw. */
  namesCurrentBase?: boolean;
};

/** Puts into Rankings take place whatever is there. */
const withoutOutputCondition: NonNullable<Mutant['client']> =
  (send, { rankings }) =>
  (command) => {
    const { input } = command;
    if (command.constructor.name !== 'PutItemCommand' || input.TableName !== rankings) return send(command);
    return send(new PutItemCommand({ TableName: rankings, Item: input.Item }));
  };

/** The log is read as any replica has it. */
const staleLog: NonNullable<Mutant['client']> = (send) => (command) => {
  const { input } = command;
  const isLog = isQuery(command) && input.ExpressionAttributeValues[':pk'].S.startsWith('LOG#');
  return send(isLog ? new QueryCommand({ ...input, ConsistentRead: false }) : command);
};

/** A publication takes its numbers whether they are free or not. */
const withoutEntryCondition: NonNullable<Mutant['client']> = (send) => (command) => {
  if (!isTransaction(command)) return send(command);
  const TransactItems = command.input.TransactItems.map(({ Put, ...rest }: StoredItem) =>
    /^(LOG#|LEDGER)/.test(Put?.Item?.pk?.S) ? { Put: { TableName: Put.TableName, Item: Put.Item } } : { Put, ...rest },
  );
  return send(new TransactWriteItemsCommand({ ...command.input, TransactItems }));
};

/** Nobody looks whether an entry is done already. */
const withoutSkip: NonNullable<Mutant['client']> = (send) => async (command) =>
  command.constructor.name === 'GetItemCommand' && command.input.Key.pk.S === 'CHANGES' ? {} : send(command);

/** One record that cannot be ranked fails all of its batch. */
const wholeBatchFails: NonNullable<Mutant['handler']> = (rank) => async (records) => {
  const response = await rank(records);
  if (response.batchItemFailures.length > 0) throw new Error(`${response.batchItemFailures.length} records failed`);
  return response;
};

export const MUTANTS: Record<string, Mutant> = {
  withoutOutputCondition: { client: withoutOutputCondition },
  staleLog: { client: staleLog },
  withoutEntryCondition: { client: withoutEntryCondition },
  withoutBaseCheck: { namesCurrentBase: true },
  withoutSkip: { client: withoutSkip },
  wholeBatchFails: { handler: wholeBatchFails },
};
