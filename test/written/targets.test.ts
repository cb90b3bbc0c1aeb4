import { readTables } from '@chi-so/ingestion/tables/workbook-tables';
import { afterAll, describe, expect, it } from 'vitest';
import { type CellInput, xlsx } from '../fixtures/xlsx.ts';
import { clientOf, eventually, type Json } from '../support/client.ts';
import { withdrawn } from '../support/withdrawn.ts';
import { writtenStack } from '../support/written-stack.ts';

/** The plan of a province, from the sheet that is filled in to what a publication makes of it. */

const { url, tokens } = writtenStack();
const send = clientOf(url);
const token = tokens.hue;
const PLAN = '/v1/targets/VN63-46/2024';

const put = (body: unknown, path = PLAN, headers: Record<string, string> = {}) =>
  send('PUT', path, { token, body, headers });
const get = async (path: string): Promise<Json> => (await send('GET', path, { token })).body;
const bytesOf = async (path: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })).arrayBuffer());
const sendBytes = async (path: string, bytes: Buffer | string) => {
  const response = await fetch(url + path, {
    method: 'PUT',
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
  });
  return { status: response.status, body: (await response.json()) as Json };
};

const EDITION = 'chi-tieu';
afterAll(async () => {
  for (const period of ['2023', '2024'])
    await withdrawn(send, tokens.all, `/v1/releases/pii/${period}`, `set=VN63&edition=${EDITION}`);
});
const row = (target_kind: string, target: number | string, more: object = {}) => ({
  ...{ index: 'pii', edition: EDITION, component: 'total', target_kind, target, office: 'Sở Khoa học và Công nghệ' },
  ...more,
});
const plan = {
  title: 'Kế hoạch nâng hạng chỉ số PII năm 2024',
  document: '11/KH-UBND',
  issued_on: '2024-01-15',
  rows: [
    row('score', 60, { deadline: '2025-03-31', action_status: 'in-progress', note: '=1+1\n"nháy", và ; dấu' }),
    row('rank', 28, { deadline: '2024-12-31', action: '+Hỗ trợ doanh nghiệp đổi mới sáng tạo' }),
    row('rank', 10, { office: 'Sở Kế hoạch và Đầu tư' }),
    row('top-share', 25, { deadline: '2025-12-31' }),
  ],
};

/** 62 provinces one point apart, from the lowest on, and Huế among them. */
const publish = async (period: string, lowest: number, hue: number) => {
  const { data } = await get('/v1/units?set=VN63');
  const others = data.filter(({ unit }: Json) => unit !== 'VN63-46');
  const scores = [
    { unit: 'VN63-46', component: 'total', score: hue },
    ...others.map(({ unit }: Json, i: number) => ({ unit, component: 'total', score: lowest + i })),
  ];
  const where = `set=VN63&edition=${EDITION}`;
  const source = { title: `PII ${period}`, publisher: 'Thử', kind: 'publisher', certainty: 'confirmed' };
  const drafted = await send('PUT', `/v1/releases/pii/${period}?${where}`, {
    token: tokens.all,
    body: JSON.stringify({ source, announcement: { extent: 'complete' }, scores }),
  });
  expect([drafted.status, drafted.body.meta?.errors ?? drafted.body]).toEqual([201, 0]);
  const { revision, findings } = drafted.body.meta;
  const warnings = findings.filter(({ severity }: Json) => severity === 'warning').map(({ rule }: Json) => rule);
  const path = `/v1/releases/pii/${period}/revisions/${revision}`;
  if (warnings.length > 0) {
    const body = { rules: [...new Set(warnings)], reason: 'Số liệu thử' };
    await send('POST', `${path}/acknowledge?${where}`, { token: tokens.all, body });
  }
  const published = await send('POST', `${path}/publish?${where}`, { token: tokens.all, body: {} });
  expect([published.status, published.body.code]).toEqual([200, undefined]);
  await eventually(
    async () => (await send('GET', `/v1/rankings/pii/${period}?${where}`)).status,
    (status) => status === 200,
    10_000,
  );
};

