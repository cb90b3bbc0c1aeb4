import { beforeAll, describe, expect, it } from 'vitest';
import { madePci } from '../fixtures/made-pci.ts';
import { clientOf, type Json } from '../support/client.ts';
import { tokensFor } from '../support/pool.ts';
import { writtenStack } from '../support/written-stack.ts';

/** Nhật ký: what was written, by whom, and what it changed. Releases of an edition that no other test writes. */

const { url, tokens } = writtenStack();
const send = clientOf(url);
const EDITION = 'audited';
const where = `set=VN63&edition=${EDITION}`;
const path = '/v1/releases/pci/2017';
const target = `pci/VN63/${EDITION}/2017`;
const audit = (query: string, token = tokens.all) => send('GET', `/v1/audit?${query}`, { token });
const headers = (key: string) => ({ 'idempotency-key': key });

beforeAll(async () => {
  const upload = async (seed: number) => {
    const body = { ...madePci(seed), edition: EDITION };
    const { revision, findings } = (
      await send('PUT', `${path}?${where}`, { token: tokens.all, body, headers: headers(`audited-upload-${seed}`) })
    ).body.meta;
    const rules = [...new Set(findings.flatMap((one: Json) => (one.severity === 'warning' ? [one.rule] : [])))];
    if (rules.length === 0) return revision;
    const accepted = {
      token: tokens.all,
      body: { rules, reason: 'đã xem' },
      headers: headers(`audited-accept-${seed}`),
    };
    await send('POST', `${path}/revisions/${revision}/acknowledge?${where}`, accepted);
    return revision;
  };
  const publish = async (revision: number, base?: number) => {
    const given = { ...headers(`audited-publish-${revision}`), ...(base ? { 'if-match': String(base) } : {}) };
    const sent = { token: tokens.all, body: { reason: 'đủ số liệu' }, headers: given };
    expect((await send('POST', `${path}/revisions/${revision}/publish?${where}`, sent)).status).toBe(200);
  };
  await publish(await upload(1));
  await publish(await upload(2), 1);
  const withdrawal = {
    token: tokens.all,
    body: { reason: 'sai' },
    headers: { ...headers('audited-w'), 'if-match': '2' },
  };
  expect((await send('POST', `${path}/withdraw?${where}`, withdrawal)).status).toBe(200);
});

describe('the audit', () => {
  it('has every write of a release, newest first: who, what, what it was and what it became, and by which request', async () => {
    const { body } = await audit(`target=${target}`);
    const publications = body.data.filter(({ entry }: Json) => entry !== null);

    expect(
      publications.map(({ action, before, after, reason, request_id }: Json) => [
        action,
        before,
        after,
        reason,
        request_id,
      ]),
    ).toEqual([
      ['withdraw', { entry: 2, revision: 2 }, { entry: 3, revision: null }, 'sai', 'audited-w'],
      ['publish', { entry: 1, revision: 1 }, { entry: 2, revision: 2 }, 'đủ số liệu', 'audited-publish-2'],
      ['publish', null, { entry: 1, revision: 1 }, 'đủ số liệu', 'audited-publish-1'],
    ]);
    expect(new Set(body.data.map(({ actor }: Json) => actor))).toEqual(new Set(['local']));
    const [upload] = body.data.filter(({ request_id }: Json) => request_id === 'audited-upload-2');
    expect(upload).toMatchObject({ action: 'upload', before: { revision: 1 }, after: { revision: 2 } });
    expect(upload.after.sha256).toMatch(/^[0-9a-f]{64}$/);
    const instants = body.data.map(({ at }: Json) => at);
    expect(instants).toEqual(instants.toSorted().reverse());
  });

  it('is the same in pages of any size, without an entry twice or left out', async () => {
    const whole = (await audit('limit=400')).body.data;
    for (const size of [1, 7, 90]) {
      const rows: Json[] = [];
      let next: string | null = `/v1/audit?limit=${size}&until=${whole[0].at}`;
      while (next !== null && rows.length < 40) {
        const { status, body } = await send('GET', next, { token: tokens.all });
        expect([status, body.data.length <= size]).toEqual([200, true]);
        rows.push(...body.data);
        next = body.next;
      }
      expect([size, rows]).toEqual([size, whole.slice(0, rows.length)]);
    }
  });

  it('answers who did something, to what, when', async () => {
    const actions = async (query: string) =>
      new Set((await audit(`target=${target}&${query}`)).body.data.map(({ action }: Json) => action));

    expect(await actions('action=withdraw')).toEqual(new Set(['withdraw']));
    expect(await actions('actor=nobody-of-this-name')).toEqual(new Set());
    expect((await audit('target=pci/VN63')).body.data.length).toBeGreaterThan(4);
    expect((await audit('since=2020-01-01&until=2020-02-01')).body).toEqual({
      data: [],
      meta: { since: '2020-01-01T00:00:00.000Z', until: '2020-02-01T23:59:59.999Z' },
      next: null,
    });
  });

  it('is for those who have its scope, and shows to the owner of a province what concerns it', async () => {
    expect((await send('GET', '/v1/audit')).status).toBe(401);
    expect((await audit('', tokens.write)).status).toBe(403);
    const hue = (await audit('limit=1000', tokens.hue)).body.data;
    const all = (await audit('limit=1000')).body.data;

    expect(all.length).toBeGreaterThan(hue.length);
    expect(hue.filter(({ target }: Json) => !/^(\w+\/VN(63|34)-46|targets\/VN(63|34)-46)/.test(target))).toEqual([]);
    expect((await audit('', tokens.nobody)).body.data).toEqual([]);
  });

  it('names somebody of the pool so that others know them, and nobody else can be taken for them', async () => {
    const somebody = { person: 'lan.nguyen', groups: ['ingesters', 'auditors'], unit_sets: '*' };
    const { access_token } = await tokensFor(url, somebody);
    const body = { ...madePci(3), edition: 'by-lan' };
    const written = await send('PUT', `${path}?set=VN63&edition=by-lan`, { token: access_token, body });

    expect(written.status).toBe(201);
    expect((await audit('target=pci/VN63/by-lan/2017', access_token)).body.data).toEqual([
      expect.objectContaining({ actor: expect.stringMatching(/^lan\.nguyen~[0-9a-f]{8}$/) }),
    ]);
  });

  it.each([
    ['since=yesterday', 'since'],
    ['until=2026-02-31', 'until'],
    ['since=2020-01-01', 'since'],
    ['limit=0', 'limit'],
    ['cursor=AAAA', 'cursor'],
  ])('says what is wrong with %s', async (query, named) => {
    const { status, body } = await audit(query);
    expect([status, body.code]).toEqual([400, 'invalid-parameter']);
    expect(body.detail).toContain(named);
  });

  it('keeps what was sent to itself: no payload, no token', async () => {
    const text = JSON.stringify((await audit(`target=${target}`)).body);
    expect(text).not.toMatch(/eyJ|scores|Bearer/);
  });
});
