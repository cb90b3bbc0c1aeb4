import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const rows = readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| .*`(test|infra|packages|services)\//.test(line));

it('every row of the table of risks names tests that are there', () => {
  expect(rows.length).toBeGreaterThanOrEqual(14);
  for (const row of rows) {
    const cited = [...row.matchAll(/`([\w/.-]+\.test\.tsx?)`: ((?:"[^"]+"(?:; )?)+)/g)];
    expect([row.slice(0, 40), cited.length > 0]).toEqual([row.slice(0, 40), true]);
    for (const [, file = '', titles = ''] of cited) {
      const content = readFileSync(join(ROOT, file), 'utf8');
      for (const [, title = ''] of titles.matchAll(/"([^"]+)"/g))
        expect([file, title, content.includes(title)]).toEqual([file, title, true]);
    }
  }
});