const shown = ({ data }: Json) =>
  data.map(({ baseline, actual, gap, share, state, overdue }: Json) => ({
    baseline,
    actual,
    gap,
    share,
    state,
    overdue,
  }));

describe('the plan of a province', () => {
  it('is not there at first, and its sheet lists what may be wanted, in Vietnamese', async () => {
    const { data, meta } = await get(PLAN);
    expect([data, meta.version, meta.versions]).toEqual([[], 0, []]);

    const [sheet] = await readTables(await bytesOf(`${PLAN}.xlsx?index=pci`));
    const texts = sheet?.rows.map((cells) => cells.map(({ value }) => value)) ?? [];
    expect(texts.find(([, , component]) => component === 'land')?.[3]).toContain('Tiếp cận đất đai');
    expect(texts.filter(([index]) => index === 'pci').length).toBe(11);
    // Nothing is filled in: it is a plan without a name and without rows.
    const sent = await sendBytes(`${PLAN}?dry_run=true`, await bytesOf(`${PLAN}.xlsx?index=pci`));
    expect(sent.body.meta.findings.map(({ rule, column }: Json) => [rule, column])).toEqual([['missing', 'title']]);
  });

  it('is stored, and says of each target what is known before its period is published', async () => {
    // From 40.5 to 81.5 are 42 of the others above 40 points: rank 43 of 63.
    await publish('2023', 20.5, 40);
    expect((await put(plan, `${PLAN}?dry_run=true`)).body.meta).toMatchObject({
      status: 'dry-run',
      version: 0,
      errors: 0,
    });
    const stored = await put(plan);
    expect([stored.status, stored.body.meta ?? stored.body]).toMatchObject([201, { version: 1, status: 'saved' }]);

    const before = await get(`${PLAN}?on=2025-06-30`);
    const unknown = { share: null, state: 'not-yet-known' };
    expect(shown(before)).toEqual([
      { baseline: 40, actual: 40, gap: 20, ...unknown, overdue: true },
      { baseline: 43, actual: 43, gap: 15, ...unknown, overdue: true },
      { baseline: 43, actual: 43, gap: 33, ...unknown, overdue: false },
      // A quarter of 63 are 15 places.
      { baseline: 43, actual: 43, gap: 28, ...unknown, overdue: false },
    ]);
    expect(before.meta).toMatchObject({
      ...{ version: 1, title: plan.title, unit_name: 'Thừa Thiên Huế', on: '2025-06-30', overdue: 2 },
      states: { met: 0, 'on-the-way': 0, behind: 0, 'not-yet-known': 4 },
    });
  });

  it('has come so far when the next release is published, though nobody has written to it', async () => {
    // From 55.25 to 81.25 are 27 of the others above 55 points: rank 28.
    await publish('2024', 20.25, 55);
    const after = await eventually(
      () => get(`${PLAN}?on=2025-06-30`),
      ({ data }) => data[0].actual_period === '2024',
      10_000,
    );
    expect(shown(after)).toEqual([
      // 15 of 20 points.
      { baseline: 40, actual: 55, gap: 5, share: 75, state: 'on-the-way', overdue: true },
      { baseline: 43, actual: 28, gap: 0, share: 100, state: 'met', overdue: false },
      // 15 of 33 places.
      { baseline: 43, actual: 28, gap: 18, share: 45.5, state: 'on-the-way', overdue: false },
      // 15 of 28 places.
      { baseline: 43, actual: 28, gap: 13, share: 53.6, state: 'on-the-way', overdue: false },
    ]);
    expect(after.data[0]).toMatchObject({
      ...{ baseline_period: '2023', actual_period: '2024', actual_basis: 'published', actual_status: 'A' },
      says: 'Chỉ tiêu 60 điểm: kỳ 2024 ở 55 điểm; còn thiếu 5 điểm; đã đi 75% quãng đường từ kỳ 2023; quá hạn 2025-03-31.',
    });
    expect(after.meta).toMatchObject({ version: 1, states: { met: 1, 'on-the-way': 3 }, overdue: 1 });

    const overdue = await get(`${PLAN}?on=2025-06-30&overdue=true`);
    expect(overdue.data.map(({ target, deadline }: Json) => [target, deadline])).toEqual([[60, '2025-03-31']]);
    expect((await get(`${PLAN}?on=2025-03-31&overdue=true`)).data).toEqual([]);
  });

  it('has no share of the way across a change of methodology', async () => {
    const body = {
      title: 'Kế hoạch PCI 2013',
      rows: [{ index: 'pci', target_kind: 'rank', target: 5, office: 'Sở KH&ĐT' }],
    };
    const { status, body: stored } = await put(body, '/v1/targets/VN63-46/2013');
    expect([status, stored.data?.[0] ?? stored]).toMatchObject([
      201,
      { baseline_period: '2012', actual_period: '2013', share: null, share_reason: 'not-comparable' },
    ]);
    expect(stored.data[0].share_note).toMatch(/\S/);
  });

  it('says what the components of each office have lost, in the answer and beside its sheet', async () => {
    const path = '/v1/targets/VN63-46/2019';
    const wanted = { index: 'pci', target_kind: 'score', target: 8 };
    const body = {
      title: 'Kế hoạch PCI 2019',
      rows: [
        { ...wanted, component: 'land', office: 'Sở Tài nguyên và Môi trường' },
        { ...wanted, component: 'transparency', office: 'Văn phòng UBND' },
        { ...wanted, component: 'time', office: 'Văn phòng UBND' },
        { ...wanted, component: 'total', target: 70, office: 'Văn phòng UBND' },
      ],
    };
    expect((await put(body, path)).status).toBe(201);
    const { data, meta } = await get(path);
    const gap = await get('/v1/analysis/gap?index=pci&unit=VN63-46&period=2019');
    const lost = (component: string) => gap.data.find((one: Json) => one.component === component)?.points_lost ?? null;
    expect(data.map((one: Json) => one.points_lost)).toEqual(['land', 'transparency', 'time', 'total'].map(lost));
    expect(meta.offices).toMatchObject([
      { office: 'Văn phòng UBND', components: 2, unknown: 0 },
      { office: 'Sở Tài nguyên và Môi trường', points_lost: lost('land'), components: 1, unknown: 0 },
    ]);
    expect(meta.offices[0].points_lost).toBeCloseTo(lost('transparency') + lost('time'), 9);

    const bytes = await bytesOf(`${path}.xlsx`);
    const sheets = await readTables(bytes);
    const rows = sheets.find(({ sheet }) => sheet === 'Điểm mất')?.rows;
    const cellsAt = (...columns: number[]) =>
      rows?.slice(3).map((cells) => columns.map((at) => cells.find(({ column }) => column === at)?.value));
    expect(cellsAt(0, 5, 7)).toEqual([
      ['Văn phòng UBND', 'transparency', lost('transparency')],
      ['Văn phòng UBND', 'time', lost('time')],
      ['Sở Tài nguyên và Môi trường', 'land', lost('land')],
    ]);
    expect((await sendBytes(path, bytes)).body.meta.status).toBe('same');
  });

  it('comes back from its sheet as it went in, as XLSX and as CSV', async () => {
    const bytes = await bytesOf(`${PLAN}.xlsx`);
    const again = await sendBytes(PLAN, bytes);
    expect([again.status, again.body.meta ?? again.body]).toMatchObject([200, { version: 1, status: 'same' }]);

    const [sheet] = await readTables(bytes);
    expect(sheet?.rows.flat().filter(({ formula }) => formula !== 'none')).toEqual([]);
    expect(sheet?.rows.flat().map(({ value }) => value)).toContain('=1+1\n"nháy", và ; dấu');
    const csv = sheet?.rows
      .map((cells) => {
        const line: string[] = [];
        for (const { column, value } of cells) line[column] = `"${String(value).replaceAll('"', '""')}"`;
        return Array.from(line, (value) => value ?? '').join(';');
      })
      .join('\r\n');
    const text = await sendBytes(PLAN, `\uFEFF${csv}\r\n`);
    expect([text.status, text.body.meta ?? text.body]).toMatchObject([200, { version: 1, status: 'same' }]);
  });

  it('is changed on the version that its writer saw: of two at once one is told to look again', async () => {
    const changed = (office: string) => ({
      ...plan,
      reason: 'Đổi cơ quan chủ trì',
      rows: [row('rank', 20, { office })],
    });
    const two = await Promise.all(
      ['Sở Tài chính', 'Sở Nội vụ'].map((office) => put(changed(office), PLAN, { 'if-match': '"1"' })),
    );
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = two.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'stale-base', current: { version: 2 } });
    // Whoever names no version has seen none.
    expect((await put(changed('Sở Y tế'))).body.code).toBe('stale-base');
    // Nor does a sheet of an older version take the place of a newer one.
    expect((await sendBytes(PLAN, await bytesOf(`${PLAN}.xlsx?version=1`))).body.code).toBe('stale-base');
    const { data, meta } = await get(`${PLAN}?version=1`);
    expect([data.length, meta.version, meta.versions.map(({ version }: Json) => version)]).toEqual([4, 1, [1, 2]]);
    expect(meta.versions[1]).toMatchObject({ reason: 'Đổi cơ quan chủ trì', rows: 1, actor: 'hue' });
  });

  it('is written once, however often the request is repeated', async () => {
    const given = { 'if-match': '"2"', 'idempotency-key': 'ke-hoach-3' };
    const body = { ...plan, rows: [row('rank', 21)] };
    const [first, second] = [await put(body, PLAN, given), await put(body, PLAN, given)];
    expect([first.status, first.body.meta.version]).toEqual([201, 3]);
    expect([second.status, second.body.meta.version, second.body.meta.status]).toEqual([200, 3, 'repeated']);
    expect((await put({ ...body, title: 'Khác' }, PLAN, given)).body.code).toBe('idempotency-key-reused');
    const { data } = await get('/v1/targets/VN63-46');
    expect(data.map(({ period, version }: Json) => [period, version])).toEqual([
      ['2013', 1],
      ['2019', 1],
      ['2024', 3],
    ]);
  });
});

