import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { tableOf } from '@chi-so/storage/client';
import { putRaw, scanTable } from '@chi-so/storage/table-dump';
import { digestOfTable } from '@chi-so/storage/table-dump-hash';
import type { RawItem } from '@chi-so/storage/table-dump-line';
import { createTable, dropTable } from '@chi-so/storage/table-dump-tables';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Json, tablesOf } from './support/client.ts';

/** The operator's commands on the shared stack, each as a process of its own: nothing is written to its tables. */

const { dynamodb } = inject('stack');
const running = tablesOf(dynamodb);
const copy = tableOf(running.records.db, 'restore-test-copy');
const COMMAND = join(import.meta.dirname, '..', 'packages', 'cli', 'src', 'chiso.ts');
const HERE = ['--endpoint', dynamodb.endpoint, '--rankings', dynamodb.rankings, '--json', '--lang', 'en'];

/** Thousands of puts into DynamoDB Local: seconds on a quiet machine, a minute on a busy one. */
const SLOW = { timeout: 300_000 };

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'restore-'));
  file = join(folder, 'records.ndjson');
});
afterAll(async () => {
  await dropTable(copy);
  rmSync(folder, { recursive: true });
});

const chiso = (args: string[], records = dynamodb.records): Promise<{ code: number; report: Json; err: string }> =>
  new Promise((resolve) => {
    const line = [COMMAND, ...args, '--records', records, ...HERE];
    execFile(process.execPath, line, { cwd: folder, maxBuffer: 1 << 28 }, (error, out, err) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, report: out === '' ? null : JSON.parse(out), err });
    });
  });

/** Those that a drill has made and not dropped; other tests have tables of their own. */
const tablesOfDrills = async (): Promise<string[]> => {
  const { TableNames } = await (running.records.db as DynamoDBClient).send(new ListTablesCommand({}));
  return (TableNames ?? []).filter((name) => name.startsWith('chiso-drill-'));
};

describe('chiso drill', () => {
  it('exports, restores into two new tables, rebuilds, and finds Records and Rankings the same', SLOW, async () => {
    const { code, report, err } = await chiso(['drill']);

    expect(report, err).not.toBeNull();
    expect(report.records.restored).toEqual(report.records.running);
    expect(report.rankings.rebuilt).toEqual(report.rankings.running);
    expect(report.records.running.items).toBeGreaterThan(2000);
    expect(report.quarantined).toEqual([]);
    expect(code).toBe(0);
    expect(await tablesOfDrills()).toEqual([]);
  });

  it('tidies up behind itself when it is interrupted', async () => {
    const line = [COMMAND, 'drill', '--records', dynamodb.records, ...HERE];
    const child = spawn(process.execPath, line, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let isInterrupted = false;
    child.stderr.on('data', (text) => {
      said += text;
      // A second signal would end it at once.
      if (isInterrupted || !said.includes('Importing content')) return;
      isInterrupted = child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));

    expect(code).toBe(1);
    expect(said).toContain('Stopped as asked');
    expect(await tablesOfDrills()).toEqual([]);
  });
});

describe('chiso export and import', () => {
  it(
    'bring Records into an empty table, also when the import was cut off, and refuse what is not whole',
    SLOW,
    async () => {
      const exported = await chiso(['export', 'records.ndjson']);
      expect(exported).toMatchObject({ code: 0, report: { is_ledger_whole: true } });
      const { items, hash } = exported.report;
      expect(await digestOfTable(running.records)).toEqual({ items, hash });

      await createTable(copy);
      const whole = readFileSync(file);
      writeFileSync(file, whole.subarray(0, whole.length - 1000));
      const truncated = await chiso(['import', 'records.ndjson'], copy.name);
      expect(truncated).toMatchObject({ code: 1, report: null, err: expect.stringContaining('truncated') });
      expect(await digestOfTable(copy)).toMatchObject({ items: 0 });

      writeFileSync(file, whole);
      const [page = []] = [(await scanTable(running.records).next()).value ?? []];
      await putRaw(copy, page);
      const imported = await chiso(['import', 'records.ndjson'], copy.name);
      expect(imported, imported.err).toMatchObject({ code: 0, report: { items, hash, already_there: page.length } });
      expect(await digestOfTable(copy)).toEqual({ items, hash });

      await putRaw(copy, [{ pk: { S: 'AUDIT#2026-11' }, sk: { S: 'of somebody else' } }]);
      const refused = await chiso(['import', 'records.ndjson'], copy.name);
      expect(refused).toMatchObject({
        code: 1,
        err: expect.stringContaining('1 items that are not part of this file'),
      });
    },
  );
});

describe('chiso rebuild', () => {
  it('finds every shipped ranking as Records has it', async () => {
    const { code, report } = await chiso(['rebuild', '--verify']);
    expect(report).toMatchObject({ is_verified_only: true, put: 0, differences: [], quarantined: [] });
    expect(report.outputs).toBeGreaterThan(500);
    expect(code).toBe(0);
  });

  it('names a ranking that was damaged, and replaces it', async () => {
    const isPci = ({ pk }: RawItem) => pk?.S === 'RANKING#pci';
    let damaged: RawItem | undefined;
    for await (const page of scanTable(running.rankings)) damaged ??= page.find(isPci);
    const { body: _, ...emptied } = damaged ?? {};
    await putRaw(running.rankings, [{ ...emptied, gone: { M: { at: { S: '' } } } }]);

    const verified = await chiso(['rebuild', '--verify', '--index', 'pci']);
    const rebuilt = await chiso(['rebuild', '--index', 'pci']);
    const again = await chiso(['rebuild', '--verify', '--index', 'pci']);
    const difference = { pk: damaged?.pk?.S, sk: damaged?.sk?.S, fault: 'other-content' };
    expect(verified).toMatchObject({ code: 1, report: { differences: [{ ...difference, replaced: false }] } });
    expect(rebuilt).toMatchObject({ code: 0, report: { differences: [{ ...difference, replaced: true }] } });
    expect(again).toMatchObject({ code: 0, report: { index: 'pci', differences: [] } });
  });
});

describe('the tables', () => {
  it('that are not there, or that nobody serves, are one sentence and exit code 3', async () => {
    const none = await chiso(['export', 'x.ndjson'], 'no-such-table');
    expect(none).toMatchObject({ code: 3, report: null, err: expect.stringContaining('no table no-such-table') });
    const away = await new Promise((resolve) => {
      const line = [COMMAND, 'export', 'x', '--records', 'R', '--endpoint', 'http://127.0.0.1:9'];
      execFile(process.execPath, line, { cwd: folder }, (error, out, err) => resolve([error?.code, out, err]));
    });
    expect(away).toEqual([3, '', expect.stringMatching(/Không tới được DynamoDB \(ECONNREFUSED\)/)]);
  });
});
