import type { RequestListener } from 'node:http';
import { finding } from '@chi-so/domain/finding';
import { Problem } from '@chi-so/runtime/problem';
import { logNothing } from '@chi-so/runtime/written-lines';
import type { ScheduledSource } from '@chi-so/storage/sources';
import { describe, expect, it, vi } from 'vitest';
import { allowedHostsOf } from './allowed-hosts.ts';
import { fetchDue, fetchSource, type Ingest, type SourceStores } from './fetch-source.ts';
import { site } from './fixtures.ts';
import { memorySources } from './memory-sources.ts';

logNothing();

const pci: ScheduledSource = {
  source: 'pci',
  version: 1,
  url: 'https://chi-so.example/pci.csv',
  index: 'pci',
  period: null,
  unit_set: 'VN34',
  edition: null,
  every_hours: 24,
  enabled: true,
  title: 'PCI',
  publisher: null,
  note: null,
};
const named = (source: string): ScheduledSource => ({ ...pci, source, url: `https://chi-so.example/${source}.csv` });

type File = Parameters<Ingest>[0];

/** What is configured, a publisher's site, a clock that can be put forward and an ingestion that notes what it gets. */
const tracker = async (sources: ScheduledSource[], listener: RequestListener) => {
  const { fetch, connections } = await site(listener);
  const files: File[] = [];
  let time = Date.parse('2025-05-01T00:00:00Z');
  const stores: SourceStores = {
    levelOf: async () => 'province',
    sources: memorySources(...sources),
    fetch: (url, known) => fetch(url, { ...(known ? { known } : {}), timeoutMs: 500 }),
    ingest: async (file) => {
      files.push(file);
      const release = { index: 'pci', period: '2024', unit_set: 'VN34', edition: 'main' };
      return { releases: [{ ...release, revision: files.length, status: 'draft' }], findings: [] };
    },
    allowedHosts: allowedHostsOf('chi-so.example'),
    now: () => new Date(time),
  };
  const look = async (id = 'pci', using = stores) => {
    const done = await fetchSource(using, id, 'request-1');
    if (typeof done === 'string') throw new Error(done);
    return done.state;
  };
  const due = (hasTime = () => true, using = stores) => fetchDue(using, 'run-1', hasTime);
  const later = (hours: number) => {
    time += hours * 3_600_000;
  };
  const stateOf = async (id: string) => (await stores.sources.states([id]))[0];
  return { stores, files, connections, look, due, later, stateOf };
};

/** A site whose file can be replaced. */
const fileOn = (first: { body: string; etag?: string }) => {
  const file: { body: string; etag?: string | undefined } = { ...first };
  const listener: RequestListener = (request, response) => {
    if (file.etag) response.setHeader('etag', file.etag);
    const unchanged = file.etag !== undefined && request.headers['if-none-match'] === file.etag;
    response.writeHead(unchanged ? 304 : 200).end(unchanged ? undefined : file.body);
  };
  return { file, listener };
};

