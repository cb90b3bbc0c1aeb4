import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeRequest, fakeServer } from './fake-server.ts';
import type { FileReport } from './file-report.ts';
import { ingest } from './ingest.ts';
import { askedFor } from './options.ts';

const RELEASE = { index: 'pci', period: '2030', unit_set: 'VN63', edition: 'main' };
const ROW = { ...RELEASE, component: 'total', unit: 'VN63-01', unit_name: 'Hà Nội', score: 60, methodology: 'm' };
const WARNING = {
  rule: 'decimals',
  severity: 'warning',
  sheet: 'A',
  row: 3,
  column: 'C',
  value: 7,
  message: 'Xem lại',
};

const draft = (meta: object = {}): FakeAnswer => ({
  status: 201,
  body: {
    data: [ROW],
    meta: {
      revision: 2,
      status: 'draft',
      base_entry: 5,
      methodology: 'm',
      layout: 'pci',
      sheet: 'A',
      errors: 0,
      warnings: 0,
      diff: { added: 1, changed: 2, removed: 0, cells: [] },
      findings: [],
      ...meta,
    },
  },
});
const recognised = (...releases: object[]): FakeAnswer => ({ body: { data: releases, meta: { findings: [] } } });

type Answering = (request: FakeRequest, earlier: readonly FakeRequest[]) => FakeAnswer | undefined;

/** A server on which everything goes well, but for what the test says. */
const wellBut =
  (but: Answering = () => undefined) =>
  (request: FakeRequest, earlier: readonly FakeRequest[]): FakeAnswer => {
    const { method, path } = request;
    const special = but(request, earlier);
    if (special) return special;
    if (path === '/v1/releases/recognise') return recognised(RELEASE);
    if (method === 'PUT' && path.startsWith('/v1/releases')) return draft();
    return { body: { data: [], meta: {} } };
  };

