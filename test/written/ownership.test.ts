import { describe, expect, it } from 'vitest';
import { clientOf, type Json } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

/** A token writes the releases of its own unit sets, sees the drafts of those alone, and never the country's. */
const { url, tokens } = writtenStack();
const send = clientOf(url);

const CCHC = '/v1/releases/cchc/2024';
const OWN = 'set=VN63-46&edition=own-2024';
const csv = (index: string, set: string, unit: string, methodology: string) =>
  [
    `# index: ${index}`,
    '# period: 2024',
    `# unit_set: ${set}`,
    '# edition: own-2024',
    `# methodology: ${methodology}`,
    '# title: Thử',
    '# publisher: Thử',
    '# kind: publisher',
    '# certainty: confirmed',
    '# document: Thử',
    '# extent: partial',
    '# note: Thử',
    '',
    'unit,component,score,status',
    `${unit},total,80,A`,
  ].join('\n');
const mine = csv('cchc', 'VN63-46', 'VN63-46.so-noi-vu', 'cchc-VN63-46-2021');

const refused = { status: 403, body: { code: 'not-your-release' } };

describe('the releases of a province', () => {
  it('are written and read as drafts by itself, and by whoever owns everything', async () => {
    const put = await send('PUT', `${CCHC}?${OWN}`, { token: tokens.hue, body: mine });
    expect([put.status, put.body]).toMatchObject([201, {}]);
    const { revision } = put.body.meta;
    for (const token of [tokens.hue, tokens.all]) {
      const draft = await send('GET', `/v1/drafts/cchc/2024/${revision}?${OWN}`, { token });
      expect([draft.status, draft.body.data?.length]).toEqual([200, 1]);
    }
  });

  it.each([
    ['PUT', `${CCHC}?${OWN}`, mine],
    ['PUT', `${CCHC}?${OWN}&dry_run=true`, mine],
    [
      'PATCH',
      '/v1/releases/cchc/2020/scores?set=VN63-46',
      { reason: 'x', scores: [{ unit: 'VN63-46.so-noi-vu', component: 'total', score: 1 }] },
    ],
    ['GET', `/v1/drafts/cchc/2024?${OWN}`],
    ['GET', '/v1/drafts/cchc/2020?set=VN63-46'],
    ['GET', '/v1/drafts/cchc/2020'],
    ['GET', `/v1/drafts/cchc/2024/1?${OWN}`],
    ['GET', `/v1/drafts/cchc/2024/1?set=VN63-46`],
    ['GET', `/v1/drafts/cchc/2024/1/diff?${OWN}`],
    ['GET', `/v1/drafts/cchc/2024/1/ranking?${OWN}`],
    ['GET', `/v1/drafts/cchc/2024/999?${OWN}`],
    ['POST', `${CCHC}/revisions/1/acknowledge?${OWN}`, { rules: ['x'], reason: 'x' }],
    ['POST', `${CCHC}/revisions/1/publish?${OWN}`, {}],
    ['POST', `${CCHC}/revisions/1/publish?${OWN}`, { publish_at: '2027-01-01T00:00:00Z' }],
    ['DELETE', `${CCHC}/embargo?${OWN}`],
    ['POST', `/v1/releases/cchc/2020/withdraw?set=VN63-46`, { reason: 'x' }],
  ])('are not touched by another province, nor by a token of no set: %s %s', async (method, path, body?: Json) => {
    for (const token of [tokens.daNang, tokens.nobody]) {
      expect(await send(method, path, { token, body, headers: { 'if-match': '1' } })).toMatchObject(refused);
    }
  });

  it('of another set than the file says are not written by way of the file', async () => {
    const elsewhere = csv('cchc', 'VN63-01', 'VN63-01.so-noi-vu', 'cchc-VN63-01-2023');
    for (const path of [CCHC, `${CCHC}?set=VN63-46`]) {
      const { status } = await send('PUT', path, { token: tokens.hue, body: elsewhere });
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
    expect(await send('PUT', CCHC, { token: tokens.daNang, body: mine })).toMatchObject(refused);
  });
});

describe('what no id can be', () => {
  it.each(['set=%23', 'set=VN63-46&edition=%23', 'set=a%20b'])(
    'is refused before anything is looked up: %s',
    async (query) => {
      for (const path of ['drafts/cchc/2020', 'drafts/cchc/2020/1', 'drafts/cchc/2020/1/ranking']) {
        expect(await send('GET', `/v1/${path}?${query}`, { token: tokens.all })).toMatchObject({
          ...{ status: 400, body: { code: 'invalid-parameter' } },
        });
      }
    },
  );
});

describe('the releases of the country', () => {
  it.each([
    [
      'PATCH',
      '/v1/releases/pci/2019/scores?set=VN63',
      { reason: 'x', scores: [{ unit: 'VN63-46', component: 'total', score: 1 }] },
    ],
    ['GET', '/v1/drafts/pci/2019'],
    ['GET', '/v1/drafts/pci/2019?set=VN63'],
    ['GET', '/v1/drafts/pci/2019/1?set=VN63'],
    ['POST', '/v1/releases/pci/2019/revisions/1/publish?set=VN63', {}],
    ['POST', '/v1/releases/pci/2019/withdraw?set=VN63', { reason: 'x' }],
    ['POST', '/v1/releases/pci/2019/withdraw?set=VN63-46&edition=main', { reason: 'x' }],
  ])('are nobody’s but of who owns everything: %s %s', async (method, path, body?: Json) => {
    expect(await send(method, path, { token: tokens.hue, body, headers: { 'if-match': '1' } })).toMatchObject(refused);
  });
});

describe('the catalogue', () => {
  it('of a province is its own: its unit set, its units, how it scores them', async () => {
    const set = (await send('GET', '/v1/units?set=VN63-46')).body;
    const [unit] = set.data;
    const { unit_set: _set, ...own } = unit;
    const path = `/v1/unit-sets/VN63-46/units/${own.unit}`;

    expect((await send('PUT', path, { token: tokens.hue, body: own })).status).toBe(200);
    expect(await send('PUT', path, { token: tokens.daNang, body: own })).toMatchObject(refused);
    expect(await send('PUT', path, { token: tokens.nobody, body: own })).toMatchObject(refused);
  });

  it('of a set is not founded on another province’s ground', async () => {
    const founded = (unit_set: string, parent: string | null) => ({
      unit_set,
      parent,
      name_vi: 'Thử',
      name_en: 'Test',
      valid_from: null,
      valid_to: null,
      roster: 'partial',
      groups: [{ group: 'departments', name_vi: 'Sở', name_en: 'Departments', roster: 'partial' }],
      successions: [],
      units: [{ unit: `${unit_set}.so-thu`, name_vi: 'Sở Thử', name_en: 'Test', groups: ['departments'], aliases: [] }],
      sources: ['Thử'],
    });
    // A set is named by the province that it is inside of: one that says otherwise is nobody's.
    const misnamed = { status: 422, body: { code: 'invalid-body', errors: [{ path: 'parent' }] } };
    for (const [unit_set, parent, expected] of [
      ['VN63-46', 'VN63-46', refused],
      ['VN63-46-x', 'VN63-46', refused],
      ['VN63-48-x', 'VN63-46', misnamed],
      ['VN63-48-x', null, misnamed],
    ] as const) {
      const put = await send('PUT', `/v1/unit-sets/${unit_set}`, {
        token: tokens.daNang,
        body: founded(unit_set, parent),
      });
      expect([unit_set, parent, put]).toMatchObject([unit_set, parent, expected]);
    }
  });

  it('has methodologies of a province, which no other one takes over', async () => {
    const methodologies = (await send('GET', '/v1/indices/cchc')).body.meta.methodologies as Json[];
    const ofHue = methodologies.find(({ unit_set }) => unit_set === 'VN63-46');
    const stored = await send('GET', `/v1/indices/cchc/methodologies/${ofHue.methodology}`);
    const { version: _version, ...body } = stored.body.data[0];
    const path = `/v1/indices/cchc/methodologies/${body.methodology}`;

    expect((await send('PUT', path, { token: tokens.hue, body })).status).toBe(200);
    expect(await send('PUT', path, { token: tokens.daNang, body })).toMatchObject(refused);
    expect(await send('PUT', path, { token: tokens.daNang, body: { ...body, unit_set: 'VN63-48' } })).toMatchObject(
      refused,
    );
    expect(await send('PUT', path, { token: tokens.hue, body: { ...body, unit_set: null } })).toMatchObject(refused);
  });

  it('that all share is changed by who owns everything', async () => {
    const { version: _version, ...index } = (await send('GET', '/v1/indices/cchc')).body.data[0];
    const layout = {
      layout: 'x',
      index: 'cchc',
      name_vi: 'x',
      name_en: 'x',
      columns: [{ component: 'total' }],
      source: 'x',
    };

    expect(await send('PUT', '/v1/indices/cchc', { token: tokens.hue, body: index })).toMatchObject(refused);
    expect(await send('PUT', '/v1/indices/cchc/layouts/x', { token: tokens.hue, body: layout })).toMatchObject(refused);
  });
});

describe('the mapping of columns', () => {
  const layout = (id: string, unit_set?: string, index = 'cchc') => ({
    ...{ layout: id, index, name_vi: 'Thử', name_en: 'Test', source: 'Thử' },
    ...(unit_set === undefined ? {} : { unit_set }),
    columns: [{ component: 'total', headers: ['cột lạ của Huế'] }],
  });
  const save = (token: string, body: { layout: string; index: string }) =>
    send('PUT', `/v1/indices/${body.index}/layouts/${body.layout}`, { token, body });
  const table = (set: string, unit: string) => ({
    token: tokens.all,
    body: `TT,Đơn vị,Cột lạ của Huế\n1,${unit},80\n2,Sở Tài chính,79\n`,
    path: `/v1/releases/cchc/2024?set=${set}&edition=mapped&dry_run=true`,
  });

  it('of a province’s own files is saved by itself, and reads those files alone', async () => {
    expect(await save(tokens.hue, layout('cua-hue', 'VN63-46'))).toMatchObject({ status: 201 });
    const read = async (set: string) => {
      const { path, ...given } = table(set, 'Sở Nội vụ');
      return (await send('PUT', path, given)).body.meta?.layout ?? null;
    };
    expect([await read('VN63-46'), await read('VN63-01')]).toEqual(['cua-hue', null]);
    const { path, ...given } = table('VN63-01', 'Sở Nội vụ');
    expect((await send('PUT', `${path}&layout=cua-hue`, given)).status).toBe(422);
  });

  it('of everybody, of the country or of another province is not its to change', async () => {
    expect((await save(tokens.all, layout('cua-moi-nguoi'))).status).toBe(201);
    for (const [token, body] of [
      [tokens.daNang, layout('cua-hue', 'VN63-48')],
      [tokens.daNang, layout('cua-hue', 'VN63-46')],
      [tokens.hue, layout('cua-hue')],
      [tokens.hue, layout('cua-moi-nguoi', 'VN63-46')],
      [tokens.hue, layout('moi')],
      [tokens.hue, layout('moi', 'VN63')],
      [tokens.hue, layout('moi', 'VN63-46', 'pci')],
      [tokens.nobody, layout('moi', 'VN63-46')],
    ] as const) {
      expect([body, await save(token, body)]).toMatchObject([body, refused]);
    }
    expect(await save(tokens.hue, layout('moi', 'VN63-46-1999'))).toMatchObject({ status: 404 });
    expect((await save(tokens.all, layout('cua-hue', 'VN63-46'))).status).toBe(200);
  });
});

describe('sources', () => {
  const source = (set: string | null, index: string | null) => ({
    source: `own-${set ?? 'any'}-${index ?? 'any'}`,
    url: 'https://chi-so.example/x.csv',
    index,
    set,
    every_hours: 24,
    enabled: false,
  });

  it.each([
    ['VN63-48', 'cchc'],
    ['VN63', 'pci'],
    ['VN63-46', 'pci'],
    ['VN63-46', null],
    [null, 'cchc'],
    [null, null],
  ])('of %s and %s are not configured by the province VN63-46', async (set, index) => {
    const body = source(set, index);
    expect(await send('PUT', `/v1/sources/${body.source}`, { token: tokens.hue, body })).toMatchObject(refused);
  });

  it('of its own pass, as far as the host is one that may be fetched from', async () => {
    const body = source('VN63-46', 'cchc');
    expect(await send('PUT', `/v1/sources/${body.source}`, { token: tokens.hue, body })).toMatchObject({
      body: { code: 'host-not-allowed' },
    });
    expect((await send('GET', '/v1/sources', { token: tokens.hue })).body.data).toEqual([]);
  });
});
