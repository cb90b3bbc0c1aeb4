import { verify } from '@chi-so/ranking/rebuild';
import { releaseFiles } from '@chi-so/reference-data/releases';
import { describe, expect, inject, it } from 'vitest';
import { clientOf, eventually, type Json, tablesOf } from '../support/client.ts';

const { url, dynamodb, tokens } = inject('stack');
const send = clientOf(url);
const ranking = async (path: string): Promise<Json> => (await send('GET', `/v1/rankings/${path}`)).body;

describe('what ships', () => {
  it('is loaded whole, and every stored result equals a recomputation from Records', async () => {
    const { body } = await send('GET', '/v1/releases');
    const { outputs, differences } = await verify(tablesOf(dynamodb));

    const nameOf = ({ index, period, unit_set, edition }: Json) => [index, period, unit_set, edition].join('/');
    expect(body.data.map(nameOf)).toEqual(expect.arrayContaining(releaseFiles().map(nameOf)));
    expect(differences).toEqual([]);
    expect(outputs).toBeGreaterThan(500);
  });

  it('ranks PCI 2019 as VCCI printed it, all 63', async () => {
    const { data, meta } = await ranking('pci/2019');

    expect(data).toHaveLength(63);
    expect(data[0]).toMatchObject({
      unit: 'VN63-22',
      unit_name: 'Quảng Ninh',
      score: 73.396484,
      rank: 1,
      rank_published: 1,
      rank_of: 63,
    });
    expect(data.find((row: Json) => row.unit === 'VN63-46')).toMatchObject({
      score: 66.499268,
      rank: 20,
      rank_published: 20,
    });
    expect(data.filter((row: Json) => row.rank !== row.rank_published)).toEqual([]);
    expect(meta.publication.revision).toBe(1);
  });

  it('prints no ranks for PCI 2008, where VCCI printed none', async () => {
    const { data } = await ranking('pci/2008');

    expect(data).toHaveLength(64);
    expect(data.every((row: Json) => row.rank_published === null && row.rank !== null)).toBe(true);
  });

  it('marks PAPI ranks as computed and later totals as derived', async () => {
    const { data, meta } = await ranking('papi/2019?lang=en');

    expect(data.every((row: Json) => row.rank_published === null)).toBe(true);
    expect(meta.notes.join(' ')).toMatch(/Computed ranks.*Derived/s);
  });

  it('lists a unit that was not surveyed unranked, never last', async () => {
    const { data } = await ranking('papi/2023');
    const missing = data.filter((row: Json) => row.rank === null);

    expect(missing.map((row: Json) => row.unit_name).sort()).toEqual(['Bình Dương', 'Quảng Ninh']);
    expect(data[0].rank_of).toBe(61);
  });

  it('keeps an impossible cell of DDCI Hà Tĩnh empty and its total', async () => {
    const cell = (await ranking('ddci/2021?set=VN63-42&component=proactivity')).meta.score_notes;
    const total = (await ranking('ddci/2021?set=VN63-42')).data.find((row: Json) => row.unit_name === 'Sở Tài chính');

    expect(cell.some(({ note }: Json) => note?.includes('50'))).toBe(true);
    expect(total.score).toBe(68.85);
  });

  it('never serves a rank of the press as published', async () => {
    const { data, meta } = await ranking('par-index/2023');

    expect(data.every((row: Json) => row.rank_published === null && row.rank === null)).toBe(true);
    expect(meta.claims.length).toBeGreaterThan(4);
    expect(meta.claims.every(({ source }: Json) => source)).toBe(true);
  });

  it('gives the series of a province over the years, with the breaks in between', async () => {
    const { body } = await send('GET', '/v1/series?index=pci&unit=VN63-46');

    expect(body.data.map((row: Json) => row.period).slice(0, 5)).toEqual(['2009', '2010', '2011', '2012', '2013']);
    expect(body.data.find((row: Json) => row.period === '2019')).toMatchObject({
      score: 66.499268,
      rank: 20,
      rank_of: 63,
    });
    expect(body.meta.breaks.map(({ from, to }: Json) => `${from}-${to}`)).toContain('2012-2013');
  });
});

