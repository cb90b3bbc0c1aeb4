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
 * Every write of a release is cut at every call that it makes, on either side of it, and then done again by whoever sent
 * it: nothing half is ever there, and in the end nothing shows that it was cut.
 */

const EDITION = 'crash';
const release = { index: 'pci', period: '2019', unit_set: 'VN63', edition: EDITION };
const where = { set: 'VN63', edition: EDITION };
const path = { index: 'pci', period: '2019' };

const START = Date.parse('2026-03-01T08:00:00.000Z');
const HOUR = 3600_000;
const MINUTE = 60_000;
let clock = START;

let stores: Stores;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ stores, drop } = await ownStores(inject('stack'), 'crash', () => new Date(clock)));
});
afterAll(() => drop());

const upload = (text: string) => (to: Stores) =>
  ingestFile(
    to,
    { bytes: Buffer.from(text), contentType: 'text/csv', said: {}, actor: 'tester', request_id: 'upload-1' },
    false,
  );
const CSV = pciCsv(EDITION);
const OTHER = CSV.replaceAll(/,total,(\d+)\.\d+,/gu, ',total,$1.5,').replace(
  '# title: PCI 2019',
  '# title: PCI 2019 b',
);
/** A column that nobody has scores for is a warning. */
const INCOMPLETE = CSV.split('\n')
  .filter((line) => !line.includes(',labor,'))
  .join('\n');

const revision = (number: number) => ({ ...path, revision: String(number) });
const publish = (number: number, key: string, body: object = {}, headers: Record<string, string> = {}) => {
  const request = writerRequest(revision(number), where, body, { 'idempotency-key': key, ...headers });
  return (to: Stores) => postPublish(to, request);
};
const publishedOnce = async (to: Stores) => {
  await upload(CSV)(to);
  await publish(1, 'publish-1')(to);
};

type Scenario = {
  what: string;
  arrange?: (stores: Stores) => Promise<unknown>;
  act: (stores: Stores) => Promise<unknown>;
  /** How long after the arrangement it is done. */
  later?: number;
};

const SCENARIOS: Scenario[] = [
  { what: 'an upload of 63 × 11 scores as CSV', act: upload(CSV) },
  { what: 'an upload of 63 × 11 scores as JSON', act: upload(pciJson(EDITION)) },
  { what: 'an upload over what is published', arrange: publishedOnce, act: upload(OTHER) },
  { what: 'a publication', arrange: upload(CSV), act: publish(1, 'publish-1') },
  {
    what: 'a publication over another one',
    arrange: async (to) => {
      await publishedOnce(to);
      await upload(OTHER)(to);
    },
    act: publish(2, 'publish-2'),
  },
  {
    what: 'a withdrawal',
    arrange: publishedOnce,
    act: (to) =>
      postWithdraw(
        to,
        writerRequest(path, where, { reason: 'sai' }, { 'if-match': '1', 'idempotency-key': 'withdraw-1' }),
      ),
  },
  {
    what: 'a correction that is published at once',
    arrange: publishedOnce,
    act: (to) =>
      patchScores(
        to,
        writerRequest(
          path,
          { ...where, publish: 'true' },
          { reason: 'sửa', scores: [{ unit: 'VN63-01', component: 'land', score: 7.5 }] },
          { 'idempotency-key': 'correction-1' },
        ),
      ),
  },
  {
    what: 'an acknowledgement',
    arrange: upload(INCOMPLETE),
    act: (to) =>
      postAcknowledge(
        to,
        writerRequest(
          revision(1),
          where,
          { rules: ['empty-column'], reason: 'không công bố' },
          { 'idempotency-key': 'acknowledge-1' },
        ),
      ),
  },
  {
    what: 'an embargo',
    arrange: upload(CSV),
    act: publish(1, 'embargo-1', { publish_at: new Date(START + HOUR).toISOString() }),
  },
  {
    what: 'an embargo that has ended',
    arrange: async (to) => {
      await upload(CSV)(to);
      await publish(1, 'embargo-1', { publish_at: new Date(START + HOUR).toISOString() })(to);
    },
    act: publishDue,
    later: HOUR,
  },
];

