import type { Certainty } from './certainty.ts';
import { comparePeriods } from './identity.ts';

/** When releases are to be expected. Publishers announce no calendars: the months are derived from past dates. */

export type ReleaseCalendar = {
  /** How many years after the period the release comes out. */
  lag_years: number;
  /** First and last month (1–12) in which past releases came out. */
  month_from: number;
  month_to: number;
  certainty: Certainty;
  source: string;
  /** The same in English; where it is left out, `source` is shown in both languages. */
  source_en?: string | undefined;
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

type Released = { index: string; unit_set: string; period: string; status: 'published' | 'withdrawn' };

/**
 * A row for each national index, `unit_set` null; of an index of provinces' own, one for each province that has published
 * it. With its latest published release, and what is expected next, where a rhythm is known.
 */
export const expectedReleases = <
  I extends { index: string; level: string; calendar: ReleaseCalendar | null },
  M extends { unit_set: string | null; calendar: ReleaseCalendar | null },
  R extends Released,
>(
  indices: readonly { index: I; methodologies: readonly M[] }[],
  releases: readonly R[],
  today: string,
) => {
  const published = Map.groupBy(
    releases.filter(({ status }) => status === 'published'),
    ({ index }) => index,
  );
  return indices.flatMap(({ index, methodologies }) => {
    const own = published.get(index.index) ?? [];
    const isNational = index.level === 'province';
    const sets = isNational ? [null] : [...new Set(own.map(({ unit_set }) => unit_set))];
    return sets.map((unit_set) => {
      const latest = own
        .filter((release) => unit_set === null || release.unit_set === unit_set)
        .sort((a, b) => comparePeriods(a.period, b.period))
        .at(-1);
      const calendar = calendarFor(index, methodologies, unit_set);
      return { index, unit_set, latest, calendar, expected: calendar && nextExpected(calendar, latest?.period, today) };
    });
  });
};

const twoDigits = (month: number): string => String(month).padStart(2, '0');