describe('plans', () => {
  const units = ['VN63-46', 'VN34-46', 'VN63-46.so-noi-vu'];

  it.each(units)('of %s are the province’s own', async (unit) => {
    expect((await send('GET', `/v1/targets/${unit}`, { token })).status).toBe(200);
    for (const other of [tokens.daNang, tokens.nobody]) {
      for (const [method, path] of [
        ['GET', `/v1/targets/${unit}`],
        ['GET', `/v1/targets/${unit}/2024`],
        ['GET', `/v1/targets/${unit}/2024.xlsx`],
        ['PUT', `/v1/targets/${unit}/2024`],
        ['PUT', `/v1/targets/${unit}/2024?dry_run=true`],
      ] as const) {
        const refused = await send(method, path, { token: other, ...(method === 'PUT' ? { body: plan } : {}) });
        expect([path, refused]).toMatchObject([path, { status: 403, body: { code: 'not-your-release' } }]);
      }
    }
  });

  it('need the scope, and a unit that there is', async () => {
    expect((await send('GET', PLAN, { token: tokens.write })).status).toBe(403);
    expect((await send('GET', PLAN)).status).toBe(401);
    expect((await send('GET', '/v1/targets/VN63-99/2024', { token: tokens.all })).body.code).toBe('not-found');
    expect((await send('GET', `${PLAN}?yaer=1`, { token })).body.code).toBe('unknown-parameter');
    expect((await send('GET', `${PLAN}.xlsx?overdue=true`, { token })).body.code).toBe('invalid-parameter');
    expect((await send('GET', `${PLAN}?index=pci`, { token })).body.code).toBe('invalid-parameter');
  });

  it('of a unit inside a province are of the indices that score it', async () => {
    const path = '/v1/targets/VN63-46.so-noi-vu/2024';
    const wanted = { target_kind: 'grade', target: 'Tốt', office: 'Sở Nội vụ' };
    const body = (index: string) => ({ title: 'Kế hoạch CCHC', rows: [{ index, ...wanted }] });
    expect((await put(body('pci'), path)).body.errors).toMatchObject([
      { rule: 'index-of-other-units', row: 1, column: 'index', value: 'pci' },
    ]);
    expect((await put(body('cchc'), path)).status).toBe(201);
  });
});

