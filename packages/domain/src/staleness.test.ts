import { describe, expect, it } from 'vitest';
import { methodologyChanges, stalenessOf } from './staleness.ts';

const calendar = { lag_years: 1, month_from: 3, month_to: 5, certainty: 'derived', source: 'made up' } as const;
const of = (today: string, { valid_to = null, latest = '2022' }: { valid_to?: string | null; latest?: string } = {}) =>
  stalenessOf(calendar, latest, valid_to, today).staleness;

describe('what is known of a unit', () => {
  it('is current until the next release should be out', () => {
    expect(of('2024-05-31')).toBe('current');
    expect(of('2024-06-01')).toBe('overdue');
  });

  it('is not waited for where the unit is none any more', () => {
    expect(stalenessOf(calendar, '2022', '2023-12-31', '2024-04-01')).toMatchObject({
      staleness: 'unit-ended',
      next_expected: { period: '2023' },
    });
  });

  it('has no age where no rhythm is known, or nothing was released', () => {
    expect(stalenessOf(null, '2022', null, '2024-05-31')).toEqual({ next_expected: null, staleness: 'unknown' });
    expect(stalenessOf(calendar, undefined, null, '2024-05-31').staleness).toBe('unknown');
  });
});

describe('changes of methodology', () => {
  it('lie between periods that follow each other', () => {
    const releases = [
      { period: '2022', methodology: 'b' },
      { period: '2020', methodology: 'a' },
      { period: '2021', methodology: 'a' },
    ];
    expect(methodologyChanges(releases)).toEqual([
      { from: '2021', to: '2022', methodology_before: 'a', methodology: 'b' },
    ]);
  });
});
