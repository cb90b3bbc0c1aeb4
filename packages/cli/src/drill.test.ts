import { gzipSync } from 'node:zlib';
import type { Table } from '@chi-so/storage/client';
import { fakeDynamoDB, keyOf, someRecords } from '@chi-so/storage/fake-dynamodb';
import { putRaw } from '@chi-so/storage/table-dump';
import type { RawItem } from '@chi-so/storage/table-dump-line';
import { describe, expect, it } from 'vitest';
import { drill } from './drill.ts';
import { drillText } from './drill-text.ts';
import type { Tables } from './tables-named.ts';

const quietly = () => {};

/** Rankings as they follow from nothing but the number of records, packed well or badly. */
const rankingsOf = (records: number, level: number): RawItem[] => [
  {
    pk: { S: 'RANKING#pci' },
    sk: { S: '2019#total#VN63#main' },
    entry: { N: '3' },
    body: { B: gzipSync(`{"rank_of":${records}}`.repeat(20), { level }) },
  },
];

const running = (fake: ReturnType<typeof fakeDynamoDB>, rankings = rankingsOf(someRecords().length, 9)): Tables => ({
  records: fake.table('records', someRecords()),
  rankings: fake.table('rankings', rankings),
});

const rebuildIn =
  (fake: ReturnType<typeof fakeDynamoDB>) =>
  async ({ records, rankings }: Tables) => {
    await putRaw(rankings as Table, rankingsOf(fake.itemsIn(records.name).length, 1));
    return { quarantined: [] };
  };

describe('a drill', () => {
  it('restores an export into tables of its own, rebuilds, and finds the same', async () => {
    const fake = fakeDynamoDB();
    const report = await drill(running(fake), rebuildIn(fake), quietly);
    expect(report).toMatchObject({ is_same: true, has_moved: false, records: { table: 'records' } });
    expect(report.records.restored).toEqual(report.records.running);
    expect(report.rankings.rebuilt).toEqual(report.rankings.running);
    expect(drillText(report, 'en')).toMatch(/records restored\s+38 items {2}[0-9a-f]{64}\n[\s\S]*The same/i);
    expect([...fake.tables.keys()]).toEqual(['records', 'rankings']);
  });

  it('finds a running ranking that does not follow from Records', async () => {
    const fake = fakeDynamoDB();
    const report = await drill(running(fake, rankingsOf(1, 9)), rebuildIn(fake), quietly);
    expect(report).toMatchObject({ is_same: false, has_moved: false });
    expect(drillText(report, 'vi')).toMatch(/KHÁC NHAU.*rebuild --verify/);
  });

  it('says so where Records moved on meanwhile', async () => {
    const fake = fakeDynamoDB();
    const rebuild = async (copies: Tables) => {
      const item = { pk: { S: 'AUDIT' }, sk: { S: 'x' } };
      fake.tables.get('records')?.set(keyOf(item), item);
      for (const one of rankingsOf(39, 9)) fake.tables.get('rankings')?.set(keyOf(one), one);
      return rebuildIn(fake)(copies);
    };
    const report = await drill(running(fake), rebuild, quietly);
    expect(report).toMatchObject({ is_same: false, has_moved: true });
    expect(drillText(report, 'en')).toContain('run it again');
  });

  it('drops its tables wherever it fails', async () => {
    let isCut = true;
    for (let cutAt = 1; isCut; cutAt++) {
      let requests = 0;
      isCut = false;
      const fake = fakeDynamoDB({
        before: (request) => {
          if (request.startsWith('Delete') || ++requests !== cutAt) return undefined;
          isCut = true;
          throw new Error('cut off');
        },
      });
      const end = await drill(running(fake), rebuildIn(fake), quietly).catch((error: Error) => error.message);
      if (isCut) expect(end).toBe('cut off');
      expect([...fake.tables.keys()]).toEqual(['records', 'rankings']);
    }
  });

  it('names the tables that could not be dropped', async () => {
    const fake = fakeDynamoDB({
      before: (request) => {
        if (request.startsWith('Delete')) throw new Error('not allowed');
        return undefined;
      },
    });
    await expect(drill(running(fake), rebuildIn(fake), quietly)).rejects.toThrow(
      /by hand: chiso-drill-\S+-records, chiso-drill-\S+-rankings/,
    );
  });
});
