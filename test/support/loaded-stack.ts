import { bootstrap } from '@chi-so/cli/bootstrap';
import type { TestProject } from 'vitest/node';
import { provideStack } from './provided-stack.ts';

/** One stack for the tests that read what ships, loaded as `npm start` loads it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { stack, all, stop } = await provideStack(project);
  await bootstrap(stack.url, all);
  await stack.drained();
  return stop;
};
