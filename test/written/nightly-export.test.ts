import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { bootstrap } from '@chi-so/cli/bootstrap';
import { localTables } from '@chi-so/cli/local-tables';
import { SCOPES } from '@chi-so/contract/routes';
import { exportToBucket } from '@chi-so/export/export-to-bucket';
import { startLocal } from '@chi-so/local/stack';
import { type Table, tableOf } from '@chi-so/storage/client';
import { digestOfTable } from '@chi-so/storage/table-dump-hash';
import { unpackedLine } from '@chi-so/storage/table-dump-line';
import { createTable } from '@chi-so/storage/table-dump-tables';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { throttledStores } from '../faults/throttled-stores.ts';
import { storesOf } from '../support/stores.ts';

/** From the schedule to restored tables: the object that a night leaves is enough to have everything again. */

const { assembly } = inject('stack');
const COMMAND = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'chiso.ts');
const SLOW = { timeout: 300_000 };

let dir: string;
let stack: Awaited<ReturnType<typeof startLocal>>;
let s3: S3Client;
let bucket: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'nightly-'));
  stack = await startLocal({ assembly, dataDir: join(dir, 'data'), port: 0 });
  await bootstrap(stack.url, await stack.sign({ scopes: [...SCOPES], unit_sets: ['*'] }));
  await stack.drained();
  s3 = new S3Client({
    endpoint: stack.s3Endpoint,
    credentials: stack.s3Credentials,
    region: 'local',
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  bucket = Object.entries(stack.bucketNames).find(([id]) => id.startsWith('Exports'))?.[1] ?? '';
}, 300_000);
afterAll(async () => {
  await stack.stop();
  rmSync(dir, { recursive: true });
});

const keys = async (): Promise<string[]> => {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Contents.map(({ Key = '' }) => Key);
};

const chiso = (args: string[], records: Table, rankings: Table): Promise<string> =>
  new Promise((resolve, reject) => {
    const named = ['--records', records.name, '--rankings', rankings.name, '--endpoint', stack.dynamodbEndpoint];
    execFile(process.execPath, [COMMAND, ...args, ...named], { cwd: dir }, (error, out, err) =>
      error ? reject(new Error(`${out}${err}`)) : resolve(out),
    );
  });

describe('the nightly export', () => {
  it('leaves one object, from which two new tables come to the same hashes', SLOW, async () => {
    await stack.fireSchedule('ScheduledExport');
    const [key = '', ...others] = await keys();
    expect(key).toMatch(/^records\/\d{4}-\d\d-\d\dT[\d-]+\.\d+Z\.ndjson\.gz$/);
    expect(others).toEqual([]);

    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    writeFileSync(join(dir, 'records.ndjson.gz'), (await Body?.transformToByteArray()) ?? '');
    const running = localTables(stack);
    const records = tableOf(running.records.db, 'restored-records');
    const rankings = tableOf(running.records.db, 'restored-rankings');
    for (const table of [records, rankings]) await createTable(table);
    await chiso(['import', 'records.ndjson.gz'], records, rankings);
    await chiso(['rebuild'], records, rankings);

    expect(await digestOfTable(records)).toEqual(await digestOfTable(running.records));
    const served = await digestOfTable(running.rankings, { lineOf: unpackedLine });
    expect(await digestOfTable(rankings, { lineOf: unpackedLine })).toEqual(served);
    expect(served.items).toBeGreaterThan(500);
  });

  it('goes on where every third page is throttled', SLOW, async () => {
    const running = localTables(stack);
    const stores = storesOf({
      dynamodb: { endpoint: stack.dynamodbEndpoint, records: running.records.name, rankings: running.rankings.name },
      s3: { endpoint: stack.s3Endpoint, credentials: stack.s3Credentials, bucket },
    });
    const throttled = throttledStores(stores, stack.dynamodbEndpoint, { refuses: (request) => request % 3 === 0 });
    const { items, hash } = await exportToBucket({ records: throttled.stores.records, exports: stores.originals });

    expect(throttled.counts.refused).toBeGreaterThan(0);
    expect({ items, hash }).toEqual(await digestOfTable(running.records));
  });
});
