import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  DynamoDBServiceException,
  QueryCommand,
  ScanCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { expect } from 'vitest';
import type { Command, CommandOn } from './memory-arbitrary-commands.ts';
import { type Change, type MemoryDynamoDB, memoryDynamoDB } from './memory-dynamodb.ts';
import { createTable } from './own-stores.ts';

/** The same command given to the in-memory DynamoDB and to DynamoDB Local, and what they answer held side by side. */

// biome-ignore lint/suspicious/noExplicitAny: one shape for the answers of all commands
type Answer = Record<string, any>;
type Outcome = { refused: string; reasons?: (string | undefined)[] } | { answer: Answer };

const outcomeOf = async (work: () => unknown): Promise<Outcome> => {
  try {
    const { $metadata: _, ...answer } = (await work()) as Answer;
    return { answer };
  } catch (error) {
    if (!(error instanceof DynamoDBServiceException)) throw error;
    if (!(error instanceof TransactionCanceledException)) return { refused: error.name };
    return { refused: error.name, reasons: error.CancellationReasons?.map(({ Code }) => Code) };
  }
};

const byKey = (a: Answer, b: Answer): number => (`${a.pk.S} ${a.sk.S}` < `${b.pk.S} ${b.sk.S}` ? -1 : 1);

/** Without the order that nobody promises, and without capacity. */
const comparable = (outcome: Outcome): Outcome => {
  if (!('answer' in outcome)) return outcome;
  const { ConsumedCapacity: _, Responses: responses, ...answer } = outcome.answer;
  if (!responses) return { answer };
  const sorted = Object.entries<Answer[]>(responses).map(([table, items]) => [table, items.toSorted(byKey)]);
  return { answer: { ...answer, Responses: Object.fromEntries(sorted) } };
};

const unitsOf = ({ ConsumedCapacity: capacity }: Answer): number =>
  [capacity ?? []].flat().reduce((sum: number, { CapacityUnits }: Answer) => sum + CapacityUnits, 0);

/** What DynamoDB Local counts where the service counts otherwise: nothing for what is not there, its deletion twice. */
const miscounted = (command: Command, answer: Answer, removed: number): number => {
  const all = Object.values(answer.Responses ?? {}).flat().length;
  if (command instanceof QueryCommand || command instanceof ScanCommand) {
    return answer.Count === 0 ? (command.input.ConsistentRead ? -1 : -0.5) : 0;
  }
  if (command instanceof BatchGetItemCommand) {
    return Object.values(command.input.RequestItems ?? {}).reduce(
      (sum, { Keys: keys = [], ConsistentRead }) => sum - (keys.length - all) * (ConsistentRead ? 1 : 0.5),
      0,
    );
  }
  if (!(command instanceof BatchWriteItemCommand)) return 0;
  const requests = Object.values(command.input.RequestItems ?? {}).flat();
  return requests.filter(({ DeleteRequest }) => DeleteRequest).length - removed;
};

/** Sends one command to both and expects the same of both. `removed`: how many items are gone so far. */
const sendToBoth = async (
  memory: MemoryDynamoDB,
  removed: () => number,
  engine: DynamoDBClient,
  command: Command,
): Promise<Outcome> => {
  const before = removed();
  const ours = await outcomeOf(() => memory.execute(command));
  const theirs = await outcomeOf(() => engine.send(command as QueryCommand));
  const asked = { [command.constructor.name]: command.input };
  expect({ asked, ...comparable(ours) }).toEqual({ asked, ...comparable(theirs) });
  if ('answer' in ours && 'answer' in theirs && ours.answer.ConsumedCapacity) {
    const counted = unitsOf(ours.answer) + miscounted(command, ours.answer, removed() - before);
    expect({ asked, units: counted }).toEqual({ asked, units: unitsOf(theirs.answer) });
  }
  return theirs;
};

/** The pages of a Query, one after the other. */
const queryPages = async (send: (command: Command) => Promise<Outcome>, first: QueryCommand): Promise<void> => {
  for (let command = first; ; ) {
    const outcome = await send(command);
    const next = 'answer' in outcome ? outcome.answer.LastEvaluatedKey : undefined;
    if (!next) return;
    command = new QueryCommand({ ...first.input, ExclusiveStartKey: next });
  }
};

/** All pages of a Scan as one, in the order of keys: the order of partitions is everybody's own. */
const scanned = (send: (command: ScanCommand) => unknown, first: ScanCommand): Promise<Outcome> =>
  outcomeOf(async () => {
    const items: Answer[] = [];
    let units = 0;
    let start: Answer | undefined;
    let pages = 0;
    do {
      const page = (await send(new ScanCommand({ ...first.input, ExclusiveStartKey: start }))) as Answer;
      items.push(...page.Items);
      units += page.Count === 0 ? 0 : unitsOf(page);
      start = page.LastEvaluatedKey;
      pages++;
    } while (start);
    return { items: items.toSorted(byKey), pages, ...(first.input.Limit ? {} : { units }) };
  });

let tables = 0;

/** Runs commands on a new table of each, and compares every answer and in the end all that is stored. */
export const runOnBoth = async (engine: DynamoDBClient, commands: readonly CommandOn[]): Promise<void> => {
  const table = `memory-${++tables}`;
  let removed = 0;
  const onChange = ({ kind }: Change) => {
    if (kind === 'REMOVE') removed++;
  };
  const memory = memoryDynamoDB({ onChange, lag: () => 0 });
  memory.createTable(table);
  await createTable(engine, table);
  const send = (command: Command) => sendToBoth(memory, () => removed, engine, command);
  const scanBoth = async (command: ScanCommand) => {
    const asked = command.input;
    const theirs = await scanned((page) => engine.send(page), command);
    expect({ asked, ...(await scanned(memory.execute, command)) }).toEqual({ asked, ...theirs });
  };
  try {
    for (const on of commands) {
      const command = on(table);
      if (command instanceof QueryCommand) await queryPages(send, command);
      else if (command instanceof ScanCommand) await scanBoth(command);
      else await send(command);
    }
    await scanBoth(new ScanCommand({ TableName: table, ConsistentRead: true }));
  } finally {
    await engine.send(new DeleteTableCommand({ TableName: table }));
  }
};
