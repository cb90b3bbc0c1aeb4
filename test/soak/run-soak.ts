import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureJava } from '@chi-so/local/preflight';
import { synthesize } from '@chi-so/local/synthesize';
import { soak } from './soak.ts';
import { failuresOf, soakText } from './soak-text.ts';

/**
 * A soak by one command: `npm run soak -- --minutes 10`. Exit code 1 when something was lost, answered wrongly, or grew.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    readers: { type: 'string', default: '50' },
    writers: { type: 'string', default: '3' },
    pause: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});

ensureJava(console.log);
const dir = mkdtempSync(join(tmpdir(), 'chi-so-soak-app-'));
try {
  const report = await soak({
    assembly: await synthesize(join(dir, 'cdk.out'), { stage: 'test' }),
    seconds: 60 * Number(values.minutes),
    readers: Number(values.readers),
    writers: Number(values.writers),
    pauseMs: Number(values.pause),
    seed: Number(values.seed),
    progress: (line) => process.stderr.isTTY && process.stderr.write(`\r${line}`),
  });
  console.log(soakText(report));
  const failures = failuresOf(report);
  for (const [failure, alike] of Object.entries(Object.groupBy(failures, (one) => one)))
    console.error(`${alike?.length} × ${failure}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
