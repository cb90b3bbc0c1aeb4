import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** What a figure was measured on; `busy` is how many processes wanted a core when it began. */
export type Machine = { cpu: string; cores: number; memory: string; node: string; busy: number; commit: string };

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  node: process.version,
  busy: loadavg()[0] ?? Number.NaN,
  commit: commit(),
});

const commit = (): string => {
  try {
    const changed = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }) !== '';
    const hash = execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { encoding: 'utf8' }).trim();
    return changed ? `${hash} with changes` : hash;
  } catch {
    return 'unknown';
  }
};
