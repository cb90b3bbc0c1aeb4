import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepToken, readToken } from './token.ts';

const token = `x.${Buffer.from(JSON.stringify({ sub: 'lan' })).toString('base64url')}.y`;
const refuse = () => {
  throw new Error('refused');
};
beforeEach(() => {
  vi.stubGlobal('dispatchEvent', () => true);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('keeps a token in the tab', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  keepToken(token);
  expect([readToken(), [...kept.values()]]).toEqual([token, [token]]);
  keepToken(null);
  expect([readToken(), kept.size]).toEqual([null, 0]);
});

it('keeps it for as long as the page is open where the browser refuses to', () => {
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(readToken()).toBeNull();
  keepToken(token);
  expect(readToken()).toBe(token);
  keepToken(null);
  expect(readToken()).toBeNull();
});
