import { inject } from 'vitest';

/** The stack of this worker alone, for tests that write: what another worker writes is in another one. */
export const writtenStack = () => {
  const stack = inject('stacks')[Number(process.env.VITEST_POOL_ID) - 1];
  if (!stack) throw new Error(`Worker ${process.env.VITEST_POOL_ID} has no stack`);
  return stack;
};