describe('a reader', () => {
  it('learns what a province came from and what became of it', async () => {
    const merged = (await send('GET', '/v1/units/VN34-24')).body;
    const kept = (await send('GET', '/v1/units/VN63-46')).body;

    expect(merged.meta.predecessors).toMatchObject([
      { kind: 'merged', from: ['VN63-24', 'VN63-27'], on: '2025-07-01' },
    ]);
    expect(kept.meta.successors).toMatchObject([{ kind: 'renamed', to: ['VN34-46'] }]);
    expect(kept.data[0].changes[0]).toMatchObject({ on: '2025-01-01', kind: 'city' });
  });

  it('may subscribe to the releases to come', async () => {
    const { headers, body } = await send('GET', '/v1/calendar.ics');

    expect(headers.get('content-type')).toContain('text/calendar');
    expect(body).toMatch(/BEGIN:VEVENT\r\nUID:pci-2025@chi-so[\s\S]*DTSTART;VALUE=DATE:20260301/);
    expect(body.split('\r\n').every((line: string) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it.each([
    ['/v1/indices', 11],
    ['/v1/units?set=VN63', 63],
    ['/v1/units?set=VN64', 64],
    ['/v1/units?set=VN34', 34],
    ['/v1/units/VN63-46', 1],
    ['/v1/indices/pci/methodologies/pci-2013', 1],
  ])('of %s gets %i rows', async (path, rows) => {
    const { status, body } = await send('GET', path);

    expect(status).toBe(200);
    expect(body.data).toHaveLength(rows);
  });

  it('of /v1/calendar gets a row for each index, and more where provinces publish their own', async () => {
    const { status, body } = await send('GET', '/v1/calendar');

    // Other tests publish scorecards of their own.
    expect([status, body.data.length >= 12]).toEqual([200, true]);
    expect(new Set(body.data.map(({ index }: Json) => index)).size).toBe(11);
  });

  it.each([
    ['/v1/rankings/pci/1999', 404, 'not-found'],
    ['/v1/rankings/pci/twenty', 400, 'invalid-parameter'],
    ['/v1/rankings/pci/2019?yaer=1', 400, 'unknown-parameter'],
    ['/v1/rankings/pci/2019?group=moon', 404, 'no-such-group'],
    ['/v1/rankings/pci/2019?component=moon', 404, 'not-found'],
    ['/v1/rankings/pci/2019?as_of=yesterday', 400, 'invalid-parameter'],
    ['/v1/rankings/pci/2019?component=a%23b', 400, 'invalid-parameter'],
    ['/v1/series?index=pci&unit=VN63-46&from=last-year', 400, 'invalid-parameter'],
    ['/v1/series?index=pci&unit=VN63-46&from=2019&to=2015', 400, 'invalid-parameter'],
    ['/v1/series?index=pci&unit=VN63-46&group=moon', 404, 'no-such-group'],
    ['/v1/series?index=pci&unit=nowhere', 400, 'invalid-parameter'],
    ['/v1/series?index=pci', 400, 'invalid-request'],
    ['/v1/units/VN63-99', 404, 'not-found'],
  ])('of %s is told what is wrong, as a problem', async (path, status, code) => {
    const answer = await send('GET', path);

    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('gets English when asking for it', async () => {
    const { body } = await send('GET', '/v1/rankings/cchc/2020?set=VN63-46&group=departments', {
      headers: { 'accept-language': 'en-GB,vi;q=0.5' },
    });

    expect(body.data[0].unit_name).toBe('Department of Home Affairs');
  });

  it('may ask for the latest period', async () => {
    const { data } = await ranking('papi/latest');

    expect(data[0].period).toBe('2024');
  });
});

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
    const sequence = (await send('GET', '/v1/changes?since=0')).body.meta.last;
    const tail = async () => {
      let since = sequence;
      for (;;) {
        const page = (await send('GET', `/v1/changes?since=${since}`)).body;
        if (page.data.length === 0) return page.meta.last;
        since = page.meta.last;
      }
    };
    const start = await tail();

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
