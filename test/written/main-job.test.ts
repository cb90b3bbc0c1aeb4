import { verify } from '@chi-so/ranking/rebuild';
import { releaseFiles } from '@chi-so/reference-data/releases';
import { formatOfChange } from '@chi-so/storage/changes';
import { lastLedgerNumber } from '@chi-so/storage/logs';
import { describe, expect, it } from 'vitest';
import { clientOf, eventually, type Json, tablesOf } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

const { url, dynamodb, tokens } = writtenStack();
const send = clientOf(url);
const ranking = async (path: string): Promise<Json> => (await send('GET', `/v1/rankings/${path}`)).body;

describe('a writer', () => {
  const patch = '/v1/releases/pci/2018/scores?publish=true';
  const body = { reason: 'thử', scores: [{ unit: 'VN63-01', component: 'total', score: 60 }] };

  it.each([
    ['without a token', undefined, 401],
    ['with a token for another audience', tokens.stranger, 401],
    ['without the scope to write', tokens.publish, 403],
    ['without the scope to publish', tokens.write, 403],
  ])('%s is refused', async (_who, token, status) => {
    const answer = await send('PATCH', patch, { body, ...(token ? { token } : {}) });

    expect(answer.status).toBe(status);
    expect((await ranking('pci/2018')).meta.publication.revision).toBe(1);
  });

  it('swaps two scores, rolls back and withdraws, and every state stays readable', async () => {
    const token = tokens.all;
    const before = await ranking('pci/2017');
    const [first, second] = before.data;
    // What a file before this one has published may still be waiting for its ranking.
    const { records, rankings } = tablesOf(dynamodb);
    const start = await lastLedgerNumber(records);
    await eventually(
      () => formatOfChange(rankings, start),
      (format) => format !== undefined,
    );

    const swapped = await send('PATCH', '/v1/releases/pci/2017/scores?publish=true', {
      token,
      body: {
        reason: 'đổi chỗ hai điểm',
        scores: [
          { unit: first.unit, component: 'total', score: second.score },
          { unit: second.unit, component: 'total', score: first.score },
        ],
      },
    });
    expect(swapped).toMatchObject({ status: 200, body: { data: [{ revision: 2, cause: 'correct' }] } });
    const after = await eventually(
      () => ranking('pci/2017'),
      ({ meta }) => meta.publication.revision === 2,
    );
    expect(after.data.slice(0, 2).map((row: Json) => [row.unit, row.rank])).toEqual([
      [second.unit, 1],
      [first.unit, 2],
    ]);

    const old = await ranking('pci/2017?revision=1');
    const asOf = await ranking(`pci/2017?as_of=${before.meta.publication.at}`);
    const scoresAndRanks = (answer: Json) => answer.data.map((row: Json) => [row.unit, row.score, row.rank]);
    expect(scoresAndRanks(old)).toEqual(scoresAndRanks(before));
    expect(asOf.data).toEqual(old.data);

    const publishFirst = '/v1/releases/pci/2017/revisions/1/publish';
    const entry = swapped.body.data[0].entry;
    expect(await send('POST', publishFirst, { token, body: {} })).toMatchObject({ status: 428 });
    expect(
      await send('POST', publishFirst, {
        token,
        body: {},
        headers: { 'if-match': `"${before.meta.publication.entry}"` },
      }),
    ).toMatchObject({
      status: 409,
      body: { code: 'stale-base', current: { entry, revision: 2 } },
    });
    const rolledBack = await send('POST', publishFirst, {
      token,
      body: { reason: 'khôi phục' },
      headers: { 'if-match': `"${entry}"` },
    });
    expect(rolledBack.body.data[0]).toMatchObject({ revision: 1, cause: 'rollback' });
    const restored = await eventually(
      () => ranking('pci/2017'),
      ({ meta }) => meta.publication.revision === 1,
    );
    expect(scoresAndRanks(restored)).toEqual(scoresAndRanks(before));

    const withdrawn = await send('POST', '/v1/releases/pci/2017/withdraw', {
      token,
      body: { reason: 'sai nguồn' },
      headers: { 'if-match': String(rolledBack.body.data[0].entry) },
    });
    expect(withdrawn.status).toBe(200);
    const gone = await eventually(
      () => send('GET', '/v1/rankings/pci/2017'),
      ({ status }) => status === 410,
    );
    expect(gone).toMatchObject({
      status: 410,
      body: { code: 'withdrawn', reason: 'sai nguồn', withdrawn_at: withdrawn.body.data[0].at },
    });
    const next = await eventually(
      () => ranking('pci/2018'),
      ({ meta }) => meta.change.against === '2016',
    );
    expect(next.meta.change.against).toBe('2016');

    const feed = await eventually(
      () => send('GET', `/v1/changes?since=${start}`),
      ({ body }) => body.data.length === 3,
    );
    expect(
      feed.body.data.map((change: Json) => [
        change.id - start,
        change.action,
        change.cause,
        change.revision,
        change.periods,
      ]),
    ).toEqual([
      [1, 'revised', 'correct', 2, ['2017', '2018']],
      [2, 'revised', 'rollback', 1, ['2017', '2018']],
      [3, 'withdrawn', 'withdraw', null, ['2017', '2018']],
    ]);
    expect(feed.body.data[0].rows).toHaveLength(2);

    await send('POST', publishFirst, {
      token,
      body: { reason: 'công bố lại' },
      headers: { 'if-match': String(withdrawn.body.data[0].entry) },
    });
    await eventually(
      () => send('GET', '/v1/rankings/pci/2017'),
      ({ status }) => status === 200,
    );
    expect((await verify(tablesOf(dynamodb))).differences).toEqual([]);
  });

  it('who sends the same file twice gets the same revision, and the published one for what is published', async () => {
    const file = releaseFiles().find(({ name }) => name.includes('pci/2016')) ?? releaseFiles()[0];
    if (!file) throw new Error('no releases');
    const path = `/v1/releases/${file.index}/${file.period}`;

    const again = await send('PUT', path, { token: tokens.all, body: file.text });
    expect(again).toMatchObject({ status: 200, body: { meta: { revision: 1, status: 'published' } } });

    const changed = file.text.replace(/^(VN63-01,total,)([\d.]+)/m, '$159.99');
    const first = await send('PUT', path, { token: tokens.all, body: changed });
    const second = await send('PUT', path, { token: tokens.all, body: changed });
    expect(first).toMatchObject({ status: 201, body: { meta: { revision: 2, status: 'draft' } } });
    expect(second).toMatchObject({ status: 200, body: { meta: { revision: 2 } } });
    expect((await ranking(`${file.index}/${file.period}`)).meta.publication.revision).toBe(1);
  });

  it('who repeats a publication with its idempotency key gets the first answer', async () => {
    const given = {
      token: tokens.all,
      body: { reason: 'một lần', scores: [{ unit: 'VN63-01', component: 'total', score: 58.5 }] },
      headers: { 'idempotency-key': 'once-2015' },
    };
    const first = await send('PATCH', '/v1/releases/pci/2015/scores?publish=true', given);
    const second = await send('PATCH', '/v1/releases/pci/2015/scores?publish=true', given);

    expect(second.body.data).toEqual(first.body.data);
  });

  it('may publish a second edition; whoever then names none is shown both, and nothing is guessed', async () => {
    const { token, where } = { token: tokens.all, where: 'set=VN63&edition=province' };
    const body = {
      source: { title: 'SIPAS 2024', publisher: 'thử', kind: 'province', certainty: 'unknown' },
      announcement: { extent: 'partial' },
      scores: [{ unit: 'VN63-01', score: 86.4 }],
    };
    const draft = await send('PUT', `/v1/releases/sipas/2024?${where}`, { token, body });
    expect(draft).toMatchObject({ status: 201, body: { meta: { revision: 1, status: 'draft', base_entry: 0 } } });
    const accept = { rules: ['conflict'], reason: 'hai nguồn, giữ cả hai' };
    await send('POST', `/v1/releases/sipas/2024/revisions/1/acknowledge?${where}`, { token, body: accept });
    await send('POST', `/v1/releases/sipas/2024/revisions/1/publish?${where}`, { token, body: {} });

    const open = await eventually(
      () => send('GET', '/v1/rankings/sipas/2024'),
      ({ status }) => status === 400,
    );
    expect(open).toMatchObject({ status: 400, body: { code: 'ambiguous-release' } });
    expect(open.body.candidates.map(({ edition }: Json) => edition).sort()).toEqual(['main', 'province']);
    const patched = await send('PATCH', '/v1/releases/sipas/2024/scores', {
      token,
      body: { reason: 'x', scores: body.scores },
    });
    expect(patched).toMatchObject({ status: 400, body: { code: 'ambiguous-release' } });
    const named = await eventually(
      () => send('GET', '/v1/rankings/sipas/2024?edition=province'),
      ({ status }) => status === 200,
    );
    expect(named.body.data.find((row: Json) => row.unit === 'VN63-01').score).toBe(86.4);
  });

  it('whose file is wrong learns row, column, value and rule in both languages, and nothing is written', async () => {
    const file = releaseFiles().find(({ name }) => name.includes('pci/2014'));
    const broken = (file?.text ?? '')
      .replace(/^(VN63-01,total,)[\d.]+/m, '$1abc')
      .replace(/^(VN63-02,total,)[\d.]+/m, '$1950')
      .replace(/^VN63-04,total/m, 'VN63-99,total');
    const before = (await send('GET', '/v1/releases/pci/2014')).body;

    const vi = await send('PUT', '/v1/releases/pci/2014', { token: tokens.all, body: broken });
    const en = await send('PUT', '/v1/releases/pci/2014?lang=en', { token: tokens.all, body: broken });

    expect(vi).toMatchObject({ status: 422, body: { code: 'invalid-release' } });
    expect(vi.body.errors.map(({ rule }: Json) => rule)).toEqual(
      expect.arrayContaining(['number', 'out-of-scale', 'unknown-unit', 'unit-missing']),
    );
    expect(vi.body.errors.find(({ rule }: Json) => rule === 'number')).toMatchObject({
      column: 'score',
      value: 'abc',
      row: expect.any(Number),
    });
    expect(en.body.errors[0].message).not.toBe(vi.body.errors[0].message);
    expect((await send('GET', '/v1/releases/pci/2014')).body).toEqual(before);
  });
});
