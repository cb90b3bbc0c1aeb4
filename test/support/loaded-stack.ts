import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '@chi-so/cli/bootstrap';
import { localTables } from '@chi-so/cli/local-tables';
import { SCOPES } from '@chi-so/contract/routes';
import { ensureJava } from '@chi-so/local/preflight';
import { startLocal } from '@chi-so/local/stack';
import { synthesize } from '@chi-so/local/synthesize';
import type { TestProject } from 'vitest/node';

/** The app, for the stacks of all projects: each has a copy of this module, so the process remembers where it is. */
const synthesizedOnce = async (output: string): Promise<string> => {
  const known = process.env.SYNTHESIZED_FOR_TESTS;
  if (known !== undefined && existsSync(known)) return known;
  // No test reaches a publisher's host, whatever network there is: this name is of the machine itself, which is refused
  // as no public address, after the list of hosts and before any connection.
  const assembly = await synthesize(output, { fetchAllowedHosts: 'localhost' });
  process.env.SYNTHESIZED_FOR_TESTS = assembly;
  return assembly;
};

/**
 * One stack for all tests of a project, from the synthesized template, loaded as `npm start` loads it; the second project's
 * starts on a copy of the first one's data.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  ensureJava(console.log);
  const dir = mkdtempSync(join(tmpdir(), 'chi-so-'));
  const assembly = await synthesizedOnce(join(dir, 'cdk.out'));
  const dataDir = join(dir, 'data');
  const loaded = process.env.LOADED_FOR_TESTS;
  const isCopy = loaded !== undefined && existsSync(loaded);
  // No test has begun yet, so that nothing is being written where the first stack has its data.
  if (isCopy) cpSync(loaded, dataDir, { recursive: true });
  const stack = await startLocal({ assembly, dataDir, port: 0 });
  const all = await stack.sign({ scopes: [...SCOPES], unit_sets: ['*'] });
  if (!isCopy) await bootstrap(stack.url, all);
  await stack.drained();
  process.env.LOADED_FOR_TESTS = dataDir;

  const { records, rankings } = localTables(stack);
  project.provide('stack', {
    assembly,
    url: stack.url,
    dynamodb: { endpoint: stack.dynamodbEndpoint, records: records.name, rankings: rankings.name },
    s3: {
      endpoint: stack.s3Endpoint,
      credentials: stack.s3Credentials,
      bucket: Object.entries(stack.bucketNames).find(([id]) => id.startsWith('Releases'))?.[1] ?? '',
    },
    tokens: {
      all,
      write: await stack.sign({ scopes: ['releases:write'], unit_sets: ['*'] }),
      publish: await stack.sign({ scopes: ['releases:publish'], unit_sets: ['*'] }),
      stranger: await stack.sign({ scopes: [...SCOPES], audience: 'somebody-else' }),
      hue: await stack.sign({ scopes: [...SCOPES], unit_sets: ['VN63-46', 'VN34-46'], subject: 'hue' }),
      daNang: await stack.sign({ scopes: [...SCOPES], unit_sets: ['VN63-48'], subject: 'da-nang' }),
      nobody: await stack.sign({ scopes: [...SCOPES], subject: 'nobody' }),
    },
  });
  return async () => {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  };
};

declare module 'vitest' {
  interface ProvidedContext {
    stack: {
      assembly: string;
      url: string;
      dynamodb: { endpoint: string; records: string; rankings: string };
      s3: { endpoint: string; credentials: { accessKeyId: string; secretAccessKey: string }; bucket: string };
      tokens: Record<'all' | 'write' | 'publish' | 'stranger' | 'hue' | 'daNang' | 'nobody', string>;
    };
  }
}
