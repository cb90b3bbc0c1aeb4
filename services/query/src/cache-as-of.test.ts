import { expect, it } from 'vitest';
import { cacheAsOf } from './cache-as-of.ts';

const now = new Date('2026-05-06T12:00:00.000Z');

it.each([
  ['2026-05-04T23:59:59.999Z', 'fixed'],
  ['2026-05-05T12:00:00.000Z', 'current'],
  ['2026-05-06T11:58:00.000Z', 'current'],
  ['2026-05-06T11:59:30.000Z', 'none'],
  ['2026-05-06T23:59:59.999Z', 'none'],
])('what was official at %s is kept as %s', (instant, cache) => {
  expect(cacheAsOf(instant, now)).toBe(cache);
});
