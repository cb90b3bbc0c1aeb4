import { describe, expect, it } from 'vitest';
import { expectedReleases, nextExpected } from './calendar.ts';

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

describe('what is expected', () => {
  const index = (name: string, level: string) => ({
    index: { index: name, level, calendar: spring },
    methodologies: [],
  });
  const release = (
    name: string,
    period: string,
    unit_set = 'VN63',
    status: 'published' | 'withdrawn' = 'published',
  ) => ({
    ...{ index: name, period, unit_set, status },
  });
  const expectedOf = (releases: ReturnType<typeof release>[]) =>
    expectedReleases([index('pci', 'province'), index('ddci', 'district')], releases, '2026-04-01').map(
      ({ index: { index: name }, unit_set, expected }) => [name, unit_set, expected?.period, expected?.overdue],
    );

  it('follows the latest published release of a national index, over whichever provinces', () => {
    expect(expectedOf([release('pci', '2023'), release('pci', '2024', 'VN34')])).toEqual([
      ['pci', null, '2025', false],
    ]);
  });

  it('does not count what was withdrawn', () => {
    expect(expectedOf([release('pci', '2023'), release('pci', '2024', 'VN63', 'withdrawn')])).toEqual([
      ['pci', null, '2024', true],
    ]);
  });

  it('of an index of provinces’ own is of each province that has published it', () => {
    expect(expectedOf([release('ddci', '2024', 'VN63-46'), release('ddci', '2023', 'VN63-48')])).toEqual([
      ['pci', null, undefined, undefined],
      ['ddci', 'VN63-46', '2025', false],
      ['ddci', 'VN63-48', '2024', true],
    ]);
  });
});
