import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localTables } from '@chi-so/cli/local-tables';
import type { LocalStack } from '@chi-so/local/stack';
import { putRaw, scanTable } from '@chi-so/storage/table-dump';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/client.ts';
import { loadedCopy } from '../support/loaded-copy.ts';

/** The nightly function as its schedule calls it, on the releases that ship. */

let folder: string;
let stack: LocalStack;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chi-so-nightly-'));
  stack = await loadedCopy(folder);
}, 300_000);
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The lines that a night leaves in the function's log. */
const night = async (): Promise<Line[]> => {
  const before = measures(logged()).length;
  await stack.fireSchedule('NightlySchedule');
  // What a function writes arrives a moment after its answer.
  return eventually(
    async () => logged(),
    (lines) => measures(lines).length > before,
  );
};
type Line = Record<string, unknown>;
const logged = (): Line[] => {
  const logs = (existsSync(join(folder, 'logs')) ? readdirSync(join(folder, 'logs')) : []).filter((name) =>
    name.includes('NightlyVerify'),
  );
  const lines = logs.flatMap((name) => readFileSync(join(folder, 'logs', name), 'utf8').split('\n'));
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
};
/** What the last night measured. */
const measured = (lines: Line[]) => measures(lines).at(-1);
const measures = (lines: Line[]) => lines.filter(({ _aws }) => _aws !== undefined);
const said = (lines: Line[], message: string) => lines.filter((line) => line.message === message);

it('finds nothing where nothing was altered, and a ranking that was, by its key', async () => {
  const before = await night();
  expect(measured(before)).toMatchObject({ RankingsDiffer: 0, EntriesInQuarantine: 0 });
  expect(said(before, 'rankings differ')).toEqual([]);
  expect(said(before, 'rankings verified')).toMatchObject([{ outputs: expect.any(Number), differ: 0 }]);

  const { rankings } = localTables(stack);
  const altered = await anyRanking(rankings);
  await putRaw(rankings, [{ ...altered, body: { B: new Uint8Array([1, 2, 3]) } }]);
  const after = await night();

  expect(measured(after)).toMatchObject({ RankingsDiffer: 1 });
  expect(said(after, 'rankings differ')).toMatchObject([
    {
      level: 'ERROR',
      differences: [{ pk: altered.pk?.S, sk: altered.sk?.S, fault: 'other-content', replaced: false }],
    },
  ]);
});

it('says which releases are overdue, and no others', async () => {
  const lines = await night();
  const calendar = (await (await fetch(`${stack.url}/v1/calendar`)).json()) as {
    data: { index: string; next_expected: { period: string; overdue: boolean } | null }[];
  };
  const overdue = calendar.data.filter(({ next_expected }) => next_expected?.overdue);

  expect(overdue.length).toBeGreaterThan(0);
  expect(measured(lines)).toMatchObject({ ReleasesOverdue: overdue.length });
  const [{ late }] = said(lines, 'releases overdue').slice(-1) as [{ late: { index: string; period: string }[] }];
  expect(late.map(({ index, period }) => [index, period])).toEqual(
    overdue.map(({ index, next_expected }) => [index, next_expected?.period]),
  );
});

const anyRanking = async (rankings: ReturnType<typeof localTables>['rankings']) => {
  for await (const page of scanTable(rankings)) {
    const found = page.find(({ pk }) => pk?.S === 'RANKING#pci');
    if (found) return found;
  }
  throw new Error('There is no ranking');
};
