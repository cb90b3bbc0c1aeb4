import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Attempt,
  authorizationAddress,
  challengeOf,
  signedOutAddress,
  takeAttempt,
  tokenFor,
} from './provider.ts';

const PROVIDER = {
  authorization_endpoint: 'https://pool.example.vn/oauth2/authorize',
  token_endpoint: 'https://pool.example.vn/oauth2/token',
  end_session_endpoint: 'https://pool.example.vn/logout',
  client_id: 'page',
  scope: 'openid',
};
const ATTEMPT: Attempt = { state: 'mine', verifier: 'v', from: '/sign-in' };

beforeEach(() => {
  vi.stubGlobal('location', { origin: 'https://chiso.example.vn' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('signing in at the provider', () => {
  it('asks for a code that only this tab can use, sent back to this page', () => {
    const asked = new URL(authorizationAddress(PROVIDER, ATTEMPT, 'challenge', 'https://chiso.example.vn/sign-in'));

    expect(Object.fromEntries(asked.searchParams)).toEqual({
      ...{ response_type: 'code', client_id: 'page', redirect_uri: 'https://chiso.example.vn/sign-in' },
      ...{ scope: 'openid', state: 'mine', code_challenge: 'challenge', code_challenge_method: 'S256' },
    });
    expect(asked.href).not.toContain('verifier');
  });

  it('makes the challenge as RFC 7636 does', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it.each([
    ['that this tab did not ask for', null, { code: 'c', state: 'mine', error: null }],
    ['that another link has brought', ATTEMPT, { code: 'c', state: 'other', error: null }],
    ['without a state', ATTEMPT, { code: 'c', state: null, error: null }],
    ['that is none', ATTEMPT, { code: null, state: 'mine', error: 'access_denied' }],
  ] as const)('asks for no token by a code %s', async (_, attempt, returned) => {
    const asked: unknown[] = [];
    vi.stubGlobal('fetch', async (...what: unknown[]) => asked.push(what));

    expect([await tokenFor(PROVIDER, attempt, returned), asked]).toEqual([null, []]);
  });

  it('remembers an attempt once, and none where the browser keeps nothing', () => {
    const kept = new Map([['chiso.signing-in', JSON.stringify(ATTEMPT)]]);
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      removeItem: (key: string) => kept.delete(key),
    });
    expect([takeAttempt(), takeAttempt()]).toEqual([ATTEMPT, null]);

    vi.stubGlobal('sessionStorage', undefined);
    expect(takeAttempt()).toBeNull();
  });

  it('ends at the provider, too', () => {
    expect(signedOutAddress(PROVIDER)).toBe(
      'https://pool.example.vn/logout?client_id=page&logout_uri=https%3A%2F%2Fchiso.example.vn%2Fsign-in',
    );
  });
});
