import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AttributeValue, BatchWriteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { UnitSet } from '@chi-so/domain/unit-set';
import { catalogueOf } from '@chi-so/ingestion/catalogue-reader';
import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import { postPublish } from '@chi-so/ingestion/publish';
import { readReleases } from '@chi-so/ingestion/read-releases';
import type { Stores } from '@chi-so/ingestion/stores';
import { startDynamoDbLocal } from '@chi-so/local/dynamodb-local';
import { indices, unitSets } from '@chi-so/reference-data/catalogue';
import { saveIndex, saveMethodology, saveUnitSet } from '@chi-so/storage/catalogue';
import { type Table, tableOf } from '@chi-so/storage/client';
import { createTable, engineClient } from '../faults/own-stores.ts';
import { writerRequest } from '../faults/writer-request.ts';
import { communes, releaseCsv } from './communes.ts';
import { countingCapacity } from './consumed.ts';

/**
 * `npm run bench:ingest`: how fast releases are accepted, from the bytes of a file to its revision, beside the same
 * SCORE items written by plain BatchWriteItem; in one process, in turn. A row is one SCORE item: all scores of one unit.
 * Times of DynamoDB Local mean nothing by themselves, and the ratio depends on it: on a disk it takes about 1,000 items a
 * second, which happens to be what one partition of DynamoDB takes (1,000 write units); in memory (`TMPDIR=/dev/shm`)
 * three to four times that. The bucket takes no time here.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const WARM_UP = 2;
const IN_FLIGHT = 8;
const BATCH = 25;

type Row = Record<string, AttributeValue>;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
};
const range = (values: readonly number[], digits: number): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;

const directory = mkdtempSync(join(tmpdir(), 'chi-so-bench-'));
const engine = await startDynamoDbLocal(directory);
const db = engineClient(engine.engineEndpoint);
const records = await createTable(db, 'records');
const rankings = await createTable(db, 'rankings');

const audit = { at: '2026-01-01T00:00:00.000Z', actor: 'bench', action: 'catalogue', target: 'pci', reason: null };
const pci = indices().find(({ index: { index } }) => index === 'pci');
const methodology = pci?.methodologies.find((one) => one.methodology === 'pci-2013');
const provinces = unitSets().find(({ unit_set }) => unit_set === 'VN63');
if (!pci || !methodology || !provinces) throw new Error('The catalogue lacks PCI');
await saveIndex(records, pci.index, { ...audit, request_id: 'index' });
await saveMethodology(records, methodology, { ...audit, request_id: 'methodology' });

/** When the last upload of a client sent what. */
type Marks = { original: number; firstScores: number; scores: number; revision: number };

const storesOf = (table: Table, marks: Partial<Marks> = {}): Stores => {
  const marked = new Proxy(table.db, {
    get: (target, name) => {
      if (name !== 'send') return Reflect.get(target, name);
      return async (command: Parameters<typeof target.send>[0]) => {
        const { name: kind } = command.constructor;
        if (kind === 'BatchWriteItemCommand') marks.firstScores ??= performance.now();
        const answer = await target.send(command);
        if (kind === 'BatchWriteItemCommand') marks.scores = performance.now();
        if (kind === 'TransactWriteItemsCommand') marks.revision = performance.now();
        return answer;
      };
    },
  });
  const bucket = {
    send: async () => {
      marks.original ??= performance.now();
      return {};
    },
  };
  return {
    records: tableOf(marked, table.name),
    rankings: tableOf(table.db, rankings.name),
    originals: { s3: bucket as unknown as S3Client, name: 'bucket' },
    now: () => new Date(),
  };
};

const fileOf = (bytes: Buffer, edition: string) => ({
  bytes,
  contentType: 'text/csv',
  said: { edition },
  actor: 'bench',
  owned: ['*'],
  request_id: edition,
});

const partition = (unitSet: string, edition: string) => `RELEASE#pci#${unitSet}#${edition}#2019`;

