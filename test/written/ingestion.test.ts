import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { publishDue } from '@chi-so/ingestion/embargo';
import { unitSets } from '@chi-so/reference-data/catalogue';
import { releaseFiles } from '@chi-so/reference-data/releases';
import { describe, expect, it } from 'vitest';
import { publisherWorkbooks } from '../fixtures/publisher-workbooks.ts';
import { clientOf, eventually, type Json } from '../support/client.ts';
import { storesOf } from '../support/stores.ts';
import { writtenStack } from '../support/written-stack.ts';

/** Files of others, on their way from the file to the ranking. */

const provided = writtenStack();
const { url, tokens } = provided;
const send = clientOf(url);
const token = tokens.all;
const stores = storesOf(provided);
const FILE = { 'content-type': 'application/octet-stream' };

const put = (path: string, body: string) => send('PUT', `/v1/releases/${path}`, { token, body });
const post = (path: string, body: object) => send('POST', `/v1/releases/${path}`, { token, body });
const putBytes = async (path: string, bytes: Buffer): Promise<{ status: number; body: Json }> => {
  const response = await fetch(`${url}/v1/releases/${path}`, {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: { ...FILE, authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: await response.json() };
};

const rules = (body: Json, severity: string): string[] => [
  ...new Set<string>(
    body.meta.findings.filter((found: Json) => found.severity === severity).map((found: Json) => found.rule),
  ),
];
const errors = (body: Json) => rules(body, 'error');

const shipped = (name: string): string => {
  const file = releaseFiles().find((release) => release.name === name);
  if (!file) throw new Error(`${name} does not ship`);
  return file.text;
};
const PCI_2019 = shipped('pci/2019.VN63.main.csv');

const provinces = unitSets().find(({ unit_set }) => unit_set === 'VN63')?.units ?? [];
/** Falling by less than a point from one province to the next, so that every rank is its own. */
const scores = (first: number, change: (name: string, score: number) => number = (_, score) => score) =>
  provinces.map(({ name_vi }, i) => ({ name: name_vi, score: Number(change(name_vi, first - i * 0.37).toFixed(2)) }));
const comma = (score: number) => score.toFixed(2).replace('.', ',');

describe('a figure that cannot be true', () => {
  it("is stopped: the press's 72.4 for Quảng Ninh 2019, by the parts where they are given", async () => {
    const body = PCI_2019.replace('VN63-22,total,73.396484', 'VN63-22,total,72.4');
    const answer = await put('pci/2019?set=VN63&dry_run=true', body);

    expect(answer.status).toBe(200);
    expect(answer.body.meta.findings).toContainEqual(
      expect.objectContaining({
        rule: 'arithmetic',
        severity: 'error',
        value: 72.4,
        message: expect.stringContaining('73.396'),
      }),
    );
  });

  it.each([
    ['of the press', 'kind=press&extent=partial'],
    ['of an unknown source', 'extent=partial'],
  ])('is stopped without the parts by what is published: a table %s', async (_whose, said) => {
    const table = 'Tỉnh;Điểm PCI\nQuảng Ninh;72,4\nĐồng Tháp;72,1\n';
    const { body } = await put(`pci/2019?set=VN63&dry_run=true&${said}`, table);

    expect(body.meta.findings).toContainEqual(
      expect.objectContaining({ rule: 'conflict', severity: 'error', row: 2, column: 'B', value: 72.4 }),
    );
    expect(body.data.find((row: Json) => row.unit === 'VN63-87').score).toBe(72.1);
  });

  it('is stopped: 50 for a component whose scale ends at 10', async () => {
    const body = PCI_2019.replace(/VN63-22,entry,[\d.]+/u, 'VN63-22,entry,50');
    expect(errors((await put('pci/2019?set=VN63&dry_run=true', body)).body)).toContain('out-of-scale');
  });

  it('is read as its column shows: 48,095 is 48.095', async () => {
    const table = `Tỉnh;Điểm\n${scores(92.18)
      .map(({ name, score }) => `${name};${name === 'Hà Giang' ? '48,095' : comma(score)}`)
      .join('\n')}\n`;
    const { body } = await put('par-index/2016?set=VN63&dry_run=true', table);
    expect(body.data.find((row: Json) => row.unit === 'VN63-02').score).toBe(48.095);
  });

  it("is stopped: last year's table under this year's name", async () => {
    const workbook = publisherWorkbooks().find(({ name }) => name === 'pci-stale-summary-alone');
    if (!workbook) throw new Error('The fixture is gone');
    const { body } = await putBytes(
      `pci/2014?set=VN63&dry_run=true&filename=${encodeURIComponent(workbook.file)}`,
      workbook.bytes(),
    );
    expect(errors(body)).toContain('stale');
  });
});

describe('a table pasted from a PDF', () => {
  const lines = scores(92.18).map(({ name, score }, i) => [i + 1, name, comma(score), i + 1]);
  const pasted = (blank: string) =>
    `CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM 2016\n${['TT', 'Tỉnh, thành phố', 'Điểm', 'Xếp hạng'].join(blank)}\n${lines
      .map((cells) => cells.join(blank))
      .join('\n')}\n`;

  it.each([
    ['tabs', '\t'],
    ['two blanks', '  '],
    ['single blanks', ' '],
  ])('with %s between its columns becomes a correct draft', async (_what, blank) => {
    const { status, body } = await put('par-index/2016?set=VN63', pasted(blank));

    expect([200, 201]).toContain(status);
    expect(errors(body)).toEqual([]);
    const read = body.data.map(({ unit_name, score, rank_published }: Json) => [
      unit_name,
      comma(score),
      rank_published,
    ]);
    expect(read).toEqual(lines.map(([, name, score, rank]) => [name, score, rank]));
    const draft = await send('GET', `/v1/drafts/par-index/2016/${body.meta.revision}?set=VN63`, { token });
    expect(draft.body.data).toHaveLength(63);
    expect((await send('GET', `/v1/drafts/par-index/2016/${body.meta.revision}?set=VN63`)).status).toBe(401);
  });

  it('names what it is: index and period need not be said', async () => {
    const { body } = await post('recognise?', {}).then(() =>
      send('POST', '/v1/releases/recognise', { token, body: pasted('\t') }),
    );
    expect(body.data).toMatchObject([{ index: 'par-index', period: '2016', unit_set: 'VN63', units: 63 }]);
  });

  it('lists names that it does not know, with those that they could be, and guesses none', async () => {
    const misspelt = pasted(' ')
      .replace('Hà Giang', 'Hà Gang')
      .replace('Cao Bằng', 'Cao Bawngf')
      .replace('Sơn La', 'Sơn Lâm');
    const { body } = await put('par-index/2016?set=VN63&dry_run=true', misspelt);

    const unknown = body.meta.findings.filter(({ rule }: Json) => rule === 'unknown-unit');
    expect(unknown.map(({ value }: Json) => value)).toEqual(['Hà Gang', 'Cao Bawngf', 'Sơn Lâm']);
    expect(unknown[0].message).toContain('Hà Giang (VN63-02)');
    expect(body.data).toHaveLength(60);
  });
});

describe('a draft', () => {
  const table = (first: number, change?: (name: string, score: number) => number) =>
    `Tỉnh,Điểm PII\n${scores(first, change)
      .map(({ name, score }) => `${name},${score}`)
      .join('\n')}\n`;

  it('with errors is kept with its report, and never published', async () => {
    const { status, body } = await put('pii/2023?set=VN63&edition=errors', table(60).replace('Hà Giang', 'Hà Gang'));
    const published = await post(`pii/2023/revisions/${body.meta.revision}/publish?set=VN63&edition=errors`, {});

    expect([status, body.meta.status]).toEqual([201, 'draft']);
    expect([published.status, published.body.code]).toEqual([422, 'draft-has-errors']);
    expect((await send('GET', '/v1/rankings/pii/2023?set=VN63&edition=errors')).status).toBe(404);
  });

  it('with warnings waits until somebody acknowledges them with a reason, which is kept', async () => {
    const where = 'set=VN63&edition=moves';
    const first = await put(`pii/2023?${where}`, table(60));
    await post(`pii/2023/revisions/${first.body.meta.revision}/publish?${where}`, {});
    const moved = await put(
      `pii/2024?${where}`,
      table(60, (name, score) => (name === 'Huế' ? score : name === 'Đà Nẵng' ? score - 30 : score + 1)),
    );
    const draft = `pii/2024/revisions/${moved.body.meta.revision}`;

    expect(errors(moved.body)).toEqual([]);
    expect(rules(moved.body, 'warning')).toEqual(['implausible-move']);
    const early = await post(`${draft}/publish?${where}`, {});
    expect([early.status, early.body.code]).toEqual([422, 'unacknowledged-warnings']);
    expect((await post(`${draft}/acknowledge?${where}`, { rules: ['stale'], reason: 'x' })).status).toBe(422);
    expect((await post(`${draft}/acknowledge?${where}`, { rules: ['implausible-move'] })).status).toBe(422);
    const accepted = await post(`${draft}/acknowledge?${where}`, {
      rules: ['implausible-move'],
      reason: 'đã hỏi nơi công bố',
    });
    expect(accepted.body.meta.open).toEqual([]);
    expect((await post(`${draft}/publish?${where}`, {})).status).toBe(200);
    const { body } = await send('GET', `/v1/drafts/pii/2024/${moved.body.meta.revision}?${where}`, { token });
    expect(body.meta.acknowledgements).toMatchObject([{ rule: 'implausible-move', reason: 'đã hỏi nơi công bố' }]);
  });

  it('says cell by cell what it changes, and that less than a millionth is no change', async () => {
    const where = 'set=VN63&edition=diff';
    const first = await put(`pii/2023?${where}`, table(60));
    await post(`pii/2023/revisions/${first.body.meta.revision}/publish?${where}`, {});
    const near = table(60).replace('Hà Nội,60', 'Hà Nội,60.0000001').replace('Hà Giang,59.63', 'Hà Giang,59.73');
    const second = await put(`pii/2023?${where}`, near);

    expect(second.body.meta.diff).toMatchObject({ added: 0, removed: 0, changed: 1 });
    expect(second.body.meta.diff.cells).toMatchObject([
      { unit: 'VN63-02', before: { score: 59.63 }, after: { score: 59.73 } },
    ]);
    const diff = await send('GET', `/v1/drafts/pii/2023/${second.body.meta.revision}/diff?${where}&against=1`, {
      token,
    });
    expect(diff.body.meta).toMatchObject({ against: 1, changed: 1 });
  });

  it('under embargo is published when its time has come, and not before', async () => {
    const where = 'set=VN63&edition=embargo';
    const { body } = await put(`pii/2023?${where}`, table(60));
    const publish = `pii/2023/revisions/${body.meta.revision}/publish?${where}`;
    const at = new Date(Date.now() + 3600_000).toISOString();

    expect((await post(publish, { publish_at: '2020-01-01T00:00:00Z' })).status).toBe(400);
    const waiting = await post(publish, { publish_at: at, reason: 'họp báo' });
    expect([waiting.status, waiting.body.data[0].state]).toEqual([202, 'waiting']);
    await publishDue(stores);
    expect((await send('GET', `/v1/rankings/pii/2023?${where}`)).status).toBe(404);

    const then = { ...stores, now: () => new Date(Date.now() + 3601_000) };
    expect(await publishDue(then)).toMatchObject({ failed: 0 });
    expect(await publishDue(then)).toEqual({ published: 0, failed: 0 });
    const ranking = await eventually(
      () => send('GET', `/v1/rankings/pii/2023?${where}`),
      ({ status }) => status === 200,
    );
    expect(ranking.body.data[0]).toMatchObject({ unit_name: 'Hà Nội', rank: 1 });
  });
});

describe('a mapping', () => {
  it('reads a table whose headers say nothing, and is kept for the next one', async () => {
    const table = `Tên,Cột 1,Cột 2\n${scores(60)
      .map(({ name, score }, i) => `${name},${score},${i + 1}`)
      .join('\n')}\n`;
    const where = 'pii/2023?set=VN63&edition=mapped';
    const unknown = await put(where, table);
    expect([unknown.status, unknown.body.errors[0].rule]).toEqual([422, 'no-layout']);
    expect(unknown.body.errors[0].message).toContain('Cột 1');

    const layout = {
      layout: 'pii-thu',
      index: 'pii',
      name_vi: 'Bảng PII thử',
      name_en: 'Test table',
      columns: [
        { component: 'total', figure: 'score', headers: ['Cột 1'] },
        { component: 'total', figure: 'rank_published', column: 'C' },
      ],
      source: 'made for this test',
    };
    const saved = await send('PUT', '/v1/indices/pii/layouts/pii-thu', { token, body: layout });
    expect(saved.status).toBe(201);
    const { status, body } = await put(`${where}&layout=pii-thu`, table);
    expect([status, body.meta.layout, errors(body)]).toEqual([201, 'pii-thu', []]);
    expect(body.data[1]).toMatchObject({ unit_name: 'Hà Giang', score: 59.63, rank_published: 2 });
    expect((await put('pii/2024?set=VN63&edition=mapped', table)).body.meta.layout).toBe('pii-thu');
  });

  it('by letters alone is used only where it is named, and a component that nobody has is refused', async () => {
    const layout = (component: string) => ({
      layout: 'pii-chu',
      index: 'pii',
      name_vi: 'Theo chữ cái',
      name_en: 'By letters',
      columns: [{ component, figure: 'score', column: 'B' }],
      source: 'made for this test',
    });
    const misspelt = await send('PUT', '/v1/indices/pii/layouts/pii-chu', { token, body: layout('totl') });
    expect([misspelt.status, misspelt.body.code]).toEqual([422, 'unknown-component']);
    await send('PUT', '/v1/indices/pii/layouts/pii-chu', { token, body: layout('total') });

    const table = `Tỉnh,Mật độ dân số,Điểm PII\n${scores(60)
      .map(({ name, score }) => `${name},${score + 20},${score}`)
      .join('\n')}\n`;
    const plain = await put('pii/2023?set=VN63&edition=letters&dry_run=true', table);
    expect(plain.body.data[0]).toMatchObject({ unit_name: 'Hà Nội', score: 60 });
    expect(rules(plain.body, 'warning')).toEqual(['unmapped-column']);
  });
});

describe('other ways in', () => {
  it('a large file goes by an upload of its own', async () => {
    const bytes = Buffer.from(PCI_2019);
    const { status, body } = await send('POST', '/v1/uploads', { token, body: { bytes: bytes.length } });
    expect(status).toBe(201);
    const [{ upload, url: where }] = body.data;
    expect((await send('PUT', `/v1/releases/pci/2019?set=VN63&upload=${upload}`, { token })).status).toBe(404);
    expect((await fetch(where, { method: 'PUT', body: new Uint8Array(bytes) })).status).toBe(200);
    const read = await send('PUT', `/v1/releases/pci/2019?set=VN63&dry_run=true&upload=${upload}`, { token });
    expect([read.status, read.body.data.length]).toEqual([200, 693]);
  });

  const object = (key: string) => ({ Bucket: stores.originals.name, Key: key });
  const reportOf = (key: string) =>
    eventually(
      async () => {
        try {
          const { Body } = await stores.originals.s3.send(new GetObjectCommand(object(`${key}.report.json`)));
          return JSON.parse((await Body?.transformToString()) ?? 'null');
        } catch {
          return null;
        }
      },
      (report) => report !== null,
      20_000,
    );

  it('a file that lands in the bucket becomes a draft by its name, with its report beside it', async () => {
    const key = 'landing/2026/pii-2023-VN63.csv';
    const Body = `Tỉnh,Điểm\n${scores(60)
      .map(({ name, score }) => `${name},${score}`)
      .join('\n')}\n`;
    await stores.originals.s3.send(new PutObjectCommand({ ...object(key), Body }));

    const report = await reportOf(key);
    expect(report).toMatchObject({ status: 'drafted', releases: [{ index: 'pii', period: '2023', errors: 0 }] });
  });

  it('a manifest says what a landed file does not, and a file that nobody understands is refused in its report', async () => {
    const key = 'landing/bang.csv';
    const table = `Tỉnh,Điểm\n${scores(60)
      .map(({ name, score }) => `${name},${score}`)
      .join('\n')}\n`;
    await stores.originals.s3.send(new PutObjectCommand({ ...object(key), Body: table }));
    expect(await reportOf(key)).toMatchObject({ status: 'refused', errors: [{ rule: 'period-unknown' }] });

    const said = { index: 'pii', period: '2024', set: 'VN63', edition: 'landed', title: 'PII thử' };
    await stores.originals.s3.send(
      new PutObjectCommand({ ...object(`${key}.manifest.json`), Body: JSON.stringify(said) }),
    );
    const report = await eventually(
      () => reportOf(key),
      ({ status }) => status === 'drafted',
      20_000,
    );
    expect(report.releases).toMatchObject([{ index: 'pii', period: '2024', edition: 'landed' }]);
  });
});
