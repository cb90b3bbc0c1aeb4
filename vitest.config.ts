import { defineConfig } from 'vitest/config';

const ON_THE_STACK = {
  env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
  testTimeout: 120_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['{packages,services}/**/*.test.ts'], exclude: ['**/node_modules/**'] } },
      {
        test: { name: 'infra', include: ['infra/**/*.test.ts'], exclude: ['**/node_modules/**'], testTimeout: 60_000 },
      },
      {
        test: {
          ...ON_THE_STACK,
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: ['test/support/empty-stack.ts'],
        },
      },
      {
        test: {
          ...ON_THE_STACK,
          name: 'integration',
          include: ['test/**/*.test.ts'],
          exclude: ['test/faults/**'],
          globalSetup: ['test/support/loaded-stack.ts'],
          // One after the other on what all share.
          fileParallelism: false,
        },
      },
    ],
  },
});
