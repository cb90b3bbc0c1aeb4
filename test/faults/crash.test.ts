import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { postAcknowledge } from '@chi-so/ingestion/acknowledge';
import { publishDue } from '@chi-so/ingestion/embargo';
import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import { postPublish, postWithdraw } from '@chi-so/ingestion/publish';
import type { Stores } from '@chi-so/ingestion/stores';
import { lastLedgerNumber, readLog } from '@chi-so/storage/logs';
import { headObject } from '@chi-so/storage/originals';
import { listReleases } from '@chi-so/storage/releases';
import { listRevisions } from '@chi-so/storage/revisions';
import { getScores } from '@chi-so/storage/scores';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Cut, cutStores } from './cut-stores.ts';
import { contentOf, ownStores, rememberTable } from './own-stores.ts';
import { pciCsv, pciJson } from './pci-release.ts';
import { writerRequest } from './writer-request.ts';

/**
 * Every write of a release is cut at every call that it makes, and then done again by whoever sent it: nothing half is
 * ever there, and in the end nothing shows that it was cut.
 */

const EDITION = 'crash';
const release = { index: 'pci', period: '2019', unit_set: 'VN63', edition: EDITION };
const where = { set: 'VN63', edition: EDITION };
const path = { index: 'pci', period: '2019' };

const START = Date.parse('2026-03-01T08:00:00.000Z');
const HOUR = 3600_000;
const MINUTE = 60_000;
/** Goes on by a millisecond whenever it is looked at; every try begins at a given time. */
let clock = START;

let stores: Stores;
let drop: () => Promise<void>;
let empty: () => Promise<void>;
beforeAll(async () => {
  ({ stores, drop } = await ownStores(inject('stack'), 'crash', () => new Date(clock++)));
  empty = await rememberTable(stores.records);
});
afterAll(() => drop());

const upload =
  (text: string, request_id = 'upload-1') =>
  (to: Stores) =>
    ingestFile(
      to,
      {
        bytes: Buffer.from(text),
        contentType: 'text/csv',
        said: {},
        actor: 'tester',
        request_id,
        mayAcknowledge: true,
        owned: ['*'],
      },
      false,
    );
const CSV = pciCsv(EDITION);
/** What is said of every unit is something else. */
const OTHER = CSV.replace('status,rank_published', 'status,rank_published,note').replaceAll(
  /,land,(.*),A,/gu,
  ',land,$1,A,,đọc lại',
);
/** A column that nobody has scores for is a warning. */
const INCOMPLETE = CSV.split('\n')
  .filter((line) => !line.includes(',labor,'))
  .join('\n');

const revision = (number: number) => ({ ...path, revision: String(number) });
const publish = (number: number, key: string, body: object = {}) => {
  const request = writerRequest(revision(number), where, body, { 'idempotency-key': key });
  return (to: Stores) => postPublish(to, request);
};
const publishedOnce = async (to: Stores) => {
  await upload(CSV)(to);
  await publish(1, 'publish-1')(to);
};
const accept = { rules: ['empty-column'], reason: 'đã đối chiếu bản in' };
const correction = { reason: 'sửa', scores: [{ unit: 'VN63-01', component: 'land', score: 7.5 }] };
const inAnHour = { publish_at: new Date(START + HOUR).toISOString() };

type Retried = Omit<Cut, 'at'> & { retriedAfter: number };
const CUTS: Retried[] = [
  { when: 'before a call', process: 'ends', retriedAfter: 0 },
  { when: 'after a write', process: 'ends', retriedAfter: 0 },
  { when: 'after a write', process: 'goes on', retriedAfter: MINUTE },
];

type Scenario = {
  what: string;
  arrange?: (stores: Stores) => Promise<unknown>;
  act: (stores: Stores) => Promise<unknown>;
  /** How long after the arrangement it is done. */
  later?: number;
  cuts?: Retried[];
};

const SCENARIOS: Scenario[] = [
  { what: 'an upload of 63 × 11 scores as CSV', act: upload(CSV) },
  { what: 'an upload of 63 × 11 scores as JSON', act: upload(pciJson(EDITION)), cuts: CUTS.slice(0, 1) },
  { what: 'an upload over what is published', arrange: publishedOnce, act: upload(OTHER, 'upload-2') },
  { what: 'a publication', arrange: upload(CSV), act: publish(1, 'publish-1') },
  {
    what: 'a publication over another',
    arrange: async (to) => {
      await publishedOnce(to);
      await upload(OTHER, 'upload-2')(to);
    },
    act: publish(2, 'publish-2'),
  },
  {
    what: 'a withdrawal',
    arrange: publishedOnce,
    act: (to) =>
      postWithdraw(to, writerRequest(path, where, { reason: 'sai' }, { 'idempotency-key': 'w', 'if-match': '1' })),
  },
  {
    what: 'a correction that is published at once',
    arrange: publishedOnce,
    act: (to) =>
      patchScores(to, writerRequest(path, { ...where, publish: 'true' }, correction, { 'idempotency-key': 'c' })),
  },
  {
    what: 'an acknowledgement',
    arrange: upload(INCOMPLETE),
    act: (to) => postAcknowledge(to, writerRequest(revision(1), where, accept, { 'idempotency-key': 'a' })),
  },
  { what: 'an embargo', arrange: upload(CSV), act: publish(1, 'embargo-1', inAnHour) },
  {
    what: 'an embargo that has ended',
    arrange: async (to) => {
      await upload(CSV)(to);
      await publish(1, 'embargo-1', inAnHour)(to);
    },
    act: publishDue,
    later: HOUR,
  },
];