describe('looking at a source', () => {
  it('makes a draft of what it finds the first time', async () => {
    const { listener } = fileOn({ body: 'điểm 2024', etag: '"1"' });
    const { look, files } = await tracker([pci], listener);

    const state = await look();

    expect(state).toMatchObject({ outcome: 'drafted', code: null, failures: 0 });
    expect(state.releases).toEqual([
      { index: 'pci', period: '2024', unit_set: 'VN34', edition: 'main', revision: 1, status: 'draft' },
    ]);
    expect(files.map(({ bytes, ...file }) => ({ ...file, text: bytes.toString() }))).toEqual([
      {
        text: 'điểm 2024',
        filename: 'pci.csv',
        url: 'https://chi-so.example/pci.csv',
        said: { index: 'pci', unit_set: 'VN34', title: 'PCI' },
      },
    ]);
  });

  it('signs as the source, with the id of the request', async () => {
    const { stores, look } = await tracker([pci], fileOn({ body: 'x' }).listener);
    const writers: unknown[] = [];

    await look('pci', {
      ...stores,
      ingest: async (file, by) => {
        writers.push(by);
        return stores.ingest(file, by);
      },
    });

    expect(writers).toEqual([{ actor: 'source:pci', request_id: 'request-1' }]);
  });

  it('makes nothing where the server says that nothing has changed', async () => {
    const { listener } = fileOn({ body: 'điểm', etag: '"1"' });
    const { look, files } = await tracker([pci], listener);
    const first = await look();

    const second = await look();

    expect(second).toMatchObject({ outcome: 'not-modified', failures: 0, content: first.content });
    expect(second.releases).toEqual(first.releases);
    expect(files).toHaveLength(1);
  });

  it('makes nothing of the same bytes under a new validator, and remembers that', async () => {
    const { file, listener } = fileOn({ body: 'điểm', etag: '"1"' });
    const { look, files } = await tracker([pci], listener);
    await look();
    file.etag = '"2"';

    expect((await look()).outcome).toBe('unchanged');
    expect((await look()).outcome).toBe('not-modified');
    expect(files).toHaveLength(1);
  });

  it('makes nothing of the same bytes without any validator', async () => {
    const { look, files } = await tracker([pci], fileOn({ body: 'điểm' }).listener);
    await look();

    expect((await look()).outcome).toBe('unchanged');
    expect(files).toHaveLength(1);
  });

  it('makes a draft of changed bytes, and of the first ones when they are back', async () => {
    const { file, listener } = fileOn({ body: 'điểm', etag: '"1"' });
    const { look, files } = await tracker([pci], listener);
    await look();
    Object.assign(file, { body: 'điểm mới', etag: '"2"' });
    expect((await look()).outcome).toBe('drafted');
    Object.assign(file, { body: 'điểm', etag: '"1"' });
    expect((await look()).outcome).toBe('drafted');

    expect(files.map(({ bytes }) => bytes.toString())).toEqual(['điểm', 'điểm mới', 'điểm']);
  });

  it('reads the same bytes again where the source says something else of them', async () => {
    const { stores, look, files } = await tracker([pci], fileOn({ body: 'điểm', etag: '"1"' }).listener);
    await look();
    const audit = { at: '', actor: '', action: '', target: '', reason: null, request_id: '' };
    await stores.sources.save({ ...pci, version: 2, period: '2023' }, audit);

    expect((await look()).outcome).toBe('drafted');
    expect(files.map(({ said }) => said.period)).toEqual([undefined, '2023']);
  });

  it('says so where the content was known to the system already', async () => {
    const { stores, look } = await tracker([pci], fileOn({ body: 'điểm' }).listener);
    const release = { index: 'pci', period: '2024', unit_set: 'VN34', edition: 'main', revision: 3 };

    const state = await look('pci', {
      ...stores,
      ingest: async () => ({ releases: [{ ...release, status: 'published' }], findings: [] }),
    });

    expect(state).toMatchObject({ outcome: 'unchanged', failures: 0 });
  });

  it('keeps a rejected file out of its memory: when the catalogue is mended, it is read again', async () => {
    const { stores, look, files } = await tracker([pci], fileOn({ body: 'điểm', etag: '"1"' }).listener);
    const error = finding('error', 'unknown-unit', { row: 4 }, 'Không rõ đơn vị', 'Unknown unit');

    const rejected = await look('pci', { ...stores, ingest: async () => ({ releases: [], findings: [error] }) });

    expect(rejected).toMatchObject({ outcome: 'rejected', code: 'invalid-release', failures: 1, content: null });
    expect(rejected.findings).toEqual([error]);
    expect(await look()).toMatchObject({ outcome: 'drafted', failures: 0, findings: [] });
    expect(files).toHaveLength(1);
  });

  it('says what is wrong with a file that cannot be a release', async () => {
    const { stores, look } = await tracker([pci], fileOn({ body: '<html>' }).listener);
    const ingest = () => Promise.reject(new Problem(415, 'not-a-release', { vi: 'Trang web', en: 'A web page' }));

    expect(await look('pci', { ...stores, ingest })).toMatchObject({
      outcome: 'rejected',
      code: 'not-a-release',
      message_vi: 'Trang web',
    });
  });

  it('says why nothing was fetched, and keeps what it knew', async () => {
    let status = 200;
    const { look } = await tracker([pci], (_request, response) => void response.writeHead(status).end('điểm'));
    const first = await look();
    status = 503;

    expect(await look()).toMatchObject({
      outcome: 'not-fetched',
      code: 'bad-status',
      message_en: 'The server answered 503',
      failures: 1,
      content: first.content,
      releases: first.releases,
    });
    expect((await look()).failures).toBe(2);
    status = 200;
    expect(await look()).toMatchObject({ outcome: 'unchanged', failures: 0 });
  });

  it('reads the same bytes again after a crash between the drafts and the state', async () => {
    const { stores, look, files } = await tracker([pci], fileOn({ body: 'điểm', etag: '"1"' }).listener);
    const cutOff: SourceStores = {
      ...stores,
      sources: {
        ...stores.sources,
        putState: (state) =>
          state.outcome === 'checking' ? stores.sources.putState(state) : Promise.reject(new Error('cut off')),
      },
      // The next check comes when this one must be over.
      now: () => new Date(stores.now().getTime() - 3_600_000),
    };
    await expect(look('pci', cutOff)).rejects.toThrow('cut off');

    expect((await look()).outcome).toBe('drafted');
    expect(files.map(({ bytes }) => bytes.toString())).toEqual(['điểm', 'điểm']);
  });

  it('is done by one of two workers at once', async () => {
    const { stores, files } = await tracker([pci], fileOn({ body: 'điểm' }).listener);

    const both = await Promise.all([fetchSource(stores, 'pci', 'a'), fetchSource(stores, 'pci', 'b')]);

    expect(both.filter((done) => done === 'busy')).toHaveLength(1);
    expect(files).toHaveLength(1);
  });

  it('is not done while another is at it, unless that one was cut off long ago', async () => {
    const { stores, look, later } = await tracker([pci], fileOn({ body: 'điểm' }).listener);
    const { state } = (await fetchSource(stores, 'pci', 'a')) as { state: { version: number } };
    await stores.sources.putState({ ...(await look()), version: state.version + 3, outcome: 'checking' });

    expect(await fetchSource(stores, 'pci', 'b')).toBe('busy');
    later(1);
    expect((await look()).outcome).toBe('unchanged');
  });

  it('says that a source is unknown', async () => {
    const { stores } = await tracker([], fileOn({ body: '' }).listener);

    expect(await fetchSource(stores, 'nowhere', 'a')).toBe('unknown');
  });
});

