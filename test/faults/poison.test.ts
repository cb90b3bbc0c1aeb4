import { createEventSourceMapping } from '@chi-so/local/event-source-mapping';
import { readEventSourceSettings } from '@chi-so/local/event-source-settings';
import type { FailedBatch, StreamRecord } from '@chi-so/local/event-source-types';
import { rankBatch } from '@chi-so/ranking/rank-batch';
import type { DynamoDBRecord } from 'aws-lambda';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RANKING_MAPPING } from './histories/event-source-template.ts';
import { recordOf } from './histories/stream.ts';
import { aScene, contentOf, type Scene } from './scene.ts';

/** One record that can never be ranked, among a thousand that can. */

let scene: Scene;
let keys: Key[];
beforeAll(async () => {
  scene = await aScene();
  keys = await publishAll();
});
beforeEach(() => scene.emptyRankings());

const BATCH = 1000;
const [LOGS, ENTRIES] = [111, 9];

type Report = { invocations: number; untilGivenUp: number; failed: FailedBatch[]; freshAfter: number };

/** Drives the event source of the template until all records are dealt with. */
const deliver = async (records: readonly StreamRecord[], isPartial = true): Promise<Report> => {
  const report: Report = { invocations: 0, untilGivenUp: 0, failed: [], freshAfter: 0 };
  let now = 0;
  const settings = readEventSourceSettings(RANKING_MAPPING, 'ranking');
  const mapping = createEventSourceMapping({
    settings,
    clock: () => now,
    retryDelayMs: () => 100,
    checkpoint: async () => {},
    onFailure: async (batch) => {
      report.failed.push(batch);
      report.untilGivenUp = report.invocations;
    },
    invoke: async ({ Records }) => {
      report.invocations++;
      const response = await rankBatch(scene.tools, Records as unknown as DynamoDBRecord[]);
      if (report.freshAfter === 0 && (await scene.changesSoFar()) === BATCH - 1) report.freshAfter = report.invocations;
      if (!isPartial && response.batchItemFailures.length > 0) {
        return { ok: false, error: { errorType: 'Error', errorMessage: 'something in the batch failed' } };
      }
      return { ok: true, response };
    },
  });
  mapping.addShard('shard');
  mapping.offer('shard', records);
  for (let steps = 0; !mapping.isIdle() && steps < 10_000; steps++) {
    if ((await mapping.step('shard')) === 'waiting') now += 1000;
  }
  return report;
};

type Key = { pk: string; entry: number };

/** Entries of 111 logs. */
const publishAll = async (): Promise<Key[]> => {
  const published: Key[] = [];
  for (let log = 0; log < LOGS; log++) {
    const edition = `e${log}`;
    await scene.release('2017', contentOf([50, 40, 30, 20, 10]), edition);
    for (let i = 1; i < ENTRIES; i++) await scene.correct('2017', 'T5-05', 'a', 11 + i, edition);
    for (let entry = 1; entry <= ENTRIES; entry++) published.push({ pk: `LOG#toy#T5#${edition}`, entry });
  }
  return published;
};

/** A thousand records, and among them an entry that its log does not have. */
const withPoisonAt = (at: number): StreamRecord[] =>
  keys
    .toSpliced(at, 0, { pk: 'LOG#toy#T5#e7', entry: 99_999 })
    .map(({ pk, entry }, i) => recordOf(i + 1, { pk: { S: pk }, sk: { S: String(entry).padStart(10, '0') } }, 0));

describe.each([0, 1, 500, 999])('one poison record among 1,000, at place %i', (at) => {
  it('is in the failure destination whole within 10 + ⌈log2 1000⌉ + 1 invocations, and all others are ranked at once', async () => {
    const records = withPoisonAt(at);
    const { failed, untilGivenUp, freshAfter } = await deliver(records);

    console.log(`poison at ${at}: given up after ${untilGivenUp} invocations, the others ranked after ${freshAfter}`);
    expect(failed.flatMap((batch) => batch.records)).toEqual([records[at]]);
    expect(untilGivenUp).toBeLessThanOrEqual(10 + Math.ceil(Math.log2(BATCH)) + 1);
    expect(freshAfter).toBe(1);
  });
});

it('without the report of which records failed, more invocations are needed than that', async () => {
  const { untilGivenUp } = await deliver(withPoisonAt(999), false);

  expect(untilGivenUp).toBeGreaterThan(10 + Math.ceil(Math.log2(BATCH)) + 1);
});
