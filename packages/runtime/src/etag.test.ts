import { describe, expect, it } from 'vitest';
import { needsNoBody, weakEtag } from './etag.ts';

describe('A body', () => {
  const etag = weakEtag('text/csv', 'vi', 'a');
  const asked = (method: string, known?: string) => ({ method, headers: { 'if-none-match': known } });

  it('need not be made for a HEAD, nor for whoever has it', () => {
    expect([asked('HEAD'), asked('GET', etag), asked('GET', '*')].map((one) => needsNoBody(one, etag))).toEqual(
      Array(3).fill(true),
    );
    expect(needsNoBody(asked('GET', `"x", ${etag.replace('W/', '')}`), etag)).toBe(true);
  });

  it('is made for everybody else', () => {
    expect([asked('GET'), asked('GET', 'W/"x"')].map((one) => needsNoBody(one, etag))).toEqual([false, false]);
  });
});