const rowsOf = async (pk: string): Promise<Row[]> => {
  const rows: Row[] = [];
  let start: Row | undefined;
  do {
    const page = await db.send(
      new QueryCommand({
        TableName: records.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': { S: pk }, ':prefix': { S: 'SCORE#' } },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    rows.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return rows;
};

/** What anybody would do who had the items ready: 25 a batch, 8 batches under way. */
const writeRaw = async (items: readonly Row[], pk: string): Promise<void> => {
  const requests = items.map((item) => ({ PutRequest: { Item: { ...item, pk: { S: pk } } } }));
  const batches = Array.from({ length: Math.ceil(requests.length / BATCH) }, (_, i) =>
    requests.slice(i * BATCH, (i + 1) * BATCH),
  );
  const worker = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      await db.send(new BatchWriteItemCommand({ RequestItems: { [records.name]: batch } }));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
};

/** Milliseconds on the clock, and of this process alone. */
type Spent = { wall: number; cpu: number };

const timed = async (work: () => Promise<unknown>): Promise<Spent> => {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
};

const measure = async (name: string, unitSet: UnitSet): Promise<void> => {
  await saveUnitSet(records, unitSet, { ...audit, request_id: unitSet.unit_set });
  const bytes = Buffer.from(releaseCsv(unitSet, methodology));
  const units = unitSet.units.length;
  const cells = units * methodology.components.length;
  const { releases } = await ingestFile(storesOf(records), fileOf(bytes, 'first'), false);
  const rows = await rowsOf(partition(unitSet.unit_set, 'first'));
  const size = rows.reduce((sum, row) => sum + JSON.stringify(row).length, 0) / rows.length;
  console.log(`\n${name}: ${units} units × ${methodology.components.length} = ${cells} scores`);
  console.log(
    `  file ${(bytes.length / 1024).toFixed(0)} KB, ${rows.length} SCORE items (~${size.toFixed(0)} B on the wire each), ${releases[0]?.findings.length} findings`,
  );

  const raw: Spent[] = [];
  const ours: Spent[] = [];
  const shares: Record<string, number[]> = { parse: [], 'gates and reads': [], scores: [], revision: [] };
  const oneRound = async (round: number) => {
    const marks: Partial<Marks> = {};
    const stores = storesOf(records, marks);
    const edition = `round-${round}`;
    const plain = () => timed(() => writeRaw(rows, partition(unitSet.unit_set, `raw-${round}`)));
    const plainFirst = round % 2 === 0 ? await plain() : null;
    const start = performance.now();
    const whole = await timed(() => ingestFile(stores, fileOf(bytes, edition), false));
    const plainTime = plainFirst ?? (await plain());
    const parse = await timed(() => readReleases(bytes, { edition }, catalogueOf(records)));
    if (round < WARM_UP) return;
    const { original = 0, firstScores = 0, scores = 0, revision = 0 } = marks;
    raw.push(plainTime);
    ours.push(whole);
    shares.parse?.push(parse.wall);
    shares['gates and reads']?.push(original - start - parse.wall);
    shares.scores?.push(scores - firstScores);
    shares.revision?.push(revision - scores);
  };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) await oneRound(round);

  const wall = (spent: readonly Spent[]) => spent.map((one) => one.wall);
  const cpu = (spent: readonly Spent[]) => spent.map((one) => one.cpu);
  const perSecond = (spent: readonly Spent[], count: number) => wall(spent).map((time) => (count * 1000) / time);
  const ratios = ours.map((one, i) => (raw[i]?.wall ?? 0) / one.wall);
  console.log(`  ${ROUNDS} rounds in turn; median (min–max)`);
  console.log(`  raw   ${range(perSecond(raw, units), 0)} SCORE items/s, ${range(cpu(raw), 0)} ms CPU`);
  console.log(`  ours  ${range(perSecond(ours, units), 0)} SCORE items/s, ${range(cpu(ours), 0)} ms CPU`);
  console.log(`        ${range(perSecond(ours, cells), 0)} scores/s`);
  console.log(
    `  ratio of medians ${(median(wall(raw)) / median(wall(ours))).toFixed(2)}; of each pair ${range(ratios, 2)}`,
  );
  for (const [share, times] of Object.entries(shares)) {
    console.log(
      `  ${share.padEnd(15)} ${range(times, 0)} ms, ${((100 * median(times)) / median(wall(ours))).toFixed(0)} %`,
    );
  }
  await measureCapacity(unitSet, bytes, units, cells);
};

/** What an upload, its publication and a correction of one cell cost. */
const measureCapacity = async (unitSet: UnitSet, bytes: Buffer, units: number, cells: number): Promise<void> => {
  const counted = engineClient(engine.engineEndpoint);
  const consumed = countingCapacity(counted);
  const stores = storesOf(tableOf(counted, records.name));
  const cost = async (work: () => Promise<unknown>) => {
    Object.assign(consumed, { written: 0, read: 0, calls: 0 });
    await work();
    return { ...consumed };
  };
  const show = (what: string, { written, read, calls }: typeof consumed) =>
    console.log(`  ${what}: ${written} WRU, ${read} RRU, ${calls} calls`);

  const upload = await cost(() => ingestFile(stores, fileOf(bytes, 'capacity'), false));
  show('an upload', upload);
  console.log(
    `    per SCORE item ${(upload.written / units).toFixed(3)} WRU, per score ${(upload.written / cells).toFixed(4)} WRU`,
  );
  const where = { set: unitSet.unit_set, edition: 'capacity' };
  const path = { index: 'pci', period: '2019' };
  show(
    'its publication',
    await cost(() =>
      postPublish(stores, writerRequest({ ...path, revision: '1' }, where, {}, { 'idempotency-key': 'p' })),
    ),
  );
  const pk = partition(unitSet.unit_set, 'capacity');
  const before = (await rowsOf(pk)).length;
  const unit = unitSet.units[1]?.unit;
  const correct = (score: number, query: Record<string, string>) =>
    patchScores(
      stores,
      writerRequest(
        path,
        { ...where, ...query },
        { reason: 'sửa', scores: [{ unit, component: 'land', score }] },
        { 'idempotency-key': `c-${score}` },
      ),
    );
  show('a correction of one cell, as a draft', await cost(() => correct(5.55, {})));
  show('a correction of one cell, published', await cost(() => correct(6.66, { publish: 'true' })));
  console.log(`    two corrections wrote ${(await rowsOf(pk)).length - before} SCORE items`);
  counted.destroy();
};

try {
  await measure('PCI-like', provinces);
  await measure('communes', communes(3400));
} finally {
  db.destroy();
  await engine.stop();
  rmSync(directory, { recursive: true, force: true });
}
