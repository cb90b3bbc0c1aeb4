import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '@chi-so/cli/bootstrap';
import { localTables } from '@chi-so/cli/local-tables';
import { SCOPES } from '@chi-so/contract/routes';
import { ensureJava } from '@chi-so/local/preflight';
import { startLocal } from '@chi-so/local/stack';
import { synthesize } from '@chi-so/local/synthesize';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';

/** The app, for the stacks of all projects: each has a copy of this module, so the process remembers where it is. */
const synthesizedOnce = async (output: string): Promise<string> => {
  const known = process.env.SYNTHESIZED_FOR_TESTS;
  if (known !== undefined && existsSync(known)) return known;
  // No test reaches a publisher's host, whatever network there is: this name is of the machine itself, which is refused
  // as no public address, after the list of hosts and before any connection.
  const assembly = await synthesize(output, { stage: 'test' });
  process.env.SYNTHESIZED_FOR_TESTS = assembly;
  return assembly;
};

/** Tests that write have a stack for each worker, which runs their files one after the other; readers share one. */
const WRITERS = 3;

/**
 * The stacks of a project's tests, from the synthesized template, loaded as `npm start` loads them; all but the very first
 * start on a copy of its data.
 */
export default async (project: Project): Promise<() => Promise<void>> => {
  ensureJava(console.log);
  const dir = mkdtempSync(join(tmpdir(), 'chi-so-'));
  const assembly = await synthesizedOnce(join(dir, 'cdk.out'));
  const loaded = process.env.LOADED_FOR_TESTS;
  // No test has begun yet, so that nothing is being written where the first stack has its data.
  const source = loaded !== undefined && existsSync(loaded) ? loaded : null;
  const folders = Array.from({ length: project.name === 'alone' ? WRITERS : 1 }, (_, i) => join(dir, `data-${i}`));
  const [first = '', ...others] = folders;
  const begun = source === null ? [await startedOn(assembly, first, null)] : [];
  const copies = source === null ? others : folders;
  const stacks = [...begun, ...(await Promise.all(copies.map((one) => startedOn(assembly, one, source ?? first))))];
  const pristine = source ?? join(dir, 'pristine');
  if (source === null) cpSync(first, pristine, { recursive: true });
  process.env.LOADED_FOR_TESTS = pristine;
  const all = await Promise.all(stacks.map((stack) => provided(stack, { assembly, pristine })));
  if (all[0]) project.provide('stack', all[0]);
  project.provide('stacks', all);
  return async () => {
    await Promise.all(stacks.map((stack) => stack.stop()));
    rmSync(dir, { recursive: true, force: true });
  };
};

type Project = Pick<TestProject, 'name' | 'provide'>;
type Stack = Awaited<ReturnType<typeof startLocal>>;

const startedOn = async (assembly: string, dataDir: string, source: string | null): Promise<Stack> => {
  if (source !== null) cpSync(source, dataDir, { recursive: true });
  const stack = await startLocal({ assembly, dataDir, port: 0 });
  if (source === null) await bootstrap(stack.url, await stack.sign({ scopes: [...SCOPES], unit_sets: ['*'] }));
  await stack.drained();
  return stack;
};

const provided = async (
  stack: Stack,
  { assembly, pristine }: Pick<ProvidedContext['stack'], 'assembly' | 'pristine'>,
): Promise<ProvidedContext['stack']> => {
  const { records, rankings } = localTables(stack);
  return {
    assembly,
    pristine,
    url: stack.url,
    apiUrl: stack.apiUrl,
    dynamodb: { endpoint: stack.dynamodbEndpoint, records: records.name, rankings: rankings.name },
    s3: {
      endpoint: stack.s3Endpoint,
      credentials: stack.s3Credentials,
      bucket: Object.entries(stack.bucketNames).find(([id]) => id.startsWith('Releases'))?.[1] ?? '',
    },
    machineClients: stack.machineClients,
    tokens: {
      all: await stack.sign({ scopes: [...SCOPES], unit_sets: ['*'] }),
      write: await stack.sign({ scopes: ['releases:write'], unit_sets: ['*'] }),
      publish: await stack.sign({ scopes: ['releases:publish'], unit_sets: ['*'] }),
      stranger: await stack.sign({ scopes: [...SCOPES], audience: 'somebody-else' }),
      // Signed by the same keys, for a client that the stage does not know; and of a pool with another name.
      otherClient: await stack.sign({ scopes: [...SCOPES], claims: { aud: undefined, client_id: 'another' } }),
      otherPool: await stack.sign({ scopes: [...SCOPES], claims: { iss: `${stack.url}/_local/issuer2` } }),
      hue: await stack.sign({ scopes: [...SCOPES], unit_sets: ['VN63-46', 'VN34-46'], subject: 'hue' }),
      daNang: await stack.sign({ scopes: [...SCOPES], unit_sets: ['VN63-48'], subject: 'da-nang' }),
      nobody: await stack.sign({ scopes: [...SCOPES], subject: 'nobody' }),
    },
  };
};

declare module 'vitest' {
  interface ProvidedContext {
    stack: {
      assembly: string;
      /** The data of a stack that is loaded and nothing else, to be copied. */
      pristine: string;
      url: string;
      apiUrl: string;
      dynamodb: { endpoint: string; records: string; rankings: string };
      s3: { endpoint: string; credentials: { accessKeyId: string; secretAccessKey: string }; bucket: string };
      tokens: Record<
        'all' | 'write' | 'publish' | 'stranger' | 'otherClient' | 'otherPool' | 'hue' | 'daNang' | 'nobody',
        string
      >;
      machineClients: Readonly<Record<string, { readonly id: string; readonly secret: string }>>;
    };
    stacks: ProvidedContext['stack'][];
  }
}
