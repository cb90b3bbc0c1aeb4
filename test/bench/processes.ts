import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Processes and folders of a bench, which end with it however it ends. */

const folders = new Set<string>();
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Where files take no time of a disk, where there is such a place. */
export const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder for this run, gone when it ends. */
export const ownFolder = (parent: string = tmpdir()): string => {
  const folder = mkdtempSync(join(parent, 'chi-so-bench-'));
  folders.add(folder);
  return folder;
};

export type Server = { port: number; pid: number; stop: () => Promise<void> };

/** A module in a process of its own that sends the port on which it listens, and ends when its channel does. */
export const startServer = async (module: string, args: readonly string[], env: object): Promise<Server> => {
  const child = fork(module, [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${module} ended with ${code} before it served`);
  });
  const [port] = await Promise.race([once(child, 'message'), failed]);
  // It is meant to end from now on.
  failed.catch(() => {});
  return { port, pid: child.pid ?? 0, stop: () => ended(child, () => child.kill()) };
};

/** A program that is asked to end when we do, even when we are killed: the kernel closes our end of its pipe. */
const KEEPER =
  'exec 3<&0; "$@" </dev/null & kept=$!; { cat <&3 >/dev/null; kill -INT $kept 2>/dev/null; } & wait $kept';

/** `said` is what it wrote to its error output so far. */
export type Kept = { exited: Promise<unknown>; said: () => string; stop: () => Promise<void> };

export const startKept = (command: readonly string[], options: { uid?: number; gid?: number; cwd: string }): Kept => {
  const child = spawn('sh', ['-c', KEEPER, 'sh', ...command], { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin?.on('error', () => {});
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  return {
    said: () => said,
    exited: once(child, 'exit'),
    stop: () => ended(child, () => child.stdin?.end()),
  };
};

const ended = async (child: ChildProcess, end: () => void): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  end();
  await exit;
};

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Seconds of CPU that a process, its living children and those that it has waited for have used since they began. */
export const cpuSecondsOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may have spaces. Then: state, … utime and stime, and both of children that were waited for.
  const ticks = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  const own = ticks.reduce((sum, tick) => sum + tick, 0) / TICKS_PER_SECOND;
  return children.reduce((sum, child) => sum + childSeconds(child), own);
};

/** One that ended just now is in its parent's sum the next time. */
const childSeconds = (pid: number): number => {
  try {
    return cpuSecondsOf(pid);
  } catch {
    return 0;
  }
};
