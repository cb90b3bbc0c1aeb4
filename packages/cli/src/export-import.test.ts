import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeDynamoDB, keyOf, someRecords } from '@chi-so/storage/fake-dynamodb';
import { stageOf } from '@chi-so/storage/table-dump';
import { headerLine, trailerLine } from '@chi-so/storage/table-dump-file';
import { digestOfTable } from '@chi-so/storage/table-dump-hash';
import type { RawItem } from '@chi-so/storage/table-dump-line';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Complaint } from './complaint.ts';
import { exportRecords } from './export-records.ts';
import { importRecords } from './import-records.ts';

const quietly = () => {};

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chiso-'));
  file = join(folder, 'records.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true }));

const exported = async (items: readonly RawItem[] = someRecords()) => {
  const { table } = fakeDynamoDB();
  return exportRecords(table('running', items), file, quietly);
};

/** Imports into an empty table; what stops it, and how much was written. */
const imported = async () => {
  const fake = fakeDynamoDB();
  const why = await importRecords(fake.table('new'), file, quietly).then(
    () => null,
    (error: Error) => error,
  );
  return { why, written: fake.written.length, items: fake.itemsIn('new') };
};

const refusal = async (): Promise<string> => {
  const { why, written } = await imported();
  expect(written).toBe(0);
  expect(why).toBeInstanceOf(Complaint);
  expect((why as Complaint).text.vi).toMatch(/^(Tệp|Bảng) /);
  return (why as Complaint).text.en;
};

describe('an export', () => {
  it('has a header, a line for each item, and a trailer with their number and their hash', async () => {
    const report = await exported();
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(JSON.parse(lines[0] ?? '')).toEqual({ format: 'chi-so-records/2', table: 'running', at: report.at });
    expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ items: someRecords().length, hash: report.hash });
    expect(lines).toHaveLength(someRecords().length + 3);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('has the hash of the table that it is imported into', async () => {
    const { items, hash } = await exported();
    const fake = fakeDynamoDB();
    const table = fake.table('new');
    expect(await importRecords(table, file, quietly)).toMatchObject({ items, hash, already_there: 0 });
    expect(await digestOfTable(table)).toEqual({ items, hash });
    const sorted = (all: readonly RawItem[]) => all.map(keyOf).sort();
    expect(sorted(fake.itemsIn('new'))).toEqual(sorted(someRecords()));
  });

  it('is begun again where the table moved meanwhile, and is then the table as it was at one moment', async () => {
    let scans = 0;
    const fake = fakeDynamoDB({
      before: () => {
        if (++scans === 2) fake.tables.get('running')?.delete(keyOf(someRecords()[0] ?? {}));
        return undefined;
      },
    });
    const report = await exportRecords(fake.table('running', someRecords()), file, quietly);
    expect(report.items).toBe(someRecords().length - 1);
    expect((await imported()).why).toBeNull();
  });

  it('leaves no file behind where the table never stands still, nor where it is cut off', async () => {
    let n = 0;
    const moving = fakeDynamoDB({
      before: () => {
        const item = { pk: { S: 'AUDIT' }, sk: { S: String(++n) } };
        moving.tables.get('running')?.set(keyOf(item), item);
        return undefined;
      },
    });
    await expect(exportRecords(moving.table('running', someRecords()), file, quietly)).rejects.toThrow('quiet time');
    const cut = () => {
      throw new Error('cut off');
    };
    await expect(exportRecords(fakeDynamoDB().table('running', someRecords()), file, cut)).rejects.toThrow('cut off');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never takes the place of an earlier one before it is whole', async () => {
    writeFileSync(file, 'earlier');
    const { table } = fakeDynamoDB({
      before: () => {
        throw new Error('lost');
      },
    });
    await expect(exportRecords(table('running'), file, quietly)).rejects.toThrow('lost');
    expect(readFileSync(file, 'utf8')).toBe('earlier');
  });

  it('says where a publication is only half there', async () => {
    expect(await exported()).toMatchObject({ is_ledger_whole: true });
    const isEntry = (item: RawItem) => keyOf(item) === 'LEDGER\n0000000003';
    expect(await exported(someRecords().filter((item) => !isEntry(item)))).toMatchObject({ is_ledger_whole: false });
  });
});

describe('an import', () => {
  it('refuses a file that is cut anywhere', async () => {
    await exported(someRecords().slice(28));
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length - 1; length += length < 400 ? 1 : 23) {
      writeFileSync(file, whole.subarray(0, length));
      expect(await refusal()).toMatch(/truncated|damaged|first line/);
    }
  });

  it('reads a compressed file as it reads a plain one, whatever it is called, and refuses one that is cut', async () => {
    const { table } = fakeDynamoDB();
    const { hash } = await exportRecords(table('running', someRecords()), `${file}.gz`, quietly);
    const packed = readFileSync(`${file}.gz`);
    writeFileSync(file, packed);
    expect(await importRecords(fakeDynamoDB().table('new'), file, quietly)).toMatchObject({ hash });
    for (const length of [3, 20, packed.length >> 1, packed.length - 1]) {
      writeFileSync(file, packed.subarray(0, length));
      expect(await refusal()).toMatch(/truncated or damaged/);
    }
  });

  it('refuses a file of which any byte is another', async () => {
    await exported(someRecords().slice(25));
    const whole = readFileSync(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const altered = Buffer.from(whole);
        altered[at] = (altered[at] ?? 0) ^ change;
        writeFileSync(file, altered);
        expect(await refusal()).toMatch(/altered|truncated|first line|format/);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the items in any order, but not other items in another order', async () => {
    await exported();
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const turned = [lines[0], ...lines.slice(1, -1).reverse(), lines.at(-1)] as string[];
    writeFileSync(file, `${turned.join('\n')}\n`);
    expect((await imported()).why).toBeNull();

    const exchanged: Record<string, string> = { '"60.5"': '"61.5"', '"61.5"': '"60.5"' };
    const swapped = turned.join('\n').replaceAll(/"6[01]\.5"/g, (score) => exchanged[score] ?? score);
    writeFileSync(file, `${swapped}\n`);
    expect(await refusal()).toMatch(/does not have the hash/);
    writeFileSync(file, `${turned.join('\n').replace('"60.5"', '"99.5"')}\n`);
    expect(await refusal()).toMatch(/does not have the hash/);
    writeFileSync(file, `${turned.toSpliced(5, 1).join('\n')}\n`);
    expect(await refusal()).toMatch(/items, and its last line says/);
  });

  it.each([
    ['another kind of file', 'unit,score\nVN63-46,66.5\n', /not written by chiso export/],
    ['nothing', '', /not written by chiso export/],
    ['a format of before', '{"format":"chi-so-records/1"}\n{}\n', /chi-so-records\/1/],
    ['a format of later', '{"format":"chi-so-records/9"}\n{}\n', /chi-so-records\/9/],
    ['a line without an end', `{"x":"${'a'.repeat(5_000_000)}`, /not written by chiso export/],
  ])('refuses %s', async (_, text, why) => {
    writeFileSync(file, text);
    expect(await refusal()).toMatch(why);
  });

  it('refuses a line that is no item, also where the trailer agrees with it', async () => {
    const header = headerLine('running', new Date(0));
    writeFileSync(file, `${header}\n{"a":1}\n${trailerLine({ items: 1, hash: '0'.repeat(64) }, header)}\n`);
    expect(await refusal()).toMatch(/line 2 is no item/);
  });

  it('writes nothing into a table that has anything else, or other content under a key', async () => {
    await exported();
    const stranger: RawItem = { pk: { S: 'x' }, sk: { S: 'y' } };
    const changed: RawItem = { ...someRecords()[0], scores: { M: {} } };
    for (const other of [stranger, changed]) {
      const fake = fakeDynamoDB();
      const table = fake.table('new', [...someRecords().slice(1, 9), other]);
      await expect(importRecords(table, file, quietly)).rejects.toThrow('1 items that are not part of this file');
      expect(fake.written).toEqual([]);
    }
  });

  it('can be run again wherever it was cut off, and then brings in the rest', async () => {
    const { hash } = await exported();
    let isCut = true;
    for (let cutAt = 1; isCut; cutAt++) {
      let requests = 0;
      isCut = false;
      const fake = fakeDynamoDB({
        before: () => {
          if (++requests !== cutAt) return undefined;
          isCut = true;
          throw new Error('cut off');
        },
      });
      const table = fake.table('new');
      const first = await importRecords(table, file, quietly).catch((error: Error) => error.message);
      if (isCut) expect(first).toBe('cut off');
      requests = Number.NEGATIVE_INFINITY;
      const there = fake.itemsIn('new').length;
      expect(await importRecords(table, file, quietly)).toMatchObject({ hash, already_there: there });
    }
  });

  it('sends again what the service hands back', async () => {
    const { hash } = await exported();
    let n = 0;
    const fake = fakeDynamoDB({ before: () => (++n % 3 > 0 ? 'hand-back' : undefined) });
    const table = fake.table('new', someRecords().slice(0, 3));
    expect(await importRecords(table, file, quietly)).toMatchObject({ hash, already_there: 3 });
  });

  it('writes logs entry by entry after everything that they name, and last what acts by itself', async () => {
    await exported();
    const fake = fakeDynamoDB();
    await importRecords(fake.table('new'), file, quietly);
    const order = fake.written.map((key) => ({ key, stage: stageOf({ pk: { S: key.split('\n')[0] ?? '' } }) }));
    expect(order.map(({ stage }) => stage)).toEqual([...Array(34).fill('content'), ...Array(3).fill('logs'), 'duties']);
    const entries = order.flatMap(({ key, stage }) => (stage === 'logs' ? [Number(key.split('\n')[1])] : []));
    expect(entries).toEqual([1, 2, 3]);
  });

  it('says so where somebody else writes to the table', async () => {
    await exported();
    const fake = fakeDynamoDB({
      before: (request) => {
        const item = { pk: { S: 'AUDIT' }, sk: { S: 'other' } };
        if (request.startsWith('BatchWrite')) fake.tables.get('new')?.set(keyOf(item), item);
        return undefined;
      },
    });
    await expect(importRecords(fake.table('new'), file, quietly)).rejects.toThrow('somebody else is writing');
  });
});
