import { execFileSync } from 'node:child_process';
import { chownSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cpuSecondsOf, type Kept, ownFolder, startKept } from './processes.ts';

/** A PostgreSQL of the bench's own: Debian's, with its default settings, so that what it answers is on the disk. */

export type Postgres = {
  version: string;
  /** For a client in this process or another. */
  connection: { host: string; port: number; user: string; database: string };
  pool: pg.Pool;
  cpuSeconds: () => number;
  stop: () => Promise<void>;
};

const PORT = 5432;
const READY_LIMIT_MS = 30_000;

/** Undefined where there is none and none can be installed, which is what the reports then say. */
export const startPostgres = async (): Promise<Postgres | undefined> => {
  const programs = installed();
  if (!programs) return undefined;
  const folder = ownFolder();
  const owner = ownerOf(folder);
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'bench', '-E', 'UTF8', '--locale=C'], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  // Only on a socket in that folder: whatever else listens on this machine is not met.
  const server = startKept(
    [
      join(programs, 'postgres'),
      '-D',
      data,
      '-k',
      folder,
      '-p',
      String(PORT),
      '-c',
      'listen_addresses=',
      '-c',
      'log_min_messages=panic',
    ],
    { ...owner, cwd: folder },
  );
  const connection = { host: folder, port: PORT, user: 'bench', database: 'postgres' };
  const pool = new pg.Pool({ ...connection, max: 4 });
  pool.on('error', () => {});
  await untilReady(pool, server);
  const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  const { rows } = await pool.query('show server_version');
  return {
    version: rows[0].server_version,
    connection,
    pool,
    cpuSeconds: () => cpuSecondsOf(Number(pid)),
    stop: async () => {
      await pool.end();
      await server.stop();
    },
  };
};

export const versionsOf = (postgres: Postgres | undefined): Record<string, string> =>
  postgres ? { PostgreSQL: postgres.version } : {};

export const NO_POSTGRES =
  'PostgreSQL was not measured: it is not installed, and `apt-get install -y postgresql` did not do it here.';

const installed = (): string | undefined => {
  if (programsHere() === undefined && process.getuid?.() === 0) {
    console.error('Installing PostgreSQL …');
    try {
      execFileSync('apt-get', ['install', '-y', 'postgresql'], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    } catch (error) {
      console.error((error as Error).message);
    }
  }
  return programsHere();
};

const programsHere = (): string | undefined => {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').toSorted().at(-1);
  return found && dirname(found);
};

/** PostgreSQL refuses to run as root: it then runs as the user that Debian's package made for it. */
const ownerOf = (folder: string): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((what) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' })));
  if (uid === undefined || gid === undefined) throw new Error('There is no user postgres');
  chownSync(folder, uid, gid);
  return { uid, gid };
};

const untilReady = async (pool: pg.Pool, { exited, said }: Kept): Promise<void> => {
  let isRunning = true;
  void exited.then(() => {
    isRunning = false;
  });
  for (const deadline = Date.now() + READY_LIMIT_MS; ; ) {
    try {
      await pool.query('select 1');
      return;
    } catch (error) {
      if (!isRunning || Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${said()}`, { cause: error });
      await sleep(50);
    }
  }
};
