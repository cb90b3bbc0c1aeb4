import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MUTATIONS } from '../lib/mutations.ts';

/**
 * `npm run mutations`: takes each safeguard out of a copy of the infrastructure, one after the other, and looks whether
 * its tests see it. Exit code 1 where one is not seen, or is not there to be taken out.
 */

const ROOT = join(import.meta.dirname, '..', '..');
const copy = mkdtempSync(join(tmpdir(), 'chi-so-mutations-'));
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const name of [
  'infra',
  'packages',
  'services',
  'docs',
  'test',
  'cdk.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
])
  cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/** Whether the tests of the infrastructure fail on the copy as it is now. */
const isSeen = (): boolean =>
  spawnSync(process.execPath, [VITEST, 'run', '--project', 'infra', '--bail', '1'], {
    cwd: copy,
    stdio: 'ignore',
    // An inline snapshot that differs is a failure, not something to write.
    env: { ...process.env, CI: 'true' },
  }).status !== 0;

if (isSeen()) throw new Error('The tests fail before anything is taken out');
let unseen = 0;
for (const { what, file, from, to } of MUTATIONS) {
  const path = join(copy, 'infra', 'lib', file);
  const whole = readFileSync(path, 'utf8');
  const isThere = whole.includes(from);
  writeFileSync(path, whole.replace(from, to));
  const seen = isThere && isSeen();
  writeFileSync(path, whole);
  if (!seen) unseen++;
  console.log(`${seen ? 'seen    ' : isThere ? 'NOT SEEN' : 'NOT THERE'} ${what}`);
}
console.log(`${MUTATIONS.length - unseen} of ${MUTATIONS.length} are seen`);
process.exitCode = unseen > 0 ? 1 : 0;
