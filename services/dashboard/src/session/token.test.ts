import { describe, expect, it } from 'vitest';
import { claimsOf } from './token.ts';

const tokenOf = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;

describe('a token', () => {
  it('says what it opens, in any letters', () => {
    expect(claimsOf(tokenOf({ sub: 'Sở Nội vụ Huế ?>', scope: 'releases:write' }))).toEqual({
      sub: 'Sở Nội vụ Huế ?>',
      scope: 'releases:write',
    });
  });

  it.each(['', 'nonsense', 'a.b.c', `x.${Buffer.from('null').toString('base64url')}.y`])(
    'that is none says nothing: %j',
    (text) => {
      expect(claimsOf(text)).toEqual({});
    },
  );
});
