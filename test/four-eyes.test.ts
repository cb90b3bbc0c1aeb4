import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import { postPublish, postWithdraw } from '@chi-so/ingestion/publish';
import type { Stores } from '@chi-so/ingestion/stores';
import { readLog } from '@chi-so/storage/logs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ownStores } from './faults/own-stores.ts';
import { pciCsv } from './faults/pci-release.ts';
import { writerRequest } from './faults/writer-request.ts';

/** Bốn mắt: where the stage wants it, no figure becomes official by one person alone. */

const EDITION = 'four-eyes';
const release = { index: 'pci', period: '2019', unit_set: 'VN63', edition: EDITION };
const path = { index: 'pci', period: '2019' };
const where = { set: 'VN63', edition: EDITION };

let stores: Stores;
let drop: () => Promise<void>;
beforeAll(async () => {
  const own = await ownStores(inject('stack'), 'four-eyes', () => new Date());
  drop = own.drop;
  stores = { ...own.stores, fourEyes: true };
  await ingestFile(
    stores,
    {
      bytes: Buffer.from(pciCsv(EDITION)),
      contentType: 'text/csv',
      said: {},
      actor: 'lan',
      request_id: 'upload',
      mayAcknowledge: true,
      owned: ['*'],
    },
    false,
  );
});
afterAll(() => drop());

const publish = (who: string, body: object = {}, to = stores) =>
  postPublish(to, writerRequest({ ...path, revision: '1' }, where, body, { 'idempotency-key': `p-${who}` }, who));
const correct = (who: string, query: Record<string, string> = {}) => {
  const body = { reason: 'sửa', scores: [{ unit: 'VN63-01', component: 'land', score: 7.5 }] };
  return patchScores(stores, writerRequest(path, { ...where, ...query }, body, { 'idempotency-key': `c-${who}` }, who));
};
const refused = { status: 403, code: 'four-eyes' };

describe('whoever drafted a revision', () => {
  it('publishes it neither now nor at a set time; somebody else does', async () => {
    await expect(publish('lan')).rejects.toMatchObject(refused);
    await expect(publish('lan', { publish_at: '2099-01-01T00:00:00Z' })).rejects.toMatchObject(refused);
    expect(await readLog(stores.records, release)).toEqual([]);

    await publish('minh');
    expect(await readLog(stores.records, release)).toMatchObject([{ entry: 1, revision: 1, actor: 'minh' }]);
  });

  it('corrects without publishing at once, and does not publish the correction', async () => {
    await expect(correct('minh', { publish: 'true' })).rejects.toMatchObject(refused);
    const drafted = await correct('minh');
    expect(drafted).toMatchObject({ status: 201 });
    const second = (who: string) =>
      postPublish(
        stores,
        writerRequest({ ...path, revision: '2' }, where, {}, { 'idempotency-key': `q-${who}`, 'if-match': '1' }, who),
      );
    await expect(second('minh')).rejects.toMatchObject(refused);
    await second('lan');
    expect((await readLog(stores.records, release)).at(-1)).toMatchObject({ entry: 2, revision: 2, actor: 'lan' });
  });

  it('does not make an older one of its own official again, and may withdraw: nothing becomes official by that', async () => {
    const back = writerRequest(
      { ...path, revision: '1' },
      where,
      {},
      { 'idempotency-key': 'back', 'if-match': '2' },
      'lan',
    );
    await expect(postPublish(stores, back)).rejects.toMatchObject(refused);
    await postWithdraw(
      stores,
      writerRequest(path, where, { reason: 'sai' }, { 'idempotency-key': 'w', 'if-match': '2' }, 'lan'),
    );
    expect((await readLog(stores.records, release)).at(-1)).toMatchObject({ entry: 3, revision: null });
  });

  it('publishes it where the stage does not ask for two', async () => {
    const back = writerRequest(
      { ...path, revision: '1' },
      where,
      {},
      { 'idempotency-key': 'one', 'if-match': '3' },
      'lan',
    );
    await postPublish({ ...stores, fourEyes: false }, back);
    expect((await readLog(stores.records, release)).at(-1)).toMatchObject({ entry: 4, revision: 1, actor: 'lan' });
  });
});
