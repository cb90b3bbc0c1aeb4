import { BatchGetItemCommand, BatchWriteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Random } from '../../fixtures/random.ts';

/** What the histories need to know of the commands that storage sends. */

// biome-ignore lint/suspicious/noExplicitAny: one shape for the inputs of all commands; each reader knows its own
export type Command = { input: any; constructor: { name: string } };
// biome-ignore lint/suspicious/noExplicitAny: an item as DynamoDB has it
export type StoredItem = Record<string, any>;

export const nameOf = (command: Command): string => command.constructor.name.replace(/(Item|Items)?Command$/, '');

export const isWrite = (command: Command): boolean => /Put|Write/.test(command.constructor.name);
export const isTransaction = (command: Command): boolean => command.constructor.name === 'TransactWriteItemsCommand';
export const isQuery = (command: Command): boolean => command.constructor.name === 'QueryCommand';
const isBatch = (command: Command): boolean => command.constructor.name.startsWith('Batch');

/** The items that a write puts into a table. */
export const putsOf = (command: Command, table: string): StoredItem[] => {
  const { input } = command;
  if (!isWrite(command)) return [];
  if (input.TransactItems) {
    return input.TransactItems.flatMap(({ Put }: StoredItem) => (Put?.TableName === table ? [Put.Item] : []));
  }
  if (input.RequestItems) {
    return (input.RequestItems[table] ?? []).flatMap(({ PutRequest }: StoredItem) => PutRequest?.Item ?? []);
  }
  return input.Item && input.TableName === table ? [input.Item] : [];
};

/** In a few words, for the last events before a divergence. */
export const described = (command: Command): string => {
  const { input } = command;
  const key = input.Key?.pk ? input.Key : (input.Item ?? input.TransactItems?.[0]?.Put?.Item);
  const where = key?.pk
    ? `${key.pk.S} ${key.sk.S}`
    : (input.ExpressionAttributeValues?.[':pk']?.S ?? Object.keys(input.RequestItems ?? { [input.Key]: [] }).join());
  return `${nameOf(command)} ${where}${input.ConsistentRead === false ? ' (eventual)' : ''}`;
};

/** The same Query, whose page ends early. */
export const withPageOf = (items: number, { input }: Command): Command =>
  new QueryCommand({ ...input, Limit: Math.min(items, input.Limit ?? items) });

const batchOf = ({ input }: Command): [string, StoredItem] =>
  Object.entries<StoredItem>(input.RequestItems)[0] ?? ['', []];

const requestsIn = (command: Command): StoredItem[] => {
  const [, all] = batchOf(command);
  return isWrite(command) ? (all as StoredItem[]) : all.Keys;
};

/** Whether the service can hand back a part of it. */
export const isDivisible = (command: Command): boolean => isBatch(command) && requestsIn(command).length > 1;

/** A batch in two: what is taken, and what the service hands back. */
export const halves = (command: Command, { shuffled, below }: Random) => {
  const [table, all] = batchOf(command);
  const requests = shuffled(requestsIn(command));
  const taken = 1 + below(requests.length - 1);
  const isPut = isWrite(command);
  const part = (own: StoredItem[]) => ({ [table]: isPut ? own : { ...all, Keys: own } }) as never;
  const RequestItems = part(requests.slice(0, taken));
  const first: Command = isPut
    ? new BatchWriteItemCommand({ RequestItems })
    : new BatchGetItemCommand({ RequestItems });
  return { first, left: { [isPut ? 'UnprocessedItems' : 'UnprocessedKeys']: part(requests.slice(taken)) } };
};
