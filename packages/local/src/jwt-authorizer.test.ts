import { createHmac } from 'node:crypto';
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Authorize, createJwtAuthorizer } from './jwt-authorizer.ts';

const ISSUER = 'https://issuer.example';
const NOW = 1_700_000_000;
const base64url = (value: string) => Buffer.from(value).toString('base64url');

let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
let publicPem: string;
let keys: JWK[];
let authorize: Authorize;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  privateKey = pair.privateKey;
  publicPem = await exportSPKI(pair.publicKey);
  keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' }];
  authorize = authorizer(async () => keys);
});

const authorizer = (fetchKeys: () => Promise<JWK[]>) =>
  createJwtAuthorizer(
    { issuer: ISSUER, audience: ['chi-so', 'other'], identitySources: ['$request.header.Authorization'] },
    fetchKeys,
    () => NOW * 1000,
  );

const valid = {
  iss: ISSUER,
  aud: 'chi-so',
  sub: 'someone',
  iat: NOW - 10,
  exp: NOW + 60,
  scope: 'releases:write audit:read',
};

const sign = (claims: object = {}, header: object = {}, key = privateKey) => {
  const payload = Object.fromEntries(
    Object.entries({ ...valid, ...claims }).filter(([, value]) => value !== undefined),
  );
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key);
};

const verdict = (authorization: string | undefined, scopes = ['releases:write'], by = authorize) =>
  by({ header: (name) => (name === 'authorization' ? authorization : undefined), query: () => undefined }, scopes);

const status = async (authorization: string | undefined, scopes?: string[]) => {
  const result = await verdict(authorization, scopes);
  return result.ok ? 200 : result.status;
};