/** Every item; where the retry is later than the first try, without the times. */
const contents = async (hasTimes: boolean): Promise<string[]> => {
  const items = [...(await contentOf(stores.records)).values()];
  return hasTimes ? items : items.map((item) => item.replaceAll(/2026-03-01T[\d:.]{12}Z/gu, 'TIME')).sort();
};

/** What must be true at any moment, whatever was cut. */
const expectNothingHalf = async () => {
  const { records, originals } = stores;
  const [revisions, log, ledger, [listed], keys] = await Promise.all([
    listRevisions(records, release),
    readLog(records, release),
    lastLedgerNumber(records),
    listReleases(records, 'pci', '2019'),
    contentOf(records).then((content) => [...content.keys()]),
  ]);
  for (const { manifest, components, sha256 } of revisions) {
    const units = await getScores(records, release, manifest);
    expect(units).toHaveLength(63);
    for (const { scores } of units) expect(Object.keys(scores).sort()).toEqual(components.toSorted());
    expect(await headObject(originals, `originals/${sha256}`)).toBeDefined();
  }
  const count = (pattern: RegExp) => keys.filter((key) => pattern.test(key)).length;
  expect(count(/ SOURCE#/)).toBe(revisions.length);
  expect(count(/^AUDIT#.*#upload#/)).toBe(revisions.filter(({ cause }) => cause === 'upload').length);
  expect(count(/^AUDIT#.*#(publish|withdraw)#/)).toBe(log.filter(({ cause }) => cause !== 'correct').length);
  expect(ledger).toBe(log.length);
  expect(listed?.entry).toBe(log.at(-1)?.entry);
  const numbers = revisions.map((one) => one.revision);
  for (const entry of log) expect([...numbers, null]).toContain(entry.revision);
};

/** Takes the tables back to what they hold now, and the bucket to having no file of this test. */
const remembered = async (): Promise<() => Promise<void>> => {
  const takeBack = await rememberTable(stores.records);
  const kept = new Set((await listRevisions(stores.records, release)).map(({ sha256 }) => sha256));
  return async () => {
    for (const { sha256 } of await listRevisions(stores.records, release)) {
      const Key = `originals/${sha256}`;
      if (!kept.has(sha256))
        await stores.originals.s3.send(new DeleteObjectCommand({ Bucket: stores.originals.name, Key }));
    }
    await takeBack();
  };
};

describe.each(SCENARIOS)('$what', ({ what, arrange = async () => {}, act, later = 0, cuts = CUTS }) => {
  let rewind: () => Promise<void>;
  let answer: unknown;
  let arranged: string[];
  const whole = new Map<boolean, string[]>();
  beforeAll(async () => {
    clock = START;
    await arrange(stores);
    arranged = await contents(true);
    rewind = await remembered();
    clock = START + later;
    answer = await act(stores);
    for (const hasTimes of [true, false]) whole.set(hasTimes, await contents(hasTimes));
    await rewind();
  });
  afterAll(() => empty());

  it.each(cuts)('cut $when (the process $process) and done again $retriedAfter ms later ends the same', async (cut) => {
    const hasTimes = cut.retriedAfter === 0;
    const started = Date.now();
    let at = 1;
    for (; ; at++) {
      clock = START + later;
      const faulty = cutStores(stores, { ...cut, at });
      await act(faulty.stores).catch((error: Error) => {
        if (error.name !== 'CutError') throw error;
      });
      const writes = await faulty.arrived();
      if (!faulty.wasCut()) break;
      if (writes.length === 0) {
        // What follows is the run that has been done already.
        expect([at, await contents(true)]).toEqual([at, arranged]);
        continue;
      }
      await expectNothingHalf();

      clock = START + later + cut.retriedAfter;
      const again = await act(stores);
      if (/publication|withdrawal/.test(what)) expect([at, again]).toEqual([at, answer]);
      await expectNothingHalf();
      expect([at, await contents(hasTimes)]).toEqual([at, whole.get(hasTimes)]);
      await rewind();
    }
    expect(await contents(hasTimes)).toEqual(whole.get(hasTimes));
    await rewind();
    console.log(`${what}: ${at - 1} cuts ${cut.when}, the process ${cut.process}, ${Date.now() - started} ms`);
  });
});
