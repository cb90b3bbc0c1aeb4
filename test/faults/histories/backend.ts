import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Tables } from '@chi-so/ranking/recompute';
import { tableOf } from '@chi-so/storage/client';
import { memoryDynamoDB, type Snapshot } from '../memory-dynamodb.ts';
import { createTable, engineClient, rememberTable } from '../own-stores.ts';
import { saveCatalogue } from './catalogue.ts';
import type { Command } from './commands.ts';
import { warmUp } from './warm-up.ts';

/** The database of a history: in memory, or DynamoDB Local. Both hold the catalogue when a history begins. */

export type Backend = {
  /** Carries a command out. In memory that is at once. */
  apply: (command: Command) => unknown;
  /** The tables as they are, for whoever looks at them from outside the history. */
  tables: Tables;
  /** How many versions eventually consistent reads are behind; DynamoDB Local knows no such reads. */
  lagBy: (lag: Lag) => void;
  end: () => Promise<void>;
};

type Lag = (key: { table: string; pk: string; sk: string }) => number;

let lag: Lag = () => 0;
const memory = memoryDynamoDB({ lag: (key) => lag(key) });
let empty: Snapshot | undefined;

export const memoryBackend = async (): Promise<Backend> => {
  lag = () => 0;
  const db = { send: memory.send } as Pick<DynamoDBClient, 'send'>;
  const tables = { records: tableOf(db, 'records'), rankings: tableOf(db, 'rankings') };
  if (!empty) {
    for (const { name } of Object.values(tables)) memory.createTable(name);
    await saveCatalogue(tables.records);
    empty = memory.snapshot();
    await warmUp(tables);
  }
  memory.restore(empty);
  return {
    apply: (command) => memory.execute(command),
    tables,
    lagBy: (given) => {
      lag = given;
    },
    end: async () => {},
  };
};

type Engine = { db: DynamoDBClient; tables: Tables; empty: () => Promise<void> };
const engines = new Map<string, Promise<Engine>>();

/** Two tables of this process, which every history leaves as it has found them. */
const engineOf = async (endpoint: string): Promise<Engine> => {
  const db = engineClient(endpoint);
  const records = await createTable(db, `histories-${process.pid}-records`);
  const rankings = await createTable(db, `histories-${process.pid}-rankings`);
  const tables = { records, rankings };
  await saveCatalogue(records);
  const rewinds = [await rememberTable(records), await rememberTable(rankings)];
  const emptied = async () => void (await Promise.all(rewinds.map((rewind) => rewind())));
  await warmUp(tables);
  await emptied();
  return { db, tables, empty: emptied };
};

export const engineBackend = async (endpoint: string): Promise<Backend> => {
  const known = engines.get(endpoint) ?? engineOf(endpoint);
  engines.set(endpoint, known);
  const { db, tables, empty: emptied } = await known;
  return { apply: (command) => db.send(command as never), tables, lagBy: () => {}, end: emptied };
};
