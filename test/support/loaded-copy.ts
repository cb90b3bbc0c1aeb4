import { cpSync } from 'node:fs';
import { type LocalStack, startLocal } from '@chi-so/local/stack';
import { inject } from 'vitest';

/** A stack of a test's own with the releases that ship, for what needs more of it than its addresses; to be stopped. */
export const loadedCopy = async (dataDir: string): Promise<LocalStack> => {
  const { assembly, pristine } = inject('stack');
  cpSync(pristine, dataDir, { recursive: true });
  const stack = await startLocal({ assembly, dataDir, port: 0 });
  await stack.drained();
  return stack;
};
