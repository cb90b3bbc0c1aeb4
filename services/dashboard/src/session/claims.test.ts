import { describe, expect, it } from 'vitest';
import { claimsOf, hasEnded, mayDo, tokenIn } from './claims.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: unknown) => `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`;

describe('an access token', () => {
  it('says who bears it, for what, and until when', () => {
    const claims = {
      sub: 'Nguyễn Lan ừ',
      scope: 'targets:write audit:read',
      unit_sets: 'VN63-46 VN34-46',
      exp: 1_800_000_000,
    };

    expect(claimsOf(tokenOf(claims))).toEqual({
      subject: 'Nguyễn Lan ừ',
      client: null,
      scopes: ['targets:write', 'audit:read'],
      unitSets: ['VN63-46', 'VN34-46'],
      expiresAt: 1_800_000_000_000,
    });
  });

  it('may list what others write as one text, and name a machine', () => {
    expect(claimsOf(tokenOf({ client_id: 'máy', scp: ['releases:write'], unit_sets: ['*'] }))).toEqual({
      ...{ subject: 'máy', client: 'máy', scopes: ['releases:write'], unitSets: ['*'], expiresAt: null },
    });
    expect(claimsOf(tokenOf({}))).toEqual({ subject: '', client: null, scopes: [], unitSets: [], expiresAt: null });
  });

  it('of a pool names its bearer as they sign in, and the page that asked', () => {
    expect(claimsOf(tokenOf({ sub: '5f1c-9a', username: 'lan', client_id: 'page' }))).toMatchObject({
      subject: 'lan',
      client: 'page',
    });
  });

  it.each(['', 'mật khẩu', 'a.b', 'a.b.c', 'a.b.c.d', `x.${part('a text')}.y`, `x.${part(null)}.y`, 'x.eyJ.y'])(
    'is not every text: “%s” is none',
    (text) => {
      expect(claimsOf(text)).toBeNull();
    },
  );

  it('ends at its instant', () => {
    const claims = claimsOf(tokenOf({ exp: 10 }));

    expect(claims && [hasEnded(claims, 9_999), hasEnded(claims, 10_000)]).toEqual([false, true]);
  });

  it('lets its bearer do what one of its scopes allows', () => {
    const claims = claimsOf(tokenOf({ scope: 'targets:write' }));

    expect([mayDo(claims, 'releases:write', 'targets:write'), mayDo(claims, 'releases:write')]).toEqual([true, false]);
    expect(mayDo(null, 'targets:write')).toBe(false);
  });

  it.each(['a.b.c', ' a.b.c\n', 'export TOKEN=a.b.c', '"a.b.c"', 'Authorization: Bearer a.b.c', 'bearer a.b\n.c'])(
    'is found in what is pasted: “%s”',
    (pasted) => {
      expect(tokenIn(pasted)).toBe('a.b.c');
    },
  );
});
