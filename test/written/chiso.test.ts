import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitSets } from '@chi-so/reference-data/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publisherWorkbooks } from '../fixtures/publisher-workbooks.ts';
import { clientOf, eventually, type Json } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

/** The ingester's command, as a process of its own, on releases that no other test touches. */

const { url, tokens } = writtenStack();
const send = clientOf(url);
const COMMAND = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'chiso.ts');
const EDITION = 'chiso-test';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chiso-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const chiso = (
  args: string[],
  { token = tokens.all, at = url } = {},
): Promise<{ code: number; out: string; err: string; reports: Json[] }> =>
  new Promise((resolve) => {
    const { CHISO_URL: _url, TOKEN: _token, npm_lifecycle_event: _npm, ...env } = process.env;
    const line = [COMMAND, ...args, '--url', at, '--token', token];
    execFile(process.execPath, line, { cwd: folder, env, maxBuffer: 1 << 28 }, (error, out, err) => {
      const lines = args.includes('--json') ? out.split('\n').filter((text) => text !== '') : [];
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, out, err, reports: lines.map((text) => JSON.parse(text)) });
    });
  });

const provinces = unitSets().find(({ unit_set }) => unit_set === 'VN63')?.units ?? [];
const scoreOf = (i: number, first = 90): string => (first - i * 0.3).toFixed(2).replace('.', ',');

/** A table of a year that does not ship, as somebody would type it off a decision. Each year has its own figures. */
const write = (name: string, columns: string[] = [], cells: (i: number) => string[] = () => [], first = 85): string => {
  const rows = provinces.map(({ name_vi }, i) => [i + 1, name_vi, scoreOf(i, first), ...cells(i)].join(';'));
  writeFileSync(join(folder, name), [['STT', 'Tỉnh', 'SIPAS', ...columns].join(';'), ...rows, ''].join('\r\n'));
  return name;
};
const sipas = (period: string): string[] => ['--index', 'sipas', '--period', period, '--edition', EDITION];

const withdraw = async (period: string): Promise<void> => {
  const path = `/v1/releases/sipas/${period}`;
  const known = await send('GET', `/v1/drafts/sipas/${period}?set=VN63&edition=${EDITION}`, { token: tokens.all });
  const gone = await send('POST', `${path}/withdraw?set=VN63&edition=${EDITION}`, {
    token: tokens.all,
    body: { reason: 'chỉ để thử' },
    headers: { 'if-match': String(known.body.meta.entry) },
  });
  expect(gone.status).toBe(200);
};

