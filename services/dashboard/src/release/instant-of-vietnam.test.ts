import { expect, it } from 'vitest';
import { instantOfVietnam } from './instant-of-vietnam.ts';

it.each([
  ['2027-01-01T09:00', '2027-01-01T02:00:00.000Z'],
  ['2027-01-01T00:30', '2026-12-31T17:30:00.000Z'],
  ['2027-13-01T00:30', null],
  ['', null],
])('%s on a clock in Vietnam is the instant %s', (local, instant) => {
  expect(instantOfVietnam(local)).toBe(instant);
});
