import './histories/quiet.ts';
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDynamoDbLocal } from '@chi-so/local/dynamodb-local';
import { MUTANTS } from './histories/mutants.ts';
import { emptyTally, type Tally, tallyText } from './histories/tally.ts';
import type { Done, Found, Share } from './histories/worker.ts';

/**
 * Many histories by one command, on all cores:
 *
 *     node test/faults/run-histories.ts --histories 10000 --engine 200 --seed 1
 *
 * runs the seeds 1 … 10000 in memory, the first 200 of them on DynamoDB Local too. The first divergence ends it with the
 * seed, the last events and the difference (exit 1). `--only 4711` runs that seed again, with `--shrink` to find the
 * smallest script that still fails; `--all` goes on and lists every seed that fails. `--mutant staleLog` takes a safeguard
 * away: then it is an error to find nothing.
 */

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    engine: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    mutant: { type: 'string' },
    shrink: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
if (values.mutant !== undefined && !MUTANTS[values.mutant]) {
  console.error(`There is no mutant ${values.mutant}; there are: ${Object.keys(MUTANTS).join(', ')}`);
  process.exit(2);
}

const first = Number(values.only ?? values.seed);
const count = values.only === undefined ? Number(values.histories) : 1;
const onEngine = Math.min(Number(values.engine), values.only === undefined ? Number.POSITIVE_INFINITY : 1);
const workers = Math.max(1, Math.min(Number(values.workers), count));

/** Every worker takes each nth seed, so that all have long and short ones. */
const runShare = (
  at: number,
  share: Omit<Share, 'seeds'>,
  seeds: number[],
  total: Tally[],
): Promise<Found | undefined> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'histories', 'worker.ts'));
    children.add(child);
    child.on('message', (message: Done | Found) => {
      if ('tally' in message) {
        total[at] = message.tally;
        progress(total);
      } else if (values.all) others.push(message);
      else resolve(message);
    });
    child.on('exit', (code) => {
      children.delete(child);
      if (code === 0) resolve(undefined);
      else reject(new Error(`A worker has ended with ${code}`));
    });
    child.send({ ...share, seeds } satisfies Share);
  });
/** What was found where the first is not the last. */
const others: Found[] = [];
const children = new Set<ReturnType<typeof fork>>();

let saidAt = Date.now();
const progress = (total: readonly Tally[]): void => {
  if (Date.now() - saidAt < 15_000) return;
  saidAt = Date.now();
  console.log(`… ${total.reduce((sum, { histories }) => sum + histories, 0)} histories`);
};

const run = async (where: string, seeds: number[], share: Omit<Share, 'seeds'>): Promise<Found | undefined> => {
  const total = Array.from({ length: workers }, emptyTally);
  const started = Date.now();
  const shares = total.map((_, at) => seeds.filter((_seed, i) => i % workers === at));
  const found = await Promise.race([
    firstFound(shares.map((own, at) => runShare(at, share, own, total))),
    new Promise<never>((_, reject) => process.once('SIGINT', () => reject(new Error('Interrupted')))),
  ]).finally(() => {
    for (const child of children) child.kill();
  });
  const seconds = (Date.now() - started) / 1000;
  const all = total.reduce(merged);
  console.log(`${where}, seeds ${seeds[0]} … ${seeds.at(-1)}: ${tallyText(all)}`);
  console.log(`${seconds.toFixed(1)} s, ${Math.round(all.sums.events / seconds)} events/s by ${workers} workers\n`);
  return found;
};

/** The first that finds something, or nothing when all have ended. */
const firstFound = (shares: Promise<Found | undefined>[]): Promise<Found | undefined> =>
  Promise.race([
    Promise.all(shares).then((all) => all.find((found) => found)),
    ...shares.map((share) => share.then((found) => found ?? new Promise<never>(() => {}))),
  ]);

const merged = (a: Tally, b: Tally): Tally => ({
  histories: a.histories + b.histories,
  fewestEvents: Math.min(a.fewestEvents, b.fewestEvents),
  sums: sumOf(a.sums, b.sums),
  faults: sumOf(a.faults, b.faults),
});

const sumOf = <T extends Partial<Record<string, number>>>(a: T, b: T): T =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((k) => [k, (a[k] ?? 0) + (b[k] ?? 0)]),
  ) as T;

const seeds = Array.from({ length: count }, (_, i) => first + i);
const share = { mutant: values.mutant ?? 'none', shrink: values.shrink, all: values.all };
let found = await run('In memory', seeds, share);
if (!found && onEngine > 0) {
  // The engine commits every write: in memory where there is a file system in memory.
  const dir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'chi-so-histories-'));
  const engine = await startDynamoDbLocal(dir);
  found = await run('On DynamoDB Local', seeds.slice(0, onEngine), {
    ...share,
    endpoint: engine.engineEndpoint,
  }).finally(async () => {
    await engine.stop();
    rmSync(dir, { recursive: true, force: true });
  });
}
for (const { seed, message } of others) console.log(`Seed ${seed}: ${message}\n`);
found ??= others[0];
if (found && !values.all) {
  const { seed, message, events, script } = found;
  console.log(`Seed ${seed}:\n${events.map((event) => `  ${event}`).join('\n')}\n${message}`);
  if (script) console.log(`The smallest script found that fails: ${script}`);
}
// Of a mutant, a divergence is what was to be found.
process.exit((found !== undefined) === (values.mutant === undefined) ? 1 : 0);
