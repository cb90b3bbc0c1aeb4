import { connect } from 'node:net';
import { describe, expect, inject, it } from 'vitest';
import { madePci } from '../fixtures/made-pci.ts';
import { clientOf } from '../support/client.ts';

/** What somebody who may write a little tries, to write more, or to harm: everything here is refused, so nothing changes. */

const { url, tokens } = inject('stack');
const send = clientOf(url);
const release = () => madePci(1);

describe('a field that nobody may set', () => {
  it.each<[string, string, string, object, string]>([
    [
      'a draft as published',
      'PUT',
      '/v1/releases/pci/2016?set=VN63&edition=x',
      { ...release(), status: 'published' },
      'status',
    ],
    [
      'somebody else as the sender',
      'PUT',
      '/v1/releases/pci/2016?set=VN63&edition=x',
      { ...release(), actor: 'minister' },
      'actor',
    ],
    [
      'a rank of ours',
      'PATCH',
      '/v1/releases/pci/2019/scores?set=VN63',
      { reason: 'x', scores: [{ unit: 'VN63-46', component: 'total', score: 99, rank: 1 }] },
      'rank',
    ],
    ['a log entry', 'POST', '/v1/releases/pci/2019/revisions/1/publish?set=VN63', { entry: 99 }, 'entry'],
    [
      'the time of a withdrawal',
      'POST',
      '/v1/releases/pci/2019/withdraw?set=VN63',
      { reason: 'x', at: '2020-01-01' },
      'at',
    ],
    ['the version of a plan', 'PUT', '/v1/targets/VN63-46/2030', { title: 'K', rows: [], version: 9 }, 'version'],
    [
      'the state of a source',
      'PUT',
      '/v1/sources/x',
      { url: 'https://localhost/a', taken_at: '2020-01-01' },
      'taken_at',
    ],
    ['the key of an upload', 'POST', '/v1/uploads', { bytes: 5_000_000, key: 'originals/a' }, 'key'],
  ])('%s is refused by its name', async (_, method, path, body, named) => {
    const answer = await send(method, path, { token: tokens.all, body, headers: { 'if-match': '1' } });

    expect([answer.status, JSON.stringify(answer.body)]).toEqual([422, expect.stringContaining(named)]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('%s reaches no prototype', async (name) => {
    const body = `{"bytes": 5000000, "${name}": {"isAdmin": true}}`;
    const answer = await send('POST', '/v1/uploads', {
      token: tokens.all,
      body,
      headers: { 'content-type': 'application/json' },
    });
    // A parser gives `__proto__` as a field like any other; it is left out or refused, and nothing has it afterwards.
    expect([201, 422]).toContain(answer.status);
    expect(JSON.stringify(answer.body)).not.toContain('isAdmin');
  });
});

describe('a scope that the token has not', () => {
  it.each([
    ['POST', '/v1/releases/pci/2019/revisions/1/publish?set=VN63', 'write'],
    ['POST', '/v1/releases/pci/2019/withdraw?set=VN63', 'write'],
    ['PATCH', '/v1/releases/pci/2019/scores?set=VN63&publish=true', 'write'],
    ['PUT', '/v1/releases/pci/2019?set=VN63', 'publish'],
    ['PUT', '/v1/unit-sets/VN63', 'write'],
    ['PUT', '/v1/targets/VN63-46/2030', 'write'],
    ['GET', '/v1/audit', 'publish'],
  ] as const)('does not open %s %s, whatever else is said', async (method, path, token) => {
    const body =
      method === 'GET' ? {} : { body: { reason: 'x', scores: [{ unit: 'VN63-46', component: 'total', score: 1 }] } };
    const headers = { 'if-match': '1', 'x-scope': 'releases:publish audit:read', scope: 'releases:publish' };
    const answer = await send(method, path, { token: tokens[token], headers, ...body });

    expect(answer.status).toBe(403);
  });

  it.each(['stranger', 'nonsense'])('is not had by a token of %s', async (whose) => {
    const token = whose === 'stranger' ? tokens.stranger : `${tokens.all.slice(0, -4)}AAAA`;
    expect((await send('GET', '/v1/audit', { token })).status).toBe(401);
  });
});

describe('a body that is too much', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    ['arrays within arrays', `{"scores":${'['.repeat(200_000)}`],
    ['arrays within arrays that end', `{"reason":${'['.repeat(50_000)}${']'.repeat(50_000)},"scores":[]}`],
    ['objects within objects', `${'{"scores":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['a text of 3 MB where a name belongs', JSON.stringify({ reason: 'x'.repeat(3 << 20), scores: [] })],
    [
      'a list of 200,000 scores',
      JSON.stringify({ reason: 'x', scores: Array(200_000).fill({ unit: 'a', component: 'b', score: 1 }) }),
    ],
  ])('of %s is refused, and takes nobody down', async (_, body) => {
    const answer = await send('PATCH', '/v1/releases/pci/2019/scores?set=VN63', {
      token: tokens.all,
      body,
      headers: json,
    });

    expect([answer.status >= 400 && answer.status < 500, answer.status]).toEqual([true, answer.status]);
    expect((await send('GET', '/healthz')).status).toBe(200);
  });

  it('of more than the gateway takes is refused by it', async () => {
    const answer = await send('PUT', '/v1/releases/pci/2019?set=VN63', {
      token: tokens.all,
      body: 'a'.repeat(11 << 20),
    });
    expect(answer.status).toBe(413);
  });
});

describe('a line break where none belongs', () => {
  it.each([
    '/v1/rankings/pci/2019?lang=vi%0d%0aset-cookie:%20a=b',
    '/v1/rankings/pci%0d%0aset-cookie:%20a=b/2019',
    '/v1/exports/rankings/pci/2019%0d%0aset-cookie:%20a=b.xlsx',
    '/v1/units/resolve?name=a%0d%0aset-cookie:%20a=b',
    '/%0d%0aset-cookie:%20a=b',
  ])('in %s becomes no header', async (path) => {
    const answer = await fetch(url + path);

    expect([path, answer.headers.get('set-cookie')]).toEqual([path, null]);
    expect(answer.status).toBeLessThan(500);
  });

  it('in a header ends the request, whose rest is no second one', async () => {
    const { hostname, port } = new URL(url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write('GET /healthz HTTP/1.1\r\nhost: a\r\nx: 1\rset-cookie: a=b\r\nconnection: close\r\n\r\n'),
      );
      let said = '';
      socket.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
      socket.on('end', () => resolve(said)).on('error', reject);
    });
    expect(answer).not.toMatch(/^set-cookie/im);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
});
