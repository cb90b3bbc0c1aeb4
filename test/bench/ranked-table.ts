import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamoDbLocal } from '@chi-so/local/dynamodb-local';
import { type Table, tableOf } from '@chi-so/storage/client';
import { putLabelled } from '@chi-so/storage/labelled';
import { createTable } from '@chi-so/storage/table-dump-tables';
import { madeRankings, madeRelease } from './made-rankings.ts';

/** DynamoDB Local with the made-up releases in a table, and how each is asked for. */

const TABLE = 'rankings';

/** A release as the handler is asked for it, and the item that a bare GetItem reads. */
export const madeItem = (units: number) => {
  const { index, period, unit_set, edition } = madeRelease(units);
  const eventOf = (query: Record<string, string>) => ({
    routeKey: 'GET /v1/rankings/{index}/{period}',
    rawPath: `/v1/rankings/${index}/${period}`,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'accept-encoding': 'gzip' },
    pathParameters: { index, period },
    queryStringParameters: { set: unit_set, edition, ...query },
    requestContext: { requestId: 'bench', http: { method: 'GET' } },
  });
  const { answer, ranking } = madeRankings(units);
  const raw = ({ key: { pk, sk } }: typeof answer) => ({ pk: { S: pk }, sk: { S: sk } });
  return { eventOf, event: eventOf({}), key: raw(answer), rankingKey: raw(ranking), outputs: [answer, ranking] };
};

export const MADE_63 = madeItem(63);
export const MADE_3400 = madeItem(3400);

export const withRankings = async (
  work: (given: { endpoint: string; table: string; db: Table['db'] }) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'chi-so-bench-'));
  const engine = await startDynamoDbLocal(folder);
  try {
    const table = tableOf(engine.client, TABLE);
    await createTable(table);
    for (const output of [...MADE_63.outputs, ...MADE_3400.outputs]) await putLabelled(table, output);
    await work({ endpoint: engine.endpoint, table: TABLE, db: engine.client });
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