type Retry = Omit<Cut, 'at'> & { retriedAfter: number };
const CUTS: Retry[] = [
  { when: 'before-sending', process: 'ends', retriedAfter: 0 },
  { when: 'answer-lost', process: 'ends', retriedAfter: 0 },
  { when: 'answer-lost', process: 'goes-on', retriedAfter: MINUTE },
];

/** Both tables' items; without the times where the retry is later than the first try. */
const contents = async (hasTimes: boolean): Promise<string[]> => {
  const tables = await Promise.all([stores.records, stores.rankings].map(contentOf));
  const items = tables.flatMap((content) => [...content.values()]);
  return hasTimes ? items : items.map((item) => item.replaceAll(/2026-03-01T\d\d:\d\d:\d\d\.\d{3}Z/gu, 'TIME')).sort();
};

/** What must be true at any moment, whatever was cut. */
const expectNothingHalf = async () => {
  const { records, originals } = stores;
  const [revisions, log, ledger, [listed]] = await Promise.all([
    listRevisions(records, release),
    readLog(records, { index: 'pci', unit_set: 'VN63', edition: EDITION }),
    lastLedgerNumber(records),
    listReleases(records, 'pci', '2019'),
  ]);
  for (const { manifest, components, sha256, revision: number } of revisions) {
    const units = await getScores(records, release, manifest);
    expect([number, units.length]).toEqual([number, 63]);
    for (const { scores } of units) expect(Object.keys(scores).sort()).toEqual([...components].sort());
    expect(await headObject(originals, `originals/${sha256}`)).toBeDefined();
  }
  expect(ledger).toBe(log.length);
  expect(listed?.entry).toBe(log.at(-1)?.entry);
  for (const { revision: official } of log) {
    if (official !== null) expect(revisions.map(({ revision: number }) => number)).toContain(official);
  }
  const audited = [...(await contentOf(records)).keys()].filter((key) =>
    /#(upload|correct|publish|withdraw)#/.test(key),
  );
  const expected = revisions.length + log.filter(({ cause }) => cause !== 'correct').length;
  expect(audited.filter((key) => !key.includes('#correct#')).length).toBeLessThanOrEqual(expected);
};

/** Everything as it was after the arrangement. */
const remembered = async (): Promise<() => Promise<void>> => {
  const ways = await Promise.all([stores.records, stores.rankings].map(rememberTable));
  const kept = new Set((await listRevisions(stores.records, release)).map(({ sha256 }) => sha256));
  return async () => {
    const made = (await listRevisions(stores.records, release)).map(({ sha256 }) => sha256);
    for (const sha256 of made.filter((one) => !kept.has(one))) {
      await stores.originals.s3.send(
        new DeleteObjectCommand({ Bucket: stores.originals.name, Key: `originals/${sha256}` }),
      );
    }
    for (const way of ways) await way();
  };
};

let empty: () => Promise<void>;
beforeAll(async () => {
  empty = await remembered();
});

describe.each(SCENARIOS)('$what, cut at every call', ({ what, arrange = async () => {}, act, later = 0 }) => {
  let rewind: () => Promise<void>;
  let answer: unknown;
  const whole = new Map<boolean, string[]>();
  beforeAll(async () => {
    clock = START;
    await arrange(stores);
    rewind = await remembered();
    clock = START + later;
    answer = await act(stores);
    for (const hasTimes of [true, false]) whole.set(hasTimes, await contents(hasTimes));
  });
  afterAll(() => empty());

  it.each(CUTS)('$when, and the process $process: done again $retriedAfter ms later it ends the same', async (cut) => {
    const hasTimes = cut.retriedAfter === 0;
    const started = Date.now();
    let at = 1;
    for (; ; at++) {
      await rewind();
      clock = START + later;
      const faulty = cutStores(stores, { ...cut, at });
      await act(faulty.stores).catch((error: Error) => {
        if (error.name !== 'CutError') throw error;
      });
      await faulty.arrived();
      await expectNothingHalf();
      if (!faulty.wasCut()) break;

      clock += cut.retriedAfter;
      const again = await act(stores);
      if (hasTimes && !/upload/.test(what)) expect([at, again]).toEqual([at, answer]);
      expect([at, await contents(hasTimes)]).toEqual([at, whole.get(hasTimes)]);
    }
    console.log(`${what}: ${at - 1} cuts ${cut.when}, process ${cut.process}, ${Date.now() - started} ms`);
  });
});
