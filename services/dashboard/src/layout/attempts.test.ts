import { expect, it } from 'vitest';
import { attempts } from './attempts.ts';

it('lets the last attempt alone count, whichever is answered first', () => {
  const { begin } = attempts();
  const first = begin();
  expect(first()).toBe(true);
  const second = begin();
  expect([first(), second()]).toEqual([false, true]);
});
