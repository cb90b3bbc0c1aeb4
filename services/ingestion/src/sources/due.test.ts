import type { ScheduledSource, SourceState } from '@chi-so/storage/sources';
import { describe, expect, it } from 'vitest';
import { askedOf } from './asked.ts';
import { isDue, nextCheckOf } from './due.ts';

const source: ScheduledSource = {
  source: 'pci',
  version: 1,
  url: 'https://chi-so.example/pci.csv',
  index: 'pci',
  period: null,
  unit_set: null,
  edition: null,
  every_hours: 24,
  enabled: true,
  title: null,
  publisher: null,
  note: null,
};
const checked = (checked_at: string, failures = 0): SourceState => ({
  source: 'pci',
  version: 2,
  checked_at,
  asked: askedOf(source),
  outcome: failures > 0 ? 'not-fetched' : 'unchanged',
  code: null,
  message_vi: '',
  message_en: '',
  failures,
  content: null,
  releases: [],
  findings: [],
});
const NOON = '2025-05-01T12:00:00.000Z';
const hoursLater = (hours: number) => new Date(Date.parse(NOON) + hours * 3_600_000);
const waitAfter = (failures: number, every_hours = 24) => {
  const next = nextCheckOf({ ...source, every_hours }, checked(NOON, failures), hoursLater(0));
  return (Date.parse(next ?? '') - Date.parse(NOON)) / 3_600_000;
};

describe('a source', () => {
  it('is due when its hours are over, give or take the schedule', () => {
    expect(isDue(source, checked(NOON), hoursLater(23))).toBe(false);
    expect(isDue(source, checked(NOON), hoursLater(23.95))).toBe(true);
    expect(isDue(source, checked(NOON), hoursLater(25))).toBe(true);
  });

  it('is due at once where it was never looked at, or asks for something else by now', () => {
    expect(isDue(source, undefined, hoursLater(0))).toBe(true);
    expect(isDue({ ...source, url: 'https://chi-so.example/b' }, checked(NOON, 5), hoursLater(0))).toBe(true);
    expect(isDue({ ...source, period: '2024' }, checked(NOON), hoursLater(0))).toBe(true);
    expect(isDue({ ...source, note: 'hỏi lại' }, checked(NOON), hoursLater(0))).toBe(false);
  });

  it('is never due where it is switched off', () => {
    expect(isDue({ ...source, enabled: false }, undefined, hoursLater(9999))).toBe(false);
  });

  it('waits twice as long after each failure, up to a week', () => {
    expect([0, 1, 2, 3, 60].map((failures) => waitAfter(failures))).toEqual([24, 48, 96, 168, 168]);
    expect([0, 1, 9].map((failures) => waitAfter(failures, 1))).toEqual([1, 2, 168]);
  });

  it('that is looked at more seldom than weekly does not wait longer for a failure', () => {
    expect([0, 1].map((failures) => waitAfter(failures, 720))).toEqual([720, 720]);
  });
});