let folder: string;
let stop = async () => {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chiso-'));
  for (const name of ['a.csv', 'b.csv']) writeFileSync(join(folder, name), `Tỉnh,Điểm\n${name},60\n`);
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

const run = async (line: string, but?: Answering) => {
  const server = await fakeServer(wellBut(but));
  stop = server.stop;
  const asked = askedFor([...line.split(' '), '--url', server.url, '--token', 't']);
  if (asked.kind !== 'ingest') throw new Error(`not a good line: ${line}`);
  const [out, err]: [string[], string[]] = [[], []];
  const code = await ingest(asked, {
    env: {},
    from: folder,
    out: (text) => out.push(text),
    err: { write: (text) => err.push(text) },
    pauses: [1, 1, 1],
  });
  const asText = () => out.join('\n');
  const reports = () => out.map((text): FileReport => JSON.parse(text));
  const called = server.requests
    .map(({ method, path }) => `${method} ${path}`)
    .filter((call) => !call.includes('healthz'));
  return { code, text: asText, reports, errors: err.join(''), requests: server.requests, called };
};

describe('a file that is brought in', () => {
  it('is recognised, drafted and reported in one line of JSON', async () => {
    const { code, reports, called } = await run('ingest a.csv --json');

    expect(code).toBe(0);
    expect(called).toEqual(['POST /v1/releases/recognise', 'PUT /v1/releases/pci/2030']);
    expect(reports()).toEqual([
      {
        file: 'a.csv',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        status: 'drafted',
        problem: null,
        releases: [
          {
            ...RELEASE,
            revision: 2,
            status: 'drafted',
            base_entry: 5,
            layout: 'pci',
            sheet: 'A',
            methodology: 'm',
            errors: 0,
            warnings: 0,
            diff: { added: 1, changed: 2, removed: 0 },
            problem: null,
          },
        ],
        findings: [],
        rows: [ROW],
      },
    ]);
  });

  it('takes along what its sender says, and names each release that was recognised', async () => {
    const second = { ...RELEASE, period: '2031' };
    const { requests, reports } = await run('ingest a.csv --json --index pci --publisher VCCI --dry-run', ({ path }) =>
      path.endsWith('/recognise') ? recognised(RELEASE, second) : draft({ status: 'dry-run', revision: null }),
    );

    const [, first, put, other] = requests;
    expect(first?.query).toEqual({ index: 'pci', publisher: 'VCCI', filename: 'a.csv' });
    expect(first?.headers).toMatchObject({ 'content-type': 'application/octet-stream', authorization: 'Bearer t' });
    const said = { publisher: 'VCCI', set: 'VN63', edition: 'main', filename: 'a.csv', dry_run: 'true' };
    expect(put).toMatchObject({ path: '/v1/releases/pci/2030', query: said });
    expect(other).toMatchObject({ path: '/v1/releases/pci/2031', query: said });
    expect(reports()[0]).toMatchObject({ status: 'dry-run', releases: [{ period: '2030' }, { period: '2031' }] });
  });

  it('goes through an upload where it is larger than a body may be', async () => {
    writeFileSync(join(folder, 'large.csv'), Buffer.alloc(5 * 1024 * 1024, 65));
    let address = '';
    const { requests, code } = await run('ingest large.csv', ({ path, headers }) => {
      address = `http://${headers.host}/bucket/one`;
      return path === '/v1/uploads' ? { status: 201, body: { data: [{ upload: 'u-1', url: address }] } } : undefined;
    });

    expect(code).toBe(0);
    const stored = requests.find(({ path }) => path === '/bucket/one');
    expect(stored?.method).toBe('PUT');
    expect(stored?.body.length).toBe(5 * 1024 * 1024);
    expect(stored?.headers.authorization).toBeUndefined();
    const put = requests.find(({ path }) => path === '/v1/releases/pci/2030');
    expect(put).toMatchObject({ query: { upload: 'u-1' }, body: Buffer.alloc(0) });
  });

  it('is read by the mapping that comes with it', async () => {
    writeFileSync(join(folder, 'cot.json'), '{"columns": {"B": "total"}}');
    const { requests } = await run('ingest a.csv --index pci --mapping cot.json');

    const saved = requests.find(({ path }) => path === '/v1/indices/pci/layouts/cot');
    expect(JSON.parse(saved?.body.toString() ?? '')).toMatchObject({ columns: [{ component: 'total', column: 'B' }] });
    expect(requests.at(-1)?.query).toMatchObject({ layout: 'cot' });
  });
});

describe('what goes wrong with a file', () => {
  it('never stops the others', async () => {
    const { code, reports } = await run('ingest none.csv . *.xlsx a.csv b.csv --json --lang en', ({ path, query }) =>
      path.endsWith('/recognise') && query.filename === 'a.csv'
        ? {
            status: 422,
            body: {
              code: 'invalid-release',
              title: 'Refused',
              errors: [
                { rule: 'number', severity: 'error', row: 2, column: 'score', value: 'x', message: 'No number' },
              ],
            },
          }
        : undefined,
    );

    expect(code).toBe(1);
    expect(reports().map(({ status, problem }) => [status, problem?.code])).toEqual([
      ['refused', 'no-such-file'],
      ['refused', 'directory'],
      ['refused', 'no-such-file'],
      ['refused', 'invalid-release'],
      ['drafted', undefined],
    ]);
    expect(reports()[2]?.problem?.title).toBe('No file matches *.xlsx');
    expect(reports()[3]?.findings).toEqual([
      {
        rule: 'number',
        severity: 'error',
        sheet: null,
        row: 2,
        column: 'score',
        value: 'x',
        message: 'No number',
        index: null,
        period: null,
      },
    ]);
  });

  it('is sent again where it passes by itself: a broken connection, a busy system', async () => {
    const { code, called } = await run('ingest a.csv --json', ({ method, path }, earlier) => {
      const times = earlier.filter((one) => one.method === method && one.path === path).length;
      if (path.endsWith('/recognise') && times < 2) return 'hang-up';
      if (method === 'PUT' && times < 1) return { status: 503, body: { code: 'busy', title: 'Bận' } };
      return undefined;
    });

    expect(code).toBe(0);
    expect(called).toEqual([
      ...Array(3).fill('POST /v1/releases/recognise'),
      ...Array(2).fill('PUT /v1/releases/pci/2030'),
    ]);
  });

  it('is said to be the network after four times, and then not waited for again', async () => {
    const { code, called, reports } = await run('ingest a.csv b.csv --json', ({ path }) =>
      path.endsWith('/recognise') ? 'hang-up' : undefined,
    );

    expect(code).toBe(3);
    expect(called).toHaveLength(5);
    expect(reports().map(({ problem }) => problem?.code)).toEqual(['unreachable', 'unreachable']);
  });

  it.each([
    [401, { message: 'Unauthorized' }, 'unauthorized'],
    [403, { code: 'missing-scope', title: 'Cần thêm quyền' }, 'missing-scope'],
  ])('is exit code 3 where it is answered %i', async (status, body, code) => {
    const answered = await run('ingest a.csv --json', ({ path }) =>
      path.endsWith('/recognise') ? { status, body } : undefined,
    );
    expect(answered.code).toBe(3);
    expect(answered.reports()[0]).toMatchObject({ status: 'refused', problem: { http_status: status, code } });
  });

  it('is exit code 1 where the draft has errors, and then nothing is published', async () => {
    const { code, called, reports } = await run('ingest a.csv --json --publish', ({ method }) =>
      method === 'PUT' ? draft({ findings: [{ ...WARNING, severity: 'error' }] }) : undefined,
    );
    expect(code).toBe(1);
    expect(called.filter((call) => call.includes('publish'))).toEqual([]);
    expect(reports()[0]).toMatchObject({ status: 'drafted', releases: [{ problem: { code: 'draft-has-errors' } }] });
  });
});

describe('nobody at the address', () => {
  it('is one sentence and exit code 3', async () => {
    const asked = askedFor(['ingest', 'a.csv', '--url', 'http://127.0.0.1:9', '--token', 't']);
    const err: string[] = [];
    const code = await ingest(asked as Parameters<typeof ingest>[0], {
      env: {},
      from: folder,
      out: () => expect.unreachable(),
      err: { write: (text) => err.push(text) },
      pauses: [1],
    });
    expect(code).toBe(3);
    expect(err.join('')).toMatch(/^Không kết nối được với http:\/\/127\.0\.0\.1:9.*npm start.*\n$/);
  });
});

describe('a publication', () => {
  const warned: Answering = ({ method, path }, earlier) => {
    if (method === 'PUT') return draft({ findings: [WARNING] });
    const isKnown = earlier.some((one) => one.path.endsWith('/acknowledge'));
    if (path.endsWith('/publish') && !isKnown) {
      return { status: 422, body: { code: 'unacknowledged-warnings', title: 'Còn cảnh báo', errors: [WARNING] } };
    }
    return undefined;
  };

  it('waits for warnings to be acknowledged, and says how', async () => {
    const { code, text } = await run('ingest a.csv --publish', warned);
    expect(code).toBe(1);
    expect(text()).toContain('--acknowledge decimals --reason');
  });

  it('follows an acknowledgement with its reason, under a key that a repetition has too', async () => {
    const line = 'ingest a.csv --json --publish --acknowledge decimals,other --reason known';
    const { code, requests, reports } = await run(line, warned);
    await stop();
    const again = await run(line, warned);

    expect(code).toBe(0);
    expect(reports()[0]?.status).toBe('published');
    const [acknowledged, published] = requests.slice(-2);
    expect(acknowledged?.path).toBe('/v1/releases/pci/2030/revisions/2/acknowledge');
    expect(JSON.parse(acknowledged?.body.toString() ?? '')).toEqual({ rules: ['decimals'], reason: 'known' });
    expect(published?.query).toEqual({ set: 'VN63', edition: 'main' });
    const key = published?.headers['idempotency-key'];
    expect(key).toMatch(/^chiso-[0-9a-f]{32}$/);
    expect(again.requests.at(-1)?.headers['idempotency-key']).toBe(key);
  });

  it('may wait for its time', async () => {
    const { requests, reports } = await run('ingest a.csv --json --publish-at 2027-01-01T09:00:00+07:00');
    expect(JSON.parse(requests.at(-1)?.body.toString() ?? '')).toMatchObject({
      publish_at: '2027-01-01T02:00:00.000Z',
    });
    expect(reports()[0]?.status).toBe('embargoed');
  });

  it('is not asked for where the content is published already, nor in a dry run', async () => {
    const same: Answering = ({ method }) => (method === 'PUT' ? draft({ status: 'published' }) : undefined);
    const unchanged = await run('ingest a.csv --json --publish', same);
    await stop();
    const tried = await run('ingest a.csv --json --publish --dry-run');

    expect(unchanged.reports()[0]?.status).toBe('unchanged');
    expect(tried.reports()[0]?.status).toBe('dry-run');
    expect([...unchanged.called, ...tried.called].filter((call) => call.endsWith('/publish'))).toEqual([]);
  });
});

describe('what a person reads', () => {
  it('is a line for the release and a table of findings by severity, cut where nobody reads on', async () => {
    const many = Array.from({ length: 25 }, (_, i) => ({ ...WARNING, row: i + 3, value: `\u001b[2J${i}` }));
    const found: Answering = ({ method }) =>
      method === 'PUT' ? draft({ findings: [...many, { ...WARNING, severity: 'error', rule: 'number' }] }) : undefined;
    const { text } = await run('ingest a.csv', found);
    await stop();
    const whole = await run('ingest a.csv --all', found);

    expect(text()).toContain('pci 2030 VN63: 1 đơn vị × 1 chỉ số, bản 2, dự thảo, +1 ~2 −0, trang "A"');
    expect(text()).toMatch(
      /Lỗi \(1\)\n\s+trang\s+dòng\s+cột\s+giá trị\s+quy tắc\s+nội dung\n\s+A\s+3\s+C\s+7\s+number/,
    );
    expect(text()).toContain('Cảnh báo (25)');
    expect(text()).toContain('… còn 5 (--all)');
    expect(whole.text()).not.toContain('còn 5');
    expect(text()).not.toContain('\u001b');
  });
});
