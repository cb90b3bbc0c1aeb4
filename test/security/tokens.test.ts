import { GROUPS } from '@chi-so/contract/groups';
import { decodeJwt } from 'jose';
import { describe, expect, inject, it } from 'vitest';
import { clientOf } from '../support/client.ts';
import { askedBy, asking, codeFor, exchanged, placeOf, postForm, tokensFor } from '../support/pool.ts';

/** Who comes to which token, by the pool of the template and the function that it asks, and what that token opens. */

const { url, tokens, machineClients } = inject('stack');
const send = clientOf(url);
const ledger = machineClients['hue-ledger'] ?? { id: '', secret: '' };

const DRAFTS = '/v1/drafts/pci/2019?set=VN63';
const AUDIT = '/v1/audit?limit=5';
const statusOf = async (token: string, path: string, method = 'GET') => (await send(method, path, { token })).status;

describe('somebody who signs in', () => {
  it('may do what their groups give, for the units that an administrator has named', async () => {
    const { access_token } = await tokensFor(url, { groups: ['ingesters', 'auditors'], unit_sets: 'VN63-46 VN34-46' });
    const claims = decodeJwt(access_token);

    expect(claims).toMatchObject({
      token_use: 'access',
      username: 'lan',
      scope: 'openid releases:write audit:read',
      unit_sets: 'VN63-46 VN34-46',
    });
    expect(claims.aud).toBeUndefined();
    expect(await statusOf(access_token, '/v1/sources')).toBe(200);
    expect(await statusOf(access_token, '/v1/targets/VN63-46')).toBe(403);
    expect((await send('GET', DRAFTS, { token: access_token })).body).toMatchObject({
      status: 403,
      unit_sets: ['VN63-46', 'VN34-46'],
    });
  });

  it('may do nothing in no group, and nothing for anybody without units', async () => {
    const nobody = await tokensFor(url, { groups: [], unit_sets: '*' });
    const unitless = await tokensFor(url, { groups: Object.keys(GROUPS) });

    expect(await statusOf(nobody.access_token, '/v1/sources')).toBe(403);
    expect(await statusOf(unitless.access_token, DRAFTS)).toBe(403);
  });

  it('gains no scope by asking for it: neither by its name here nor by the name that programs ask by', async () => {
    const place = await placeOf(url);
    for (const scope of ['openid releases:publish', 'chi-so/releases:publish', 'unit-sets/*']) {
      const answer = await postForm(place.authorization_endpoint, asking(url, place, { scope }));

      expect([scope, answer.status, answer.body]).toEqual([scope, 400, { error: 'invalid_scope' }]);
    }
  });

  it('has nothing in the ID token that opens a route: it says who, not what', async () => {
    const { id_token, access_token } = await tokensFor(url, { groups: Object.keys(GROUPS), unit_sets: '*' });

    expect(decodeJwt(id_token)).toMatchObject({ token_use: 'id', aud: decodeJwt(access_token).client_id });
    expect(decodeJwt(id_token).scope).toBeUndefined();
    for (const [method, path] of [
      ['GET', '/v1/sources'],
      ['GET', DRAFTS],
      ['GET', AUDIT],
      ['GET', '/v1/targets/VN63-46'],
      ['PUT', '/v1/indices/x'],
    ] as const) {
      expect([path, await statusOf(access_token, path, method)]).not.toEqual([path, 401]);
      expect([path, await statusOf(id_token, path, method)]).toEqual([path, 403]);
    }
  });

  it.each<[string, Record<string, string>]>([
    ['with another verifier than the one that asked', { code_verifier: 'x'.repeat(43) }],
    ['without a verifier', { code_verifier: '' }],
    ['for another page', { redirect_uri: 'https://evil.example/sign-in' }],
    ['by another client', { client_id: ledger.id, client_secret: ledger.secret }],
  ])('gives no token for a code %s, and none for that code after', async (_, more) => {
    const code = await codeFor(url, { groups: ['publishers'] });

    expect((await exchanged(url, code, more)).body).toEqual({ error: 'invalid_grant' });
    expect((await exchanged(url, code)).body).toEqual({ error: 'invalid_grant' });
  });

  it('is sent back to the page alone, whatever address is asked for', async () => {
    const place = await placeOf(url);
    for (const redirect_uri of [
      'https://evil.example/sign-in',
      `${url}/sign-in/x`,
      `${url}@evil.example/sign-in`,
      '',
    ]) {
      const answer = await postForm(place.authorization_endpoint, asking(url, place, { redirect_uri }));

      expect([redirect_uri, answer.status, answer.location]).toEqual([redirect_uri, 400, null]);
    }
  });
});

describe('a program of the stage', () => {
  it('may do what the stage gives to it, for its units', async () => {
    const { body } = await askedBy(url, ledger);

    expect(decodeJwt(body.access_token)).toMatchObject({
      sub: ledger.id,
      client_id: ledger.id,
      scope: 'releases:write audit:read',
      unit_sets: 'VN63-46',
    });
    expect(body.id_token).toBeUndefined();
    expect(await statusOf(body.access_token, AUDIT)).toBe(200);
    expect(await statusOf(body.access_token, DRAFTS)).toBe(403);
    expect(await statusOf(body.access_token, '/v1/targets/VN63-46')).toBe(403);
  });

  it('comes to less where it asks for less, and to no token where it asks for more', async () => {
    const less = (await askedBy(url, ledger, { scope: 'chi-so/audit:read' })).body.access_token;

    expect(decodeJwt(less)).toMatchObject({ scope: 'audit:read', unit_sets: '' });
    for (const scope of ['chi-so/releases:publish', 'releases:write', 'unit-sets/VN63-48', 'unit-sets/*', 'openid']) {
      expect([scope, (await askedBy(url, ledger, { scope })).body]).toEqual([scope, { error: 'invalid_scope' }]);
    }
  });

  it('comes to none with another secret, and the page to none as a program', async () => {
    const { client_id } = await placeOf(url);

    for (const secret of ['', ledger.id, ledger.secret.slice(1)]) {
      expect((await askedBy(url, { id: ledger.id, secret })).body).toEqual({ error: 'invalid_client' });
    }
    expect((await askedBy(url, { id: client_id, secret: '' })).body).toEqual({ error: 'unauthorized_client' });
  });
});

describe('a token', () => {
  it('of another client than those of the stage is refused, and so is one of another pool', async () => {
    expect(await statusOf(tokens.stranger, '/v1/sources')).toBe(401);
    expect(await statusOf(tokens.otherClient, '/v1/sources')).toBe(401);
    expect(await statusOf(tokens.otherPool, '/v1/sources')).toBe(401);
    expect(await statusOf(tokens.all, '/v1/sources')).toBe(200);
  });
});
