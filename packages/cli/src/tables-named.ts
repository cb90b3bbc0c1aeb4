import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Text } from '@chi-so/runtime/problem';
import { type Table, tableOf } from '@chi-so/storage/client';
import { localDb } from './local-tables.ts';
import { isLoopback } from './server-address.ts';
import type { Serving } from './serving.ts';

/** The two tables that an operator's command works on. */
export type Tables = { records: Table; rankings: Table };

/** As the options name them. */
export type NamedTables = Partial<Record<'records' | 'rankings' | 'endpoint' | 'region', string | undefined>>;

/** Those that are named, else those of the stack that runs on this machine; a sentence where there are none. */
export const tablesNamed = (
  { records, rankings = '', endpoint, region }: NamedTables,
  serving: Serving | null,
): Tables | Text => {
  if (records !== undefined) {
    const db = endpoint !== undefined && isLoopback(endpoint) ? localDb(endpoint) : deployedDb(endpoint, region);
    return { records: tableOf(db, records), rankings: tableOf(db, rankings) };
  }
  if (!serving?.tables) return NOTHING_SERVES;
  const db = localDb(serving.tables.endpoint);
  return { records: tableOf(db, serving.tables.records), rankings: tableOf(db, serving.tables.rankings) };
};

/** With the credentials and the Region that every AWS tool finds. An operator has more time than a function. */
const deployedDb = (endpoint: string | undefined, region: string | undefined): DynamoDBClient =>
  new DynamoDBClient({
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region ? { region } : {}),
    maxAttempts: 10,
    requestHandler: { connectionTimeout: 3000, requestTimeout: 20_000 },
  });

const NOTHING_SERVES: Text = {
  vi: 'Không có hệ thống nào đang chạy trên máy này: hãy chạy npm start, hoặc nêu bảng bằng --records và --rankings',
  en: 'Nothing is serving on this machine: run npm start, or name tables with --records and --rankings',
};
