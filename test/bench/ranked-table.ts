import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORIGIN_SECRET_HEADER } from '@chi-so/contract/headers';
import { startDynamoDbLocal } from '@chi-so/local/dynamodb-local';
import { ensureJava } from '@chi-so/local/preflight';
import { type Table, tableOf } from '@chi-so/storage/client';
import { putLabelled } from '@chi-so/storage/labelled';
import { createTable } from '@chi-so/storage/table-dump-tables';
import { madeRankings, madeRelease } from './made-rankings.ts';
import { ownFolder } from './processes.ts';

/** DynamoDB Local with the made-up releases in a table, and how each is asked for. */

const TABLE = 'rankings';

/** What CloudFront sends along, and the function takes. */
const ORIGIN_SECRET = 'bench';

/** A release as the handler is asked for it, and the item that a bare GetItem reads. */
export const madeItem = (units: number) => {
  const { index, period, unit_set, edition } = madeRelease(units);
  const eventOf = (query: Record<string, string>) => ({
    routeKey: 'GET /v1/rankings/{index}/{period}',
    rawPath: `/v1/rankings/${index}/${period}`,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'accept-encoding': 'gzip', [ORIGIN_SECRET_HEADER]: ORIGIN_SECRET },
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

export type RankingsEngine = { endpoint: string; table: string; db: Table['db']; enginePid: number };

/** Requests go to the engine itself: what makes writes durable would pass reads on in this process. */
export const withRankings = async <Found>(work: (engine: RankingsEngine) => Promise<Found>): Promise<Found> => {
  ensureJava(console.error);
  const folder = ownFolder();
  const engine = await startDynamoDbLocal(folder);
  try {
    const table = tableOf(engine.client, TABLE);
    await createTable(table);
    for (const output of [...MADE_63.outputs, ...MADE_3400.outputs]) await putLabelled(table, output);
    const enginePid = Number(readFileSync(join(folder, 'dynamodb', 'java.pid'), 'utf8'));
    return await work({ endpoint: engine.engineEndpoint, table: TABLE, db: engine.client, enginePid });
  } finally {
    await engine.stop();
  }
};

/** What the query function finds in its environment. */
export const readerEnvironment = ({ endpoint, table }: RankingsEngine) => ({
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  RECORDS_TABLE: 'records',
  RANKINGS_TABLE: table,
  ORIGIN_SECRETS: ORIGIN_SECRET,
  SERVICE: 'query',
});
