import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, UnsecuredJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalFunction } from './lambda-functions.ts';
import { createOAuthEndpoints } from './oauth-endpoints.ts';
import type { PoolClient, UserPool } from './user-pool-template.ts';

let server: Server | undefined;
afterEach(() => new Promise((resolve) => server?.close(resolve)));

const PAGE: PoolClient = {
  ...{ id: 'page', name: 'page', hasSecret: false, flows: ['code'], scopes: ['openid'] },
  ...{ callbacks: ['http://127.0.0.1:3000/sign-in'], logouts: [], accessTokenSeconds: 60, idTokenSeconds: 60 },
};
const NIGHTLY: PoolClient = { ...PAGE, id: 'nightly', hasSecret: true, flows: ['client_credentials'], callbacks: [] };

const ISSUER = {
  issuer: 'http://127.0.0.1:3000/_local/issuer',
  secretOf: () => 'secret',
  sign: async () => '',
  signClaims: async (claims: object) => new UnsecuredJWT({ ...claims }).encode(),
  handle: () => false,
};

type Answer = Awaited<ReturnType<LocalFunction['invoke']>>;
const gives = (accessTokenGeneration: object): Answer => ({
  ok: true,
  requestId: 'one',
  payload: JSON.stringify({ response: { claimsAndScopeOverrideDetails: { accessTokenGeneration } } }),
});

/** Serves a pool whose function answers like this; gives what asks it. */
const serve = async (answer: Answer, isAlone = true) => {
  const tokens = { invoke: async () => answer } as unknown as LocalFunction;
  const pool: UserPool = { id: 'pool', tokens, groups: ['auditors'], clients: [PAGE, NIGHTLY] };
  const handle = createOAuthEndpoints(pool, ISSUER, isAlone);
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_local/issuer`;
  return async (path: string, form?: Record<string, string>) => {
    const sent = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    return fetch(url + path, { ...sent, redirect: 'manual' });
  };
};
const AS_PROGRAM = { grant_type: 'client_credentials', client_id: 'nightly', client_secret: 'secret' };
const AS_PAGE = { response_type: 'code', client_id: 'page', redirect_uri: 'http://127.0.0.1:3000/sign-in' };

describe('where people and programs come to a token', () => {
  it('the function of the pool adds and takes away, but says nothing of what the pool itself says', async () => {
    const forged = {
      sub: 'minister',
      client_id: 'page',
      iss: 'https://evil.example',
      exp: 9_999_999_999,
      token_use: 'id',
    };
    const claimsToAddOrOverride = { unit_sets: 'VN63-46', ...forged };
    const ask = await serve(
      gives({ scopesToAdd: ['audit:read'], scopesToSuppress: ['openid'], claimsToAddOrOverride }),
    );
    const claims = decodeJwt(
      ((await (await ask('/oauth2/token', AS_PROGRAM)).json()) as { access_token: string }).access_token,
    );

    expect(claims).toMatchObject({ scope: 'audit:read', unit_sets: 'VN63-46' });
    expect(claims).toMatchObject({ sub: 'nightly', client_id: 'nightly', iss: ISSUER.issuer, token_use: 'access' });
    expect(claims.exp).toBe((claims.iat ?? 0) + 60);
  });

  it('there is no token where that function fails', async () => {
    const error = { errorType: 'Error', errorMessage: 'broken', trace: [] };
    const ask = await serve({ ok: false, requestId: 'one', error });
    const answer = await ask('/oauth2/token', AS_PROGRAM);

    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: 'PreTokenGeneration failed with error broken.' },
    ]);
  });

  it('nobody signs in, without a password as it is here, where others than this machine could', async () => {
    const asked = `/oauth2/authorize?${new URLSearchParams(AS_PAGE)}`;
    const alone = await serve(gives({}));
    expect((await alone(asked)).status).toBe(200);
    expect((await alone('/oauth2/authorize', AS_PAGE)).status).toBe(302);
    await new Promise((resolve) => server?.close(resolve));

    const open = await serve(gives({}), false);
    expect((await open(asked)).status).toBe(400);
    expect((await open('/oauth2/authorize', AS_PAGE)).status).toBe(400);
  });

  it('what is asked with is text on the page, and no markup', async () => {
    const ask = await serve(gives({}));
    const state = '"><script>alert(1)</script>';
    const page = await (await ask(`/oauth2/authorize?${new URLSearchParams({ ...AS_PAGE, state })}`)).text();

    expect(page).toContain('&#60;script&#62;');
    expect(page).not.toContain('<script');
  });
});
