import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { fakeDynamoDB, keyOf, someRecords } from '@chi-so/storage/fake-dynamodb';
import type { Bucket } from '@chi-so/storage/originals';
import { digestOfTable } from '@chi-so/storage/table-dump-hash';
import { describe, expect, it } from 'vitest';
import { exportToBucket } from './export-to-bucket.ts';

type Put = { Key: string; Body: Readable; ContentLength: number };

/** A bucket in memory, or one that takes nothing. */
const fakeBucket = ({ isDown = false } = {}) => {
  const objects = new Map<string, Buffer>();
  const send = async ({ input }: { input: Put }) => {
    const bytes = await buffer(input.Body);
    expect(bytes.length).toBe(input.ContentLength);
    if (isDown) throw new Error('SlowDown');
    objects.set(input.Key, bytes);
  };
  return { objects, exports: { s3: { send }, name: 'exports' } as unknown as Bucket };
};

describe('an export to the bucket', () => {
  it('is one compressed object, named by its moment, with everything that the table holds', async () => {
    const { objects, exports } = fakeBucket();
    const records = fakeDynamoDB().table('Records', someRecords());
    const { key, at, ...dumped } = await exportToBucket({ records, exports });

    expect(key).toBe(`records/${at.replaceAll(':', '-')}.ndjson.gz`);
    expect([...objects.keys()]).toEqual([key]);
    expect(dumped).toEqual({ ...(await digestOfTable(records)), is_ledger_whole: true });
    const lines = gunzipSync(objects.get(key) ?? '')
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(someRecords().length + 2);
  });

  it('is read again where somebody wrote meanwhile, and holds what was written', async () => {
    const { objects, exports } = fakeBucket();
    let scans = 0;
    const item = { pk: { S: 'AUDIT' }, sk: { S: 'meanwhile' } };
    const fake = fakeDynamoDB({
      before: () => {
        if (++scans === 3) fake.tables.get('Records')?.set(keyOf(item), item);
        return undefined;
      },
    });
    const { key, items } = await exportToBucket({ records: fake.table('Records', someRecords()), exports });

    expect(items).toBe(someRecords().length + 1);
    expect(objects.size).toBe(1);
    expect(gunzipSync(objects.get(key) ?? '').toString()).toContain('meanwhile');
  });

  it('is refused where the table never stands still, and nothing of it is in the bucket', async () => {
    const { objects, exports } = fakeBucket();
    let n = 0;
    const fake = fakeDynamoDB({
      before: () => {
        const item = { pk: { S: 'AUDIT' }, sk: { S: String(++n) } };
        fake.tables.get('Records')?.set(keyOf(item), item);
        return undefined;
      },
    });
    const exporting = exportToBucket({ records: fake.table('Records', someRecords()), exports });
    await expect(exporting).rejects.toThrow('of 3 scans none was like the next');
    expect(objects.size).toBe(0);
  });

  it('fails where the bucket does', async () => {
    const records = fakeDynamoDB().table('Records', someRecords());
    await expect(exportToBucket({ records, ...fakeBucket({ isDown: true }) })).rejects.toThrow('SlowDown');
  });
});
