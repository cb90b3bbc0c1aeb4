import type { Cache } from '@chi-so/runtime/answer';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * How long what was official at an instant may be kept. Of a day ago nothing changes any more; of today an entry may still
 * be on its way to its ranking; and of the last minute, or the time to come, one may still be written.
 */
export const cacheAsOf = (instant: string, now: Date): Cache => {
  const age = now.getTime() - Date.parse(instant);
  if (age > DAY) return 'fixed';
  return age > MINUTE ? 'current' : 'none';
};
