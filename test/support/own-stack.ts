import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCOPES, type Scope } from '@chi-so/contract/routes';
import { startLocal } from '@chi-so/local/stack';

/** A stack with nothing in it, for tests that leave behind what others would trip over. */
export const ownStack = async (assembly: string) => {
  const dir = mkdtempSync(join(tmpdir(), 'chi-so-own-'));
  const stack = await startLocal({ assembly, dataDir: join(dir, 'data'), port: 0 });
  return {
    url: stack.url,
    drained: stack.drained,
    sign: (scopes: readonly Scope[] = SCOPES) => stack.sign({ scopes: [...scopes], unit_sets: ['*'] }),
    stop: async () => {
      await stack.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
