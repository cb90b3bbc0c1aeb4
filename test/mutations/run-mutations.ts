import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MUTATIONS_OF_THE_CODE } from './of-the-code.ts';
import { MUTATIONS_OF_THE_INFRASTRUCTURE } from './of-the-infrastructure.ts';

/**
 * `npm run mutations`, or `-- PART` of a name or of a file: takes each safeguard out of a copy of the project, one after the other,
 * and looks whether its tests see it. Exit code 1 where one is not seen, or is not there to be taken out.
 */

const ROOT = join(import.meta.dirname, '..', '..');
const OURS = '@chi-so';

/** Whatever Git would keep, with the packages of others beside it and our own in it. */
const copied = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'chi-so-mutations-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const name of readdirSync(ROOT)) {
    if (['node_modules', 'cdk.out', '.git', '.local'].includes(name)) continue;
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
  }
  const modules = join(ROOT, 'node_modules');
  mkdirSync(join(copy, 'node_modules', OURS), { recursive: true });
  for (const name of readdirSync(modules))
    if (name !== OURS) symlinkSync(join(modules, name), join(copy, 'node_modules', name));
  for (const name of readdirSync(join(modules, OURS)))
    symlinkSync(readlinkSync(join(modules, OURS, name)), join(copy, 'node_modules', OURS, name));
  return copy;
};

const [, , part = ''] = process.argv;
const mutations = [...MUTATIONS_OF_THE_INFRASTRUCTURE, ...MUTATIONS_OF_THE_CODE].filter(
  ({ what, file }) => what.includes(part) || file.includes(part),
);
const copy = copied();
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/** Whether tests fail on the copy as it is now. */
const isSeenBy = (tests: readonly string[]): boolean =>
  spawnSync(process.execPath, [VITEST, 'run', '--bail', '1', ...tests], {
    cwd: copy,
    stdio: 'ignore',
    // An inline snapshot that differs is a failure, not something to write.
    env: { ...process.env, CI: 'true' },
  }).status !== 0;

for (const tests of new Map(mutations.map((mutation) => [mutation.tests.join(' '), mutation.tests])).values())
  if (isSeenBy(tests)) throw new Error(`${tests.join(' ')}: these fail before anything is taken out`);
let unseen = 0;
for (const { what, file, from, to, tests, first } of mutations) {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  const isThere = whole.includes(from);
  writeFileSync(
    path,
    whole.replaceAll(from, () => to),
  );
  const seen = isThere && ((first !== undefined && isSeenBy(first)) || isSeenBy(tests));
  writeFileSync(path, whole);
  if (!seen) unseen++;
  console.log(`${seen ? 'seen    ' : isThere ? 'NOT SEEN' : 'NOT THERE'} ${what}`);
}
console.log(`${mutations.length - unseen} of ${mutations.length} are seen`);
process.exitCode = unseen > 0 ? 1 : 0;
