import { defineConfig } from 'vitest/config';
import { memoryFolder } from './test/support/memory-folder.ts';

// A database on a disk waits for it at every commit.
const folder = process.env.TMPDIR ?? memoryFolder();
if (folder !== undefined) process.env.TMPDIR = folder;

/** Tests that write what others would trip over, or look at the clock. */
const ALONE = ['test/written/**/*.test.ts', 'test/local/local-stack.test.ts', 'test/soak/**/*.test.ts'];

const ON_THE_STACK = {
  env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
  testTimeout: 120_000,
  hookTimeout: 180_000,
  // What a page shows comes by several answers, and nothing else says that the last one is there.
  expect: { poll: { timeout: 10_000 } },
};

/** Tests of what needs no stack, beside what does. */
const OF_BENCHES = 'test/bench/**/*.test.ts';

/** One more than cores: who runs a stack or a browser waits for it, and a core would be idle. */
const WORKERS = { maxWorkers: 3, isolate: false };
const SIDE_BY_SIDE = { ...WORKERS, testTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...SIDE_BY_SIDE,
          name: 'unit',
          include: ['{packages,services}/**/*.test.{ts,tsx}', OF_BENCHES],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        test: {
          ...SIDE_BY_SIDE,
          name: 'infra',
          include: ['infra/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...SIDE_BY_SIDE,
          ...ON_THE_STACK,
          name: 'side-by-side',
          include: ['test/**/*.test.ts'],
          exclude: [...ALONE, OF_BENCHES],
          globalSetup: ['test/support/loaded-stack.ts'],
        },
      },
      {
        test: {
          ...WORKERS,
          ...ON_THE_STACK,
          name: 'alone',
          include: ALONE,
          globalSetup: ['test/support/loaded-stack.ts'],
          // After all who share a stack.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