describe('a JWT authorizer', () => {
  it('takes a token with or without Bearer, and gives its claims as strings', async () => {
    expect(await status(await sign())).toBe(200);
    expect(await verdict(`Bearer ${await sign({ groups: ['a', 'b'], admin: true })}`)).toEqual({
      ok: true,
      claims: {
        iss: ISSUER,
        aud: 'chi-so',
        sub: 'someone',
        iat: String(NOW - 10),
        exp: String(NOW + 60),
        scope: 'releases:write audit:read',
        groups: '[a b]',
        admin: 'true',
      },
      scopes: ['releases:write', 'audit:read'],
    });
  });

  it('asks for a token where there is none', async () => {
    expect(await verdict(undefined)).toEqual({ ok: false, status: 401, challenge: 'Bearer' });
    expect(await status('Bearer ')).toBe(401);
    expect(await status('Bearer not.a.token')).toBe(401);
  });

  it.each([
    ['of another issuer', { iss: 'https://issuer.example/' }],
    ['without issuer', { iss: undefined }],
    ['for another audience', { aud: 'someone-else' }],
    ['without audience and client_id', { aud: undefined }],
    ['with another client_id and no audience', { aud: undefined, client_id: 'someone-else' }],
    ['for another audience whose client_id would fit', { aud: 'someone-else', client_id: 'chi-so' }],
    ['that has expired', { exp: NOW }],
    ['without expiry', { exp: undefined }],
    ['that is not valid yet', { nbf: NOW + 5 }],
    ['with a not-before that is no time', { nbf: 'soon' }],
    ['issued in the future', { iat: NOW + 5 }],
  ])('refuses a token %s', async (_, claims) => {
    expect(await status(await sign(claims))).toBe(401);
  });

  it('takes client_id for the audience of a token that has none, and one of several audiences', async () => {
    expect(await status(await sign({ aud: undefined, client_id: 'other' }))).toBe(200);
    expect(await status(await sign({ aud: ['x', 'chi-so'] }))).toBe(200);
  });

  it('answers 403 when a valid token has none of the scopes of the route', async () => {
    expect(await status(await sign({ scope: 'audit:read' }))).toBe(403);
    expect(await status(await sign({ scope: 'releases:writer' }))).toBe(403);
    expect(await status(await sign({ scope: 'audit:read' }), ['releases:write', 'audit:read'])).toBe(200);
    expect(await status(await sign({ scope: undefined, scp: ['releases:write'] }))).toBe(200);
  });

  it('lets an ID token pass only where no scope is asked for', async () => {
    const idToken = await sign({ scope: undefined, token_use: 'id', nonce: 'n' });
    expect(await status(idToken)).toBe(403);
    expect(await verdict(idToken, [])).toMatchObject({ ok: true, scopes: null });
  });

  it('refuses alg none', async () => {
    const header = base64url(JSON.stringify({ alg: 'none', kid: 'one' }));
    expect(await status(`${header}.${base64url(JSON.stringify(valid))}.`)).toBe(401);
  });

  it('refuses HS256 with the public key as the secret', async () => {
    const unsigned = `${base64url(JSON.stringify({ alg: 'HS256', kid: 'one' }))}.${base64url(JSON.stringify(valid))}`;
    const signature = createHmac('sha256', publicPem).update(unsigned).digest('base64url');
    expect(await status(`${unsigned}.${signature}`)).toBe(401);
  });

  it('refuses none and shared secrets however they are spelt, and whatever of the public key is the secret', async () => {
    const claims = base64url(JSON.stringify(valid));
    for (const alg of ['None', 'NONE', 'nOnE', '', 'HS384', 'rs256']) {
      const header = base64url(JSON.stringify({ alg, kid: 'one' }));
      expect([alg, await status(`${header}.${claims}.`)]).toEqual([alg, 401]);
    }
    const unsigned = `${base64url(JSON.stringify({ alg: 'HS256', kid: 'one' }))}.${claims}`;
    for (const secret of [
      publicPem,
      publicPem.trim(),
      JSON.stringify(keys[0]),
      Buffer.from(keys[0]?.n ?? '', 'base64url'),
      '',
    ]) {
      const signature = createHmac('sha256', secret).update(unsigned).digest('base64url');
      expect(await status(`${unsigned}.${signature}`)).toBe(401);
    }
    const [header, payload] = (await sign()).split('.');
    expect(await status(`${header}.${payload}.`)).toBe(401);
    expect(await status(`${header}.${payload}`)).toBe(401);
  });

  it('takes no key that the token brings along', async () => {
    const own = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(own.publicKey);
    for (const header of [{ jwk }, { jku: 'https://evil.example/jwks.json' }, { x5u: 'https://evil.example' }]) {
      expect(await status(await sign({}, { ...header, kid: 'one' }, own.privateKey))).toBe(401);
      expect(await status(await sign({}, { ...header, kid: 'mine' }, own.privateKey))).toBe(401);
    }
  });

  it('refuses critical headers that it does not understand, and claims that are no object', async () => {
    expect(await status(await sign({}, { crit: ['exp-v2'], 'exp-v2': 1 }).catch(() => 'x.y.z'))).toBe(401);
    for (const payload of ['[]', 'null', '"text"', '{']) {
      const signed = await new CompactSign(new TextEncoder().encode(payload))
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(privateKey);
      expect(await status(signed)).toBe(401);
    }
  });

  it('does not take a part of a scope, another letter case or a scope of a list for the scope', async () => {
    for (const scope of ['releases', 'RELEASES:WRITE', 'releases:write,audit:read', ' ', '*']) {
      expect([scope, await status(await sign({ scope }))]).toEqual([scope, 403]);
    }
  });

  it('refuses a key it does not know, a missing kid, another key under a known kid, and a changed token', async () => {
    const other = await generateKeyPair('RS256');
    expect(await status(await sign({}, { kid: 'two' }))).toBe(401);
    expect(await status(await sign({}, { kid: undefined }))).toBe(401);
    expect(await status(await sign({}, {}, other.privateKey))).toBe(401);
    const [header, , signature] = (await sign()).split('.');
    expect(await status(`${header}.${base64url(JSON.stringify({ ...valid, sub: 'admin' }))}.${signature}`)).toBe(401);
  });

  it('refuses keys other than RSA even when the issuer has them', async () => {
    const ec = await generateKeyPair('ES256', { extractable: true });
    const by = authorizer(async () => [{ ...(await exportJWK(ec.publicKey)), kid: 'ec' }]);
    const token = await new SignJWT(valid).setProtectedHeader({ alg: 'ES256', kid: 'ec' }).sign(ec.privateKey);
    expect(await verdict(token, [], by)).toMatchObject({ status: 401 });
  });

  it('looks up a rotated key, and keeps known ones without asking again', async () => {
    let fetches = 0;
    let published: JWK[] = [];
    const by = authorizer(async () => {
      fetches += 1;
      return published;
    });
    published = keys;
    await verdict(await sign(), [], by);
    await verdict(await sign(), [], by);
    expect(fetches).toBe(1);
    const next = await generateKeyPair('RS256', { extractable: true });
    published = [{ ...(await exportJWK(next.publicKey)), kid: 'two' }];
    expect(await verdict(await sign({}, { kid: 'two' }, next.privateKey), [], by)).toMatchObject({ ok: true });
    expect(fetches).toBe(2);
    expect(await verdict(await sign(), [], by)).toMatchObject({ status: 401 });
  });

  it('answers 401 when the issuer cannot be reached', async () => {
    const by = authorizer(() => Promise.reject(new Error('down')));
    expect(await verdict(await sign(), [], by)).toMatchObject({ status: 401 });
  });
});
