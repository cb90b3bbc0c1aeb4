import { describe, expect, it } from 'vitest';
import { nextExpected } from './calendar.ts';

const spring = { lag_years: 1, month_from: 3, month_to: 5, certainty: 'derived', source: 'past dates' } as const;

describe('the calendar', () => {
  it('expects the next year in the months of past releases', () => {
    expect(nextExpected(spring, '2024', '2026-04-01')).toEqual({
      period: '2025',
      from: '2026-03-01',
      to: '2026-05-31',
      overdue: false,
    });
  });

  it('calls a release overdue once its months are over, not before', () => {
    expect(nextExpected(spring, '2024', '2026-05-31')?.overdue).toBe(false);
    expect(nextExpected(spring, '2024', '2026-06-01')?.overdue).toBe(true);
  });

  it('may span the turn of the year', () => {
    expect(nextExpected({ ...spring, lag_years: 0, month_from: 12, month_to: 2 }, '2022', '2024-01-10')).toEqual({
      period: '2023',
      from: '2023-12-01',
      to: '2024-02-29',
      overdue: false,
    });
  });

  it('expects nothing where nothing is published', () => {
    expect(nextExpected(spring, undefined, '2026-04-01')).toBeNull();
  });
});
