import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const WRITTEN_BY_BENCHES = ['docs/benchmarks.md', 'docs/cost.md'];
const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })].filter(
  (path) => !WRITTEN_BY_BENCHES.includes(path),
);

/** A time, a ratio, a rate or a capacity: none of them is a limit or a figure of a publisher. */
const MEASURED =
  /[^\d] × \d|\d ?(ms|µs|RCU|WCU)\b|\d (read|write|capacity) units?\b|\d (rows|requests|reads) a second/g;

describe('What was measured', () => {
  it.each(documents)('stands in no document that people write: %s', (path) => {
    expect(readFileSync(join(ROOT, path), 'utf8').match(MEASURED)).toBeNull();
  });

  it.each(WRITTEN_BY_BENCHES)('stands in %s, which benches write', (path) => {
    expect(readFileSync(join(ROOT, path), 'utf8').match(MEASURED)?.length).toBeGreaterThan(5);
  });
});