describe('looking at all that is due', () => {
  const answering: RequestListener = (request, response) => {
    if (request.url?.startsWith('/bad')) response.writeHead(500).end();
    else if (request.url?.startsWith('/slow')) setTimeout(() => response.end('late'), 5_000).unref();
    else response.end(`điểm ${request.url}`);
  };

  it('does not let one that fails stop the others', async () => {
    const outside = { ...named('outside'), url: 'https://127.0.0.1/' };
    const { due, stateOf } = await tracker([named('a'), named('bad'), outside, named('slow'), named('z')], answering);

    const { states, left, failed } = await due();

    expect(states.map(({ source, outcome, code }) => [source, outcome, code])).toEqual([
      ['a', 'drafted', null],
      ['bad', 'not-fetched', 'bad-status'],
      ['outside', 'not-fetched', 'literal-address'],
      ['slow', 'not-fetched', 'too-slow'],
      ['z', 'drafted', null],
    ]);
    expect([left, failed]).toEqual([0, 0]);
    expect(await stateOf('z')).toMatchObject({ outcome: 'drafted' });
  });

  it('does not let a file that breaks ingestion, or a state that cannot be written, stop the others', async () => {
    const { stores, due } = await tracker([named('a'), named('b'), named('c')], answering);

    const { states, failed } = await due(() => true, {
      ...stores,
      ingest: (file, by) =>
        file.url.endsWith('/a.csv') ? Promise.reject(new TypeError('of ours')) : stores.ingest(file, by),
      sources: {
        ...stores.sources,
        putState: (state) =>
          state.source === 'b' ? Promise.reject(new Error('throttled')) : stores.sources.putState(state),
      },
    });

    expect(states.map(({ source, outcome, code }) => [source, outcome, code])).toEqual([
      ['a', 'failed', 'internal'],
      ['c', 'drafted', null],
    ]);
    expect(failed).toBe(1);
  });

  it('comes back when the hours are over, later after a failure, and never to what is switched off', async () => {
    const off = { ...named('off'), enabled: false };
    const { due, later } = await tracker([named('a'), named('bad'), off], answering);
    const seen = async () => (await due()).states.map(({ source }) => source);

    expect(await seen()).toEqual(['a', 'bad']);
    later(1);
    expect(await seen()).toEqual([]);
    later(23);
    expect(await seen()).toEqual(['a']);
    later(24);
    expect(await seen()).toEqual(['bad', 'a']);
  });

  it('begins nothing without time for it, and with the longest unseen the next time', async () => {
    const { due, later } = await tracker([named('a'), named('b'), named('c')], answering);
    let turns = 2;
    const twoTurns = () => turns-- > 0;

    expect(await due(twoTurns)).toMatchObject({ states: [{ source: 'a' }, { source: 'b' }], left: 1 });
    later(25);
    turns = 2;
    expect((await due(twoTurns)).states.map(({ source }) => source)).toEqual(['c', 'a']);
  });

  it('lets a file that kills the function every time wait longer and longer', async () => {
    const { stores, due, later, stateOf } = await tracker([named('a'), named('b')], answering);
    const killed: SourceStores = { ...stores, ingest: () => new Promise(() => {}) };
    void due(() => true, killed);
    await vi.waitFor(async () => expect(await stateOf('a')).toMatchObject({ outcome: 'checking', failures: 1 }));

    // The next call: what was cut off is not first in the way of the other.
    later(1);
    expect((await due()).states.map(({ source }) => source)).toEqual(['b']);
    later(25);
    expect((await due()).states.map(({ source }) => source)).toEqual(['b']);
    later(24);
    expect((await due()).states.map(({ source }) => source)).toContain('a');
  });

  it('opens no connection for a host that is not allowed any more', async () => {
    const { due, connections } = await tracker([{ ...pci, url: 'https://other.example/a' }], answering);

    expect((await due()).states).toMatchObject([{ outcome: 'not-fetched', code: 'host-not-allowed' }]);
    expect(connections).toEqual([]);
  });
});
