import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['{packages,services}/**/*.test.ts'], exclude: ['**/node_modules/**'] } },
      {
        test: { name: 'infra', include: ['infra/**/*.test.ts'], exclude: ['**/node_modules/**'], testTimeout: 60_000 },
      },
      {
        test: {
          name: 'integration',
          include: ['test/**/*.test.ts'],
          env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          globalSetup: ['test/support/shared-stack.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
