import type { ScheduledSource, SourceState } from '@chi-so/storage/sources';
import { askedOf } from './asked.ts';

/** When a source is looked at next. */

const HOUR = 60 * 60 * 1000;
const LONGEST_BACKOFF = 7 * 24 * HOUR;
/** The schedule itself comes a little early or late; without this a daily source would slip by an hour each day. */
const SLACK = 10 * 60 * 1000;

/** The usual time; after failures twice as long for each, up to a week: a site that is down is not helped by haste. */
const waitOf = ({ every_hours }: ScheduledSource, failures: number): number => {
  const usual = every_hours * HOUR;
  return Math.min(usual * 2 ** failures, Math.max(usual, LONGEST_BACKOFF));
};

/** Null where it is switched off. What was never looked at, or says something else by now, is due at once. */
export const nextCheckOf = (source: ScheduledSource, state: SourceState | undefined, now: Date): string | null => {
  if (!source.enabled) return null;
  if (state === undefined || state.asked !== askedOf(source)) return now.toISOString();
  return new Date(Date.parse(state.checked_at) + waitOf(source, state.failures)).toISOString();
};

export const isDue = (source: ScheduledSource, state: SourceState | undefined, now: Date): boolean => {
  const next = nextCheckOf(source, state, now);
  return next !== null && Date.parse(next) <= now.getTime() + SLACK;
};
