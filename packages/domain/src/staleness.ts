import { type Expectation, nextExpected, type ReleaseCalendar } from './calendar.ts';
import { comparePeriods } from './identity.ts';

/** How old what is known of a unit is, by what an index has released. */

/**
 * `current`: nothing newer is due. `overdue`: the next release should be out by the calendar, and is not here.
 * `unit-ended`: the unit's set is not in force any more, so what comes next is about the units after it. `unknown`: no
 * rhythm is known.
 */
export const STALENESS = ['current', 'overdue', 'unit-ended', 'unknown'] as const;
export type Staleness = (typeof STALENESS)[number];

/** What follows the latest release of an index; null where no calendar is known. `today` and `valid_to` are ISO days. */
export const stalenessOf = (
  calendar: ReleaseCalendar | null,
  latestPeriod: string | undefined,
  valid_to: string | null,
  today: string,
): { next_expected: Expectation | null; staleness: Staleness } => {
  const next_expected = calendar && nextExpected(calendar, latestPeriod, today);
  if (valid_to !== null && valid_to < today) return { next_expected, staleness: 'unit-ended' };
  if (!next_expected) return { next_expected, staleness: 'unknown' };
  return { next_expected, staleness: next_expected.overdue ? 'overdue' : 'current' };
};

/** A change of methodology between two periods that follow each other. */
export type MethodologyChange = { from: string; to: string; methodology_before: string; methodology: string };

/** Where the methodology changed, among releases of one log in any order. Whether figures compare is another question. */
export const methodologyChanges = (
  releases: readonly { period: string; methodology: string }[],
): MethodologyChange[] => {
  const sorted = releases.toSorted((a, b) => comparePeriods(a.period, b.period));
  return sorted.flatMap(({ period, methodology }, i) => {
    const before = sorted[i - 1];
    if (!before || before.methodology === methodology) return [];
    return [{ from: before.period, to: period, methodology_before: before.methodology, methodology }];
  });
};
