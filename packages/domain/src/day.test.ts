import { expect, it } from 'vitest';
import { dayInVietnam } from './day.ts';

it('is a new day in Vietnam seven hours before it is one in UTC', () => {
  expect(dayInVietnam(new Date('2026-11-25T16:59:59.999Z'))).toBe('2026-11-25');
  expect(dayInVietnam(new Date('2026-11-25T17:00:00.000Z'))).toBe('2026-11-26');
});
