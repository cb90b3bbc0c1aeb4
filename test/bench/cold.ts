import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundle } from '../support/bundle.ts';
import { MADE_63, withRankings } from './ranked-table.ts';

/**
 * `npm run bench:cold`: what a cold start waits for: the import of a function and its first read, in processes of
 * their own, one after the other in turn. The lean function against a handler that does nothing but GetItem by the SDK,
 * bundled in the same way, on the same item in DynamoDB Local.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 25);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Runs in the child: imports the bundle, asks once, and says how long both took. */
const child = (file: string, event: object) => `
const before = process.cpuUsage();
const start = performance.now();
const { handler } = await import(${JSON.stringify(file)});
const imported = performance.now();
const answer = await handler(${JSON.stringify(event)}, {});
const end = performance.now();
const { user, system } = process.cpuUsage(before);
if (answer.statusCode !== 200) throw new Error(JSON.stringify(answer));
process.stdout.write(JSON.stringify({ import: imported - start, read: end - imported, both: end - start, cpu: (user + system) / 1000 }));
process.exit(0);
`;

const SDK_ONLY = `
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = async (key) => {
  const { Item } = await client.send(new GetItemCommand({ TableName: process.env.RANKINGS_TABLE, Key: key }));
  return { statusCode: Item ? 200 : 404, body: Item };
};
`;

type Times = { import: number; read: number; both: number; cpu: number };

await withRankings(async ({ endpoint, table }) => {
  const folder = mkdtempSync(join(tmpdir(), 'cold-'));
  const source = join(import.meta.dirname, '..', `sdk-only-${process.pid}.mjs`);
  writeFileSync(source, SDK_ONLY);
  const subjects = {
    lean: { entry: 'services/query/src/handler.ts', event: MADE_63.event, file: join(folder, 'lean.mjs') },
    'SDK only': { entry: source, event: MADE_63.key, file: join(folder, 'sdk.mjs') },
  };
  const env = {
    PATH: process.env.PATH,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    RECORDS_TABLE: 'records',
    RANKINGS_TABLE: table,
    SERVICE: 'query',
  };
  const times: Record<string, Times[]> = { lean: [], 'SDK only': [] };
  try {
    for (const [name, { entry, file, event }] of Object.entries(subjects)) {
      const { bytes } = await bundle(entry, file);
      writeFileSync(join(folder, `${name}.run.mjs`), child(file, event));
      console.log(
        `${name.padEnd(9)} ${(bytes / 1000).toFixed(0)} KB minified, ${(gzipSync(readFileSync(file)).length / 1000).toFixed(0)} KB gzip`,
      );
    }
    for (let round = -2; round < ROUNDS; round++) {
      for (const name of Object.keys(subjects)) {
        const { stdout } = await promisify(execFile)(process.execPath, [join(folder, `${name}.run.mjs`)], { env });
        if (round >= 0) times[name]?.push(JSON.parse(stdout));
      }
    }
  } finally {
    rmSync(source);
    rmSync(folder, { recursive: true });
  }
  const medians = (name: string, what: keyof Times) => median(times[name]?.map((one) => one[what]) ?? []);
  console.log(`medians of ${ROUNDS} processes each, ms:`);
  for (const name of Object.keys(subjects)) {
    const [i, r, both, cpu] = (['import', 'read', 'both', 'cpu'] as const).map((what) =>
      medians(name, what).toFixed(1),
    );
    console.log(`  ${name.padEnd(9)} import ${i}, first read ${r}, both ${both}; CPU of both ${cpu}`);
  }
  const ratio = (what: keyof Times) => (medians('lean', what) / medians('SDK only', what)).toFixed(2);
  // Each round is a pair in turn, so what else runs on the machine weighs on both.
  const spread = (what: keyof Times) => {
    const pairs = (times.lean ?? []).map((one, i) => one[what] / (times['SDK only']?.[i]?.[what] ?? Number.NaN)).sort();
    const at = (share: number) => (pairs[Math.floor((pairs.length - 1) * share)] ?? 0).toFixed(2);
    return `pairs ${at(0.5)}, half of them ${at(0.25)} to ${at(0.75)}`;
  };
  for (const [what, name] of [
    ['both', 'lean / SDK only (target 0.50)'],
    ['cpu', 'of CPU'],
  ] as const) {
    console.log(`  ${name}: ${ratio(what)}; ${spread(what)}`);
  }
});
