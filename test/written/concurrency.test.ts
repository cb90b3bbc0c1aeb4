import { rankBatch } from '@chi-so/ranking/rank-batch';
import { verify } from '@chi-so/ranking/rebuild';
import { tableOf } from '@chi-so/storage/client';
import { readLog } from '@chi-so/storage/logs';
import { afterAll, describe, expect, it } from 'vitest';
import { clientOf, eventually, type Json, tablesOf } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

const { url, dynamodb, tokens } = writtenStack();
const send = clientOf(url);

// Other tests read what shipped: it is made official again, and the hundred stay in the past.
afterAll(async () => {
  const { body } = await send('GET', '/v1/rankings/pci/2013');
  await send('POST', '/v1/releases/pci/2013/revisions/1/publish', {
    token: tokens.all,
    body: { reason: 'khôi phục sau thử nghiệm' },
    headers: { 'if-match': String(body.meta.publication.entry) },
  });
  await eventually(
    async () => (await send('GET', '/v1/rankings/pci/2013')).body.meta.publication.revision,
    (revision) => revision === 1,
  );
});

describe('a hundred corrections at once', () => {
  it('are all kept: each is retried on 409, and the ranking is the sorted truth', async () => {
    const { body } = await send('GET', '/v1/rankings/pci/2013');
    const corrections = Array.from({ length: 100 }, (_, i) => ({
      unit: body.data[i % 63].unit as string,
      score: Math.round(4000 + ((i * 7919) % 3000)) / 100,
    }));

    const correct = async ({ unit, score }: { unit: string; score: number }, i: number) => {
      for (let attempt = 0; ; attempt++) {
        const answer = await send('PATCH', '/v1/releases/pci/2013/scores?publish=true', {
          token: tokens.all,
          body: { reason: `sửa ${i}`, scores: [{ unit, component: 'total', score }] },
          headers: { 'idempotency-key': `correction-${i}` },
        });
        if (answer.status === 200) return { ...answer.body.data[0], unit, score };
        if (answer.status !== 409 && answer.status !== 503) throw new Error(JSON.stringify(answer.body));
        await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** attempt)));
      }
    };
    const entries = await Promise.all(corrections.map(correct));

    const last = Math.max(...entries.map(({ entry }) => entry));
    const final = await eventually(
      async () => (await send('GET', '/v1/rankings/pci/2013')).body,
      ({ meta }) => meta.publication.entry === last,
      10_000,
    );
    const truth = new Map<string, number>(body.data.map((row: Json) => [row.unit, row.score]));
    for (const { unit, score } of entries.sort((a, b) => a.entry - b.entry)) truth.set(unit, score);
    expect(new Set(entries.map(({ entry }) => entry)).size).toBe(100);
    expect(Object.fromEntries(final.data.map((row: Json) => [row.unit, row.score]))).toEqual(Object.fromEntries(truth));
    for (const row of final.data) {
      expect(row.rank).toBe(1 + [...truth.values()].filter((score) => score > row.score).length);
    }
    expect((await verify(tablesOf(dynamodb))).differences).toEqual([]);
  });

  it('once ranked, are not ranked again when the whole stream is replayed twice', async () => {
    const tables = tablesOf(dynamodb);
    const logs = (await send('GET', '/v1/releases')).body.data.map(({ index, unit_set, edition }: Json) => ({
      index,
      unit_set,
      edition,
    }));
    const records = (
      await Promise.all(
        [...new Set<string>(logs.map((log: Json) => JSON.stringify(log)))].map(async (name) => {
          const log = JSON.parse(name);
          return (await readLog(tables.records, log)).map(({ entry }) => ({
            dynamodb: {
              Keys: {
                pk: { S: `LOG#${log.index}#${log.unit_set}#${log.edition}` },
                sk: { S: String(entry).padStart(10, '0') },
              },
            },
          }));
        }),
      )
    ).flat();
    let puts = 0;
    const counting = {
      ...tables,
      rankings: tableOf(
        {
          send: ((command: { constructor: { name: string } }) => {
            if (!/Get|Query/.test(command.constructor.name)) puts++;
            return tables.rankings.db.send(command as never);
          }) as typeof tables.rankings.db.send,
        },
        tables.rankings.name,
      ),
    };

    for (let replay = 0; replay < 2; replay++) {
      expect(await rankBatch(counting, [...records, ...records])).toEqual({ batchItemFailures: [] });
    }
    expect(records.length).toBeGreaterThan(150);
    expect(puts).toBe(0);
  });
});
