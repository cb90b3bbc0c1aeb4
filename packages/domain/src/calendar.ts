import type { Certainty } from './certainty.ts';

/** When releases are to be expected. Publishers announce no calendars: the months are derived from past dates. */

export type ReleaseCalendar = {
  /** How many years after the period the release comes out. */
  lag_years: number;
  /** First and last month (1–12) in which past releases came out. */
  month_from: number;
  month_to: number;
  certainty: Certainty;
  source: string;
};

/**
 * The calendar of an index, unless a methodology has one of its own: of the set of units inside a province that it is made
 * for, `null` for those of the country.
 */
export const calendarFor = (
  index: { calendar: ReleaseCalendar | null },
  methodologies: readonly { unit_set: string | null; calendar: ReleaseCalendar | null }[],
  unitSet: string | null,
): ReleaseCalendar | null =>
  methodologies.findLast(({ unit_set, calendar }) => unit_set === unitSet && calendar)?.calendar ?? index.calendar;

/** The release to come: of which year, in which span of days (ISO 8601), and whether the span is over. */
export type Expectation = { period: string; from: string; to: string; overdue: boolean };

/** What follows the latest published year. Null where nothing is published yet or the latest period is not a year. */
export const nextExpected = (
  { lag_years, month_from, month_to }: ReleaseCalendar,
  latestPeriod: string | undefined,
  today: string,
): Expectation | null => {
  if (latestPeriod === undefined || !/^\d{4}$/.test(latestPeriod)) return null;
  const year = Number(latestPeriod) + 1;
  const from = `${year + lag_years}-${twoDigits(month_from)}-01`;
  const lastYear = year + lag_years + (month_to < month_from ? 1 : 0);
  const to = new Date(Date.UTC(lastYear, month_to, 0)).toISOString().slice(0, 10);
  return { period: String(year), from, to, overdue: today > to };
};

const twoDigits = (month: number): string => String(month).padStart(2, '0');
