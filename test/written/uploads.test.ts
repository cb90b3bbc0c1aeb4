import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { unitSets } from '@chi-so/reference-data/catalogue';
import { describe, expect, it } from 'vitest';
import { pciCsv } from '../faults/pci-release.ts';
import { clientOf, type Json, tablesOf } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

/** Writers who meet each other, over HTTP. PII does not ship: nothing that is published here is in anybody's way. */

const { url, dynamodb, tokens } = writtenStack();
const send = clientOf(url);
const token = tokens.all;
const { records } = tablesOf(dynamodb);

const units = unitSets().find(({ unit_set }) => unit_set === 'VN63')?.units ?? [];
const piiCsv = (edition: string, first: number): string =>
  [
    '# index: pii',
    '# period: 2022',
    '# unit_set: VN63',
    `# edition: ${edition}`,
    '# title: PII thử',
    '# publisher: thử',
    '# kind: compilation',
    '# certainty: unknown',
    '# extent: complete',
    '# acknowledge.empty-column: chỉ có điểm tổng',
    '# acknowledge.changes-published: thử',
    '# acknowledge.conflict: bản khác cũng là thử',
    'unit,component,score',
    ...units.map(({ unit }, i) => `${unit},total,${((first * 100 - i * 37) / 100).toFixed(2)}`),
    '',
  ].join('\n');

const where = (edition: string) => `set=VN63&edition=${edition}`;
const put = (edition: string, first: number) =>
  send('PUT', `/v1/releases/pii/2022?${where(edition)}`, { token, body: piiCsv(edition, first) });
const publish = (edition: string, revision: number, ifMatch?: number) =>
  send('POST', `/v1/releases/pii/2022/revisions/${revision}/publish?${where(edition)}`, {
    token,
    body: {},
    ...(ifMatch === undefined ? {} : { headers: { 'if-match': String(ifMatch) } }),
  });

/** How many items of each kind a release has: `SCORE`, `REV`, `SOURCE`. */
const countItems = async (index: string, edition: string, period: string): Promise<Record<string, number>> => {
  const { Items = [] } = await records.db.send(
    new QueryCommand({
      TableName: records.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `RELEASE#${index}#VN63#${edition}#${period}` } },
      ProjectionExpression: 'sk',
      ConsistentRead: true,
    }),
  );
  const counts: Record<string, number> = {};
  for (const { sk } of Items) {
    const kind = sk?.S?.split('#')[0] ?? '';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};

describe('the same file', () => {
  it('sent sixteen times at once is one revision, and every sender learns its number', async () => {
    const body = pciCsv('faults-same');
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => send('PUT', `/v1/releases/pci/2019?${where('faults-same')}`, { token, body })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(15).fill(200), 201]);
    expect([...new Set(answers.map(({ body }) => body.meta.revision))]).toEqual([1]);
    expect([...new Set(answers.map(({ body }) => JSON.stringify(body.data)))]).toHaveLength(1);
    expect(await countItems('pci', 'faults-same', '2019')).toEqual({ SCORE: 63, REV: 1, SOURCE: 1 });
  });
});

describe('two different files', () => {
  it('sent at once are both drafts, and only one of them is published on the base that both saw', async () => {
    const edition = 'faults-race';
    const drafts = await Promise.all([put(edition, 60), put(edition, 70)]);
    expect(drafts.map(({ status }) => status)).toEqual([201, 201]);
    const revisions: number[] = drafts.map(({ body }) => body.meta.revision);
    expect(revisions.toSorted()).toEqual([1, 2]);

    const published = await Promise.all(revisions.map((revision) => publish(edition, revision)));

    expect(published.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = published[0]?.status === 200 ? published : published.toReversed();
    expect(lost?.body).toMatchObject({
      code: 'stale-base',
      current: { entry: 1, revision: won?.body.data[0].revision },
    });
    const log: Json[] = (await send('GET', `/v1/releases/pii/2022?${where(edition)}`)).body.data;
    expect(log.map(({ entry, revision }) => [entry, revision])).toEqual([[1, won?.body.data[0].revision]]);
    const other = revisions.find((revision) => revision !== won?.body.data[0].revision) ?? 0;
    expect((await publish(edition, other, 1)).status).toBe(200);
  });

  it('sixteen at once are sixteen revisions, none of them lost', async () => {
    const edition = 'faults-many';
    const drafts = await Promise.all(Array.from({ length: 16 }, (_, i) => put(edition, 40 + i)));

    expect(drafts.map(({ status }) => status)).toEqual(Array(16).fill(201));
    expect(drafts.map(({ body }) => body.meta.revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 16 }, (_, i) => i + 1),
    );
    expect(await countItems('pii', edition, '2022')).toMatchObject({ REV: 16, SOURCE: 16 });
  });
});

describe('a correction', () => {
  const edition = 'faults-correction';
  const correct = (score: number, key: string) =>
    send('PATCH', `/v1/releases/pii/2022/scores?${where(edition)}&publish=true`, {
      token,
      body: { reason: 'đọc lại bản in', scores: [{ unit: 'VN63-22', score }] },
      headers: { 'idempotency-key': key },
    });

  it('of one cell writes one SCORE and one REV, whatever the size of the release', async () => {
    await put(edition, 60);
    await publish(edition, 1);
    expect(await countItems('pii', edition, '2022')).toEqual({ SCORE: 63, REV: 1, SOURCE: 1 });

    const { status, body } = await correct(61.25, 'faults-correction-1');

    expect([status, body.data[0].revision]).toEqual([200, 2]);
    expect(await countItems('pii', edition, '2022')).toEqual({ SCORE: 64, REV: 2, SOURCE: 2 });
  });

  it('sent eight times at once with one key is one correction', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => correct(62.5, 'faults-correction-2')));

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect([...new Set(answers.map(({ body }) => body.data[0].entry))]).toEqual([3]);
    expect(await countItems('pii', edition, '2022')).toEqual({ SCORE: 65, REV: 3, SOURCE: 3 });
  });

  it('back to the first figure writes no score again: it is there', async () => {
    const { body } = await correct(
      Number((60 - 0.37 * units.findIndex(({ unit }) => unit === 'VN63-22')).toFixed(2)),
      'faults-correction-3',
    );

    expect(body.data[0].revision).toBe(4);
    expect(await countItems('pii', edition, '2022')).toEqual({ SCORE: 65, REV: 4, SOURCE: 4 });
  });
});