describe('chiso ingest', () => {
  it("tells what a publisher's workbook holds, in one JSON document, and writes nothing", async () => {
    const workbook = publisherWorkbooks().find(({ name }) => name === 'pci-wide-english-2019');
    if (!workbook) throw new Error('no workbook of PCI 2019');
    writeFileSync(join(folder, workbook.file), workbook.bytes());
    const { code, out, reports } = await chiso(['ingest', workbook.file, '--edition', EDITION, '--dry-run', '--json']);

    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      file: workbook.file,
      status: 'dry-run',
      releases: [{ index: 'pci', period: '2019', unit_set: 'VN63', edition: EDITION, revision: null, errors: 0 }],
    });
    const [expected] = workbook.expected;
    const scoreIn = (rows: Json[], unit: string, component: string) =>
      rows.find((row) => row.unit === unit && row.component === component)?.score;
    for (const { unit, component, score } of expected?.rows ?? []) {
      expect(scoreIn(reports[0].rows, unit, component)).toBe(score);
    }
    expect(reports[0].rows[0]).toMatchObject({ index: 'pci', period: '2019', unit_name: expect.any(String) });
    const drafts = await send('GET', `/v1/drafts/pci/2019?set=VN63&edition=${EDITION}`, { token: tokens.all });
    expect(drafts.body.data).toEqual([]);
  });

  it('drafts every release of a file of several years', async () => {
    const workbook = publisherWorkbooks().find(({ name }) => name === 'papi-combined-years');
    if (!workbook) throw new Error('no workbook of several years');
    writeFileSync(join(folder, workbook.file), workbook.bytes());
    const { reports } = await chiso(['ingest', workbook.file, '--edition', EDITION, '--dry-run', '--json']);

    const releases: Json[] = reports[0].releases;
    expect(releases.map(({ period }) => period)).toEqual(workbook.expected.map(({ period }) => period));
    const periods = new Set(reports[0].rows.map((row: Json) => row.period));
    expect(periods.size).toBe(releases.length);
  });

  it('brings many files in at once; one that is not there and a folder do not stop the others', async () => {
    const files = Array.from({ length: 12 }, (_, i) => write(`bang-${i}.csv`, ['Ghi chú'], () => [`tệp ${i}`]));
    const named = [...files.slice(0, 6), 'khong-co.csv', '.', ...files.slice(6)];
    const { code, reports, err } = await chiso(['ingest', ...named, ...sipas('2018'), '--json']);

    expect(code).toBe(1);
    expect(reports.map(({ file }) => file)).toEqual(named);
    expect(reports.filter(({ status }) => status === 'drafted')).toHaveLength(12);
    expect(reports.filter(({ status }) => status === 'refused')).toMatchObject([
      { problem: { code: 'no-such-file' }, findings: [{ severity: 'error' }] },
      { problem: { code: 'directory' } },
    ]);
    expect(err).toContain('Không có tệp khong-co.csv');
  });

  it('sends what is larger than a body may be by way of an upload', async () => {
    const name = write('lon.csv', ['Ghi chú', 'Nguồn', 'Ý kiến'], () => Array(3).fill('chữ '.repeat(6000)));
    const { reports } = await chiso(['ingest', name, ...sipas('2018'), '--dry-run', '--json']);

    expect(reports[0]).toMatchObject({ status: 'dry-run', releases: [{ period: '2018' }] });
    expect(reports[0].rows).toHaveLength(63);
  });

  it('publishes only when warnings are acknowledged, and changes nothing when it is run again', async () => {
    const name = write('canh-bao.csv', ['Mật độ'], (i) => [String(100 + i * 7)], 90);
    const publish = ['ingest', name, ...sipas('2020'), '--publish'];

    const held = await chiso(publish);
    expect(held.code).toBe(1);
    expect(held.out).toMatch(/Cảnh báo \(1\)[\s\S]*unmapped-column/);
    expect(held.out).toContain('--acknowledge unmapped-column --reason');

    const acknowledged = [...publish, '--acknowledge', 'all', '--reason', 'cột dân cư', '--json'];
    const first = await chiso(acknowledged);
    const again = await chiso(acknowledged);
    expect([first.code, again.code]).toEqual([0, 0]);
    expect(first.reports[0]).toMatchObject({ status: 'published', releases: [{ warnings: 1 }] });
    expect(again.reports[0]).toMatchObject({
      status: 'unchanged',
      releases: [{ revision: first.reports[0].releases[0].revision }],
    });

    const ranking = await eventually(
      () => send('GET', `/v1/rankings/sipas/2020?set=VN63&edition=${EDITION}`),
      ({ status }) => status === 200,
    );
    expect(ranking.body.data[0]).toMatchObject({ unit: provinces[0]?.unit, score: 90, rank: 1 });
    await withdraw('2020');
  });

  it('never publishes a draft with errors', async () => {
    const name = 'sai.csv';
    const rows = provinces.slice(0, 9).map(({ name_vi }, i) => `${name_vi};${scoreOf(i, 85)}`);
    writeFileSync(join(folder, name), ['Tỉnh;SIPAS', 'Hà Lội;87', ...rows, ''].join('\n'));
    const line = ['ingest', name, ...sipas('2018'), '--extent', 'partial', '--publish', '--json'];
    const { code, reports } = await chiso([...line, '--acknowledge', 'all', '--reason', 'thử']);

    expect(code).toBe(1);
    expect(reports[0]).toMatchObject({
      status: 'drafted',
      releases: [{ errors: 1, problem: { code: 'draft-has-errors' } }],
    });
    expect(reports[0].findings).toContainEqual(
      expect.objectContaining({ rule: 'unknown-unit', severity: 'error', row: 2, value: 'Hà Lội', period: '2018' }),
    );
  });

  it('reads a table by the mapping that its sender gives', async () => {
    writeFileSync(join(folder, 'cot.json'), '{"columns": {"Tỷ lệ hài lòng chung": "total", "Thứ bậc": "total rank"}}');
    const rows = provinces.map(({ name_vi }, i) => `${name_vi};${scoreOf(i)};${i + 1}`);
    writeFileSync(join(folder, 'rieng.csv'), ['Địa phương;Tỷ lệ hài lòng chung;Thứ bậc', ...rows, ''].join('\n'));
    const about = ['--index', 'egov', '--period', '2017', '--edition', EDITION, '--layout', 'chiso-test'];
    const { reports } = await chiso(['ingest', 'rieng.csv', ...about, '--mapping', 'cot.json', '--dry-run', '--json']);

    expect(reports[0].releases).toMatchObject([{ index: 'egov', layout: 'chiso-test' }]);
    expect(reports[0].rows[1]).toMatchObject({ unit: provinces[1]?.unit, score: 89.7, rank_published: 2 });
  });

  it('says by its exit code that it was used wrongly, or that nobody lets it in', async () => {
    const name = write('quyen.csv');
    const [wrong, nobody, stranger, drafter] = await Promise.all([
      chiso(['ingest', name, '--yes']),
      chiso(['ingest', name, '--lang', 'en'], { at: 'http://127.0.0.1:9' }),
      chiso(['ingest', name, ...sipas('2018'), '--json'], { token: tokens.stranger }),
      chiso(['ingest', name, ...sipas('2018'), '--publish', '--json'], { token: tokens.write }),
    ]);

    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--yes') });
    expect(nobody).toMatchObject({ code: 3, out: '', err: expect.stringContaining('cannot be reached') });
    expect(stranger.code).toBe(3);
    expect(stranger.reports[0]).toMatchObject({ status: 'refused', problem: { http_status: 401 } });
    expect(drafter.code).toBe(3);
    expect(drafter.reports[0]).toMatchObject({ status: 'drafted', releases: [{ problem: { http_status: 403 } }] });
  });
});
