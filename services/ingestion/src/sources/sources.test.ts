import type { Answer, Request } from '@chi-so/runtime/http';
import { Problem } from '@chi-so/runtime/problem';
import { logNothing } from '@chi-so/runtime/written-lines';
import { describe, expect, it } from 'vitest';
import { allowedHostsOf } from './allowed-hosts.ts';
import type { SourceStores } from './fetch-source.ts';
import { memorySources } from './memory-sources.ts';
import { listSources, postFetch, putSource } from './sources.ts';

logNothing();

const BODY = {
  source: 'pci',
  url: 'https://chi-so.example/pci.csv',
  index: 'pci',
  set: 'VN34',
  every_hours: 24,
  enabled: true,
};

const tracker = () => {
  const sources = memorySources();
  const stores: SourceStores = {
    sources,
    fetch: async (url) => ({
      status: 200,
      bytes: Buffer.from('điểm'),
      etag: null,
      lastModified: null,
      contentType: null,
      filename: null,
      finalUrl: url,
    }),
    ingest: async () => ({
      releases: [{ index: 'pci', period: '2024', unit_set: 'VN34', edition: 'main', revision: 1, status: 'draft' }],
      findings: [],
    }),
    allowedHosts: allowedHostsOf('chi-so.example, .gov.vn'),
    levelOf: async (index) => (index === 'cchc' ? 'inside-province' : 'province'),
    now: () => new Date('2025-05-01T00:00:00Z'),
  };
  return { stores, audits: sources.audits };
};

const request = (body: unknown = undefined, source = 'pci'): Request => ({
  path: { source },
  query: {},
  headers: {},
  lang: 'vi',
  requestId: 'request-1',
  body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
  caller: { subject: 'lan', scopes: ['releases:write'], unitSets: ['*'] },
  method: 'PUT',
  url: '',
});
const rowsOf = ({ body }: Answer) => (body as { data: Record<string, unknown>[] }).data;
const problemOf = async (answering: Promise<Answer>): Promise<Problem> => {
  const error = await answering.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw new Error('No problem', { cause: error });
};

describe('the sources', () => {
  it('are added with who added them, and listed before their first check', async () => {
    const { stores, audits } = tracker();

    const put = await putSource(stores, request(BODY));

    expect(put.status).toBe(201);
    expect(audits).toMatchObject([{ actor: 'lan', action: 'source', target: 'source/pci', request_id: 'request-1' }]);
    expect(rowsOf(await listSources(stores, request()))).toEqual([
      {
        source: 'pci',
        url: 'https://chi-so.example/pci.csv',
        index: 'pci',
        period: null,
        unit_set: 'VN34',
        edition: null,
        every_hours: 24,
        enabled: true,
        title: null,
        publisher: null,
        note: null,
        checked_at: null,
        next_check_at: '2025-05-01T00:00:00.000Z',
        outcome: null,
        code: null,
        message: null,
        failures: 0,
        sha256: null,
        taken_at: null,
        drafts: [],
        findings: [],
      },
    ]);
  });

  it('are changed by another put, and not by the same one', async () => {
    const { stores, audits } = tracker();
    await putSource(stores, request(BODY));

    expect(await putSource(stores, request(BODY))).toMatchObject({ status: 200, body: { meta: { changed: false } } });
    expect(await putSource(stores, request({ ...BODY, enabled: false }))).toMatchObject({
      status: 200,
      body: { data: [{ enabled: false, next_check_at: null }], meta: { changed: true } },
    });
    expect(audits).toHaveLength(2);
  });

  it('are changed by one of two at once', async () => {
    const { stores } = tracker();

    const both = await Promise.allSettled([
      putSource(stores, request(BODY)),
      putSource(stores, request({ ...BODY, every_hours: 1 })),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are of allowed hosts only, and the answer names them', async () => {
    const { stores, audits } = tracker();

    const problem = await problemOf(putSource(stores, request({ ...BODY, url: 'https://evil.example/a' })));

    expect(problem).toMatchObject({
      status: 422,
      code: 'host-not-allowed',
      more: { allowed_hosts: ['chi-so.example', '.gov.vn'] },
    });
    expect(problem.text.en).toContain('chi-so.example, .gov.vn');
    expect(audits).toEqual([]);
  });

  it.each([
    ['not-https', 'http://chi-so.example/a'],
    ['literal-address', 'https://2852039166/latest/meta-data'],
    ['has-credentials', 'https://a:b@chi-so.example/'],
    ['not-a-url', 'pci.csv'],
  ])('are refused with %s where no fetch would be made: %s', async (code, url) => {
    const { stores } = tracker();

    expect(await problemOf(putSource(stores, request({ ...BODY, url })))).toMatchObject({ status: 422, code });
  });

  it.each([
    { every_hours: 0 },
    { every_hours: 721 },
    { every_hours: 1.5 },
    { enabled: 'yes' },
    { source: 'a/b' },
    { password: 'x' },
  ])('are refused with a fault in the body: %j', async (fault) => {
    const { stores } = tracker();

    expect(await problemOf(putSource(stores, request({ ...BODY, ...fault })))).toMatchObject({ code: 'invalid-body' });
  });

  it('have one name, in the address and in the body', async () => {
    const { stores } = tracker();

    expect(await problemOf(putSource(stores, request(BODY, 'papi')))).toMatchObject({ status: 400 });
  });

  it('are fetched when somebody asks, and the answer says what came of it', async () => {
    const { stores } = tracker();
    await putSource(stores, request(BODY));

    const answer = await postFetch(stores, request());

    expect(answer.body).toMatchObject({
      data: [
        {
          outcome: 'drafted',
          message: 'Nội dung mới: 1 dự thảo',
          checked_at: '2025-05-01T00:00:00.000Z',
          next_check_at: '2025-05-02T00:00:00.000Z',
          drafts: [{ index: 'pci', period: '2024', revision: 1 }],
        },
      ],
      meta: { outcome: 'drafted' },
    });
    expect(rowsOf(await listSources(stores, request()))).toMatchObject(rowsOf(answer));
    expect(await problemOf(postFetch(stores, request(undefined, 'nowhere')))).toMatchObject({ status: 404 });
  });
});
