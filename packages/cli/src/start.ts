import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES } from '@chi-so/contract/routes';
import { EVERY_SET } from '@chi-so/domain/ownership';
import { ensureJava } from '@chi-so/local/preflight';
import { startLocal } from '@chi-so/local/stack';
import { synthesize } from '@chi-so/local/synthesize';
import { type Rebuilt, rebuild, verify } from '@chi-so/ranking/rebuild';
import { bootstrap } from './bootstrap.ts';
import { requireOwnVersion } from './data-version.ts';
import { localTables, servedTables } from './local-tables.ts';
import { progressBar } from './progress-bar.ts';
import { forgetServing, LOCAL_DATA, noteServing } from './serving.ts';
import { startOptions } from './start-options.ts';

/** `npm start`: the whole system on this machine, from the template that is deployed. */

const main = async (): Promise<void> => {
  const { port, isFresh, isEmpty } = startOptions(process.argv.slice(2), process.env.PORT);
  ensureJava(console.log);
  if (isFresh) rmSync(LOCAL_DATA, { recursive: true, force: true });
  requireOwnVersion(LOCAL_DATA);

  console.log('Synthesizing the CDK app …');
  const assembly = await synthesize(join(LOCAL_DATA, 'cdk.out'));
  console.log('Starting tables, functions and the HTTP API …');
  const stack = await startLocal({ assembly, dataDir: LOCAL_DATA, port, schedules: true });
  process.once('SIGINT', () => void stack.stop().then(() => process.exit(0)));
  process.once('SIGTERM', () => void stack.stop().then(() => process.exit(0)));

  const token = await stack.sign({ scopes: [...SCOPES], unit_sets: [EVERY_SET], expiresIn: 30 * 24 * 3600 });
  const loaded = isEmpty ? 0 : await bootstrap(stack.url, token, progressBar('Loading built-in data'));
  const serving = { url: stack.url, token, tables: servedTables(stack) };
  noteServing(serving);
  process.once('exit', () => forgetServing(serving));
  await stack.drained();
  console.log('Checking that every ranking equals a recomputation from Records …');
  try {
    const tables = localTables(stack);
    const found = await verify(tables);
    report(found, loaded);
    // Data of an older version: the rest is as it should be, and a rebuild puts what this version makes in its place.
    if (found.differences.some(({ fault }) => fault === 'other-format')) {
      console.log('Rebuilding what an older version has made …');
      report(await rebuild(tables, { write: true }), loaded);
    }
  } catch (error) {
    console.error(`Not checked to the end, but serving: ${(error as Error).message}`);
  }
  console.log(usage(stack.url, token));
};

const report = ({ outputs, differences }: Rebuilt, loaded: number): void => {
  console.log(`${loaded} releases loaded; ${outputs} stored results checked, ${differences.length} differ.`);
  for (const { pk, sk, fault } of differences.slice(0, 20)) console.error(`  ${fault}: ${pk} ${sk}`);
};

const usage = (url: string, token: string): string => `
Chỉ Số: ${url}

A token with all scopes, for 30 days (export it as TOKEN):
export TOKEN=${token}

Try:
  curl '${url}/v1/rankings/pci/2019'
  curl '${url}/v1/rankings/cchc/2020?set=VN63-46&group=districts'
  curl -X PATCH '${url}/v1/releases/pci/2019/scores?publish=true' -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
    -d '{"reason": "thử nghiệm", "scores": [{"unit": "VN63-46", "component": "total", "score": 75}]}'

Ctrl-C stops everything.`;

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
