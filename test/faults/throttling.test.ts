import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { postPublish } from '@chi-so/ingestion/publish';
import type { Stores } from '@chi-so/ingestion/stores';
import { tableOf } from '@chi-so/storage/client';
import { readLog } from '@chi-so/storage/logs';
import { listRevisions } from '@chi-so/storage/revisions';
import { getScores } from '@chi-so/storage/scores';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ownStores } from './own-stores.ts';
import { pciCsv } from './pci-release.ts';
import { throttledStores } from './throttled-stores.ts';
import { writerRequest } from './writer-request.ts';

/** DynamoDB under load: DynamoDB Local never throttles and knows no conflicts, so the client says that it does. */

const provided = inject('stack');
const { endpoint } = provided.dynamodb;

let stores: Stores;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ stores, drop } = await ownStores(provided, 'throttled', () => new Date()));
});
afterAll(() => drop());

const releaseOf = (edition: string) => ({ index: 'pci', period: '2019', unit_set: 'VN63', edition });
const upload = (to: Stores, edition: string) =>
  ingestFile(
    to,
    {
      bytes: Buffer.from(pciCsv(edition)),
      contentType: 'text/csv',
      said: {},
      actor: 'tester',
      owned: ['*'],
      request_id: edition,
    },
    false,
  );
const publish = (to: Stores, edition: string) =>
  postPublish(
    to,
    writerRequest(
      { index: 'pci', period: '2019', revision: '1' },
      { set: 'VN63', edition },
      {},
      { 'idempotency-key': edition },
    ),
  );

const expectOneWholeRevision = async (edition: string) => {
  const revisions = await listRevisions(stores.records, releaseOf(edition));
  expect(revisions).toHaveLength(1);
  const units = await getScores(stores.records, releaseOf(edition), revisions[0]?.manifest ?? {});
  expect(units.map(({ scores }) => Object.keys(scores).length)).toEqual(Array(63).fill(11));
};

describe('under load', () => {
  it('where every third request is refused and batches are taken by halves, an upload and its publication end well', async () => {
    const { stores: loaded, counts } = throttledStores(stores, endpoint, {
      refuses: (request) => request % 3 === 0,
      halves: true,
    });
    const { releases } = await upload(loaded, 'thirds');
    await publish(loaded, 'thirds');

    console.log(`${counts.refused} of ${counts.requests} requests refused, ${counts.unprocessed} items handed back`);
    expect(counts.refused).toBeGreaterThan(8);
    expect(counts.unprocessed).toBeGreaterThan(40);
    expect(releases).toMatchObject([{ revision: 1, existed: false, status: 'draft' }]);
    await expectOneWholeRevision('thirds');
    expect(await readLog(stores.records, releaseOf('thirds'))).toHaveLength(1);
  });

  it('where nothing is taken from some point on, an upload fails as busy, and sent again it ends well', async () => {
    for (const healthy of [3, 22]) {
      const edition = `stops-${healthy}`;
      const { stores: loaded } = throttledStores(stores, endpoint, { refuses: (request) => request > healthy });

      await expect(upload(loaded, edition)).rejects.toThrow(
        expect.objectContaining({ name: expect.stringMatching(/Throttling|ProvisionedThroughput/u) }),
      );
      expect(await listRevisions(stores.records, releaseOf(edition))).toEqual([]);
      await upload(stores, edition);
      await expectOneWholeRevision(edition);
    }
  });
});

describe('conflicts', () => {
  /** The first transactions are cancelled as the service cancels them; DynamoDB Local never does. */
  const conflicting = (reason: string, times: number): Stores => {
    let left = times;
    const db = new Proxy(stores.records.db, {
      get: (target, name) =>
        name === 'send'
          ? (command: object) => {
              if (command.constructor.name !== 'TransactWriteItemsCommand' || left-- <= 0) {
                return target.send(command as Parameters<typeof target.send>[0]);
              }
              throw new TransactionCanceledException({
                message: 'Transaction cancelled',
                $metadata: {},
                CancellationReasons: [{ Code: reason }, { Code: 'None' }, { Code: 'None' }],
              });
            }
          : Reflect.get(target, name),
    });
    return { ...stores, records: tableOf(db, stores.records.name) };
  };

  it('with other transactions are tried again, by uploads and by publications', async () => {
    await upload(conflicting('TransactionConflict', 3), 'conflicts');
    await publish(conflicting('TransactionConflict', 3), 'conflicts');

    await expectOneWholeRevision('conflicts');
    expect(await readLog(stores.records, releaseOf('conflicts'))).toHaveLength(1);
  });
});
