import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { MADE_63, MADE_3400, type madeItem, withRankings } from './ranked-table.ts';

/**
 * `npm run bench:read`: how much longer a request of the lean function's handler takes than a bare GetItem of the
 * same item by the SDK, asked in turn in one process, with 63 and 3,400 units: the rendered answer, and others that are
 * made of the ranking.
 */

const PAIRS = Number(process.env.PAIRS ?? 400);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Requests that the rendered answer does not serve. */
const OTHERS: Record<string, string>[] = [
  { lang: 'en' },
  { group: 'all' },
  { format: 'csv' },
  { format: 'csv', profile: 'excel-vi' },
];

type Handler = (event: object, context: object) => Promise<{ statusCode: number }>;

await withRankings(async ({ endpoint, table }) => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    RECORDS_TABLE: 'records',
    RANKINGS_TABLE: table,
  });
  const { handler } = (await import('@chi-so/query/handler')) as unknown as { handler: Handler };
  const client = new DynamoDBClient({});

  const compare = async (what: string, Key: ReturnType<typeof madeItem>['key'], event: object, pairs: number) => {
    const raw: number[] = [];
    const ours: number[] = [];
    for (let i = -pairs / 4; i < pairs; i++) {
      const a = await timed(() => client.send(new GetItemCommand({ TableName: table, Key })));
      const b = await timed(async () => {
        const { statusCode } = await handler(event, {});
        if (statusCode !== 200) throw new Error(`${what}: ${statusCode}`);
      });
      if (i < 0) continue;
      raw.push(a);
      ours.push(b);
    }
    const [r, o] = [median(raw), median(ours)];
    console.log(
      `  ${what.padEnd(28)} raw ${r.toFixed(2)} ms, handler ${o.toFixed(2)} ms: × ${(o / r).toFixed(2)}, ${o - r >= 0 ? '+' : ''}${(o - r).toFixed(2)} ms`,
    );
  };

  for (const [units, made, pairs] of [
    ['63', MADE_63, PAIRS],
    ['3,400', MADE_3400, Math.ceil(PAIRS / 4)],
  ] as const) {
    console.log(`${units} units, medians of ${pairs} pairs:`);
    await compare('rendered (target × 1.10)', made.key, made.event, pairs);
    const target = units === '63' ? '+1 ms' : '+25 ms';
    for (const query of OTHERS) {
      const what = `${new URLSearchParams(query)} (${target})`;
      await compare(what, made.rankingKey, made.eventOf(query), pairs);
    }
  }
  client.destroy();
});
process.exit(0);
