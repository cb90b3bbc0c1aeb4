import type { S3Client } from '@aws-sdk/client-s3';
import type { Stores } from '@chi-so/ingestion/stores';
import type { Tables } from '@chi-so/ranking/recompute';
import { type Table, tableOf } from '@chi-so/storage/client';
import type { Command } from './commands.ts';

/** What an invocation is given: the tables and the bucket by clients of its own, and a clock. */
export type Tools = Tables & { stores: Stores };

type Send = (command: Command) => Promise<unknown>;

export const toolsOf = (send: Send, names: { records: string; rankings: string }, now: () => Date): Tools => {
  const client = { send };
  const tableNamed = (name: string): Table => tableOf(client as unknown as Table['db'], name);
  const tables = { records: tableNamed(names.records), rankings: tableNamed(names.rankings) };
  const originals = { s3: client as unknown as S3Client, name: 'originals' };
  return { ...tables, stores: { ...tables, originals, now } };
};

/** The same client, by which every read is consistent. */
export const consistently =
  (send: Send): Send =>
  (command) => {
    if (!/^(GetItem|Query)Command$/.test(command.constructor.name)) return send(command);
    const Same = command.constructor as unknown as new (input: unknown) => Command;
    return send(new Same({ ...command.input, ConsistentRead: true }));
  };