describe('a sheet that makes no sense', () => {
  const HEAD = ['index', 'component', 'target_kind', 'target', 'office', 'deadline', 'note'];
  const sheet = (...rows: CellInput[][]) =>
    xlsx([{ name: 'Chỉ tiêu', cells: [HEAD, ['# title: Kế hoạch'], ['# issued_on: 15/01/2024'], ...rows] }]);
  const faults = async (bytes: Buffer | string, lang = 'vi') => {
    const { status, body } = await sendBytes(`${PLAN}?lang=${lang}`, bytes);
    return { status, code: body.code, errors: body.errors ?? body };
  };
  const good: CellInput[] = ['pii', 'total', 'Thứ hạng', 10, 'Sở KH&CN', '31/12/2024'];
  const but = (column: number, value: CellInput): CellInput[] => good.with(column, value);

  it.each([
    ['unknown-index', but(0, 'pi'), 'A', 'pi'],
    ['unknown-component', but(1, 'totla'), 'B', 'totla'],
    ['unknown-kind', but(2, 'thứ bậc'), 'C', 'thứ bậc'],
    ['beyond-population', but(3, 64), 'D', 64],
    ['number', but(3, 'mười'), 'D', 'mười'],
    ['formula', but(3, { formula: '5+5', value: 10 }), 'D', 10],
    ['missing', but(4, null), 'office', null],
    ['day', but(5, '31/02/2024'), 'F', '2024-02-31'],
    ['deadline-before-plan', but(5, '14/01/2024'), 'F', '2024-01-14'],
  ] as [string, CellInput[], string, unknown][])(
    'is refused with the place: %s',
    async (rule, cells, column, value) => {
      const [vi, en] = [await faults(sheet(cells)), await faults(sheet(cells), 'en')];
      expect(vi).toMatchObject({ status: 422, code: 'invalid-plan', errors: [{ rule, row: 4, column, value }] });
      expect(en.errors).toHaveLength(1);
      expect(en.errors[0].message).not.toBe(vi.errors[0].message);
    },
  );

  it.each([
    ['no plan', 'Tỉnh;Điểm\nHuế;1\n', 'invalid-plan', 422],
    ['nothing', '', 'invalid-body', 422],
    ['no text', Buffer.from([0, 1, 2, 0, 0, 0, 255, 0, 1]), 'not-text', 415],
    ['half a workbook', sheet(good).subarray(0, 700), 'damaged-workbook', 422],
    ['a PDF', '%PDF-1.7 …', 'pdf', 415],
    ['JSON of something else', '{"rows": 5}', 'invalid-body', 422],
    ['an open quote', `${HEAD.join(',')}\npii,total,rank,10,"Sở\n`, 'invalid-plan', 422],
    [
      'more text than can be kept',
      JSON.stringify({
        ...plan,
        rows: Array.from({ length: 400 }, (_, i) => row('rank', 5, { office: `Sở ${i}`, note: 'y'.repeat(1990) })),
      }),
      'too-large',
      413,
    ],
    ['more than a plan', 'x'.repeat(1_100_000), 'too-large', 413],
  ] as [string, Buffer | string, string, number][])('and %s is refused', async (_what, bytes, code, status) => {
    expect(await faults(bytes)).toMatchObject({ status, code });
  });

  it('writes nothing, and a dry run says all of it', async () => {
    const dry = await sendBytes(`${PLAN}?dry_run=true`, sheet(but(0, 'pi'), but(3, 64), but(4, 'Sở Tài chính')));
    expect([dry.status, dry.body.meta.errors]).toEqual([200, 2]);
    expect(dry.body.data).toHaveLength(3);
    expect((await get(PLAN)).meta.version).toBe(3);
  });
});
