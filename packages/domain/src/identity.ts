/**
 * Who and what a score is about. Names and GSO codes change owner over time (seven codes did in 2025), so an
 * identity always carries its era: `VN63-46` is Thừa Thiên Huế before 2025-07-01, `VN34-46` is Huế after.
 */

/** One release: the scores of one index, for one period, over one unit set, in one edition. */
export type ReleaseId = { index: string; period: string; unit_set: string; edition: string };

/** One log: every publication of an index over a unit set and edition, whatever the period. */
export type LogId = { index: string; unit_set: string; edition: string };

/** The edition of a release when the publisher has only one. */
export const MAIN_EDITION = 'main';

/** The component that is the root of every methodology's tree. */
export const TOTAL = 'total';

/** The group of all units of a unit set. */
export const ALL = 'all';

export const logOf = ({ index, unit_set, edition }: ReleaseId): LogId => ({ index, unit_set, edition });

/** `pci/VN63/main` */
export const logName = (log: LogId): string => `${log.index}/${log.unit_set}/${log.edition}`;

/** `pci/VN63/main/2019` */
export const releaseName = (release: ReleaseId): string => `${logName(release)}/${release.period}`;

/** A year, a half-year or a quarter: `2019`, `2025-H1`, `2025-Q3`. */
export const PERIOD_PATTERN = /^\d{4}(-(H[12]|Q[1-4]))?$/;

/**
 * The order of periods in time, by the month in which they end; of two that end together the longer one is later
 * (`2025-Q4` < `2025-H2` < `2025`).
 */
export const comparePeriods = (a: string, b: string): number => {
  const [yearA, lastMonthA, lengthA] = measure(a);
  const [yearB, lastMonthB, lengthB] = measure(b);
  return yearA - yearB || lastMonthA - lastMonthB || lengthA - lengthB;
};

const measure = (period: string): [year: number, lastMonth: number, months: number] => {
  const year = Number(period.slice(0, 4));
  const part = Number(period.slice(6));
  if (period[5] === 'H') return [year, part * 6, 6];
  if (period[5] === 'Q') return [year, part * 3, 3];
  return [year, 12, 12];
};

/** The months that a period spans, counted from the year 0. */
export const monthsOf = (period: string): { first: number; last: number } => {
  const [year, lastMonth, months] = measure(period);
  const last = year * 12 + lastMonth;
  return { first: last - months + 1, last };
};

/** The province whose units a set lists, by the set's name: `VN63-46` and `VN63-46-2025` are of `VN63-46`, `VN63` of none. */
export const provinceOf = (unitSet: string): string | null =>
  unitSet.includes('-') ? unitSet.split('-').slice(0, 2).join('-') : null;

/** Whether a set inside a province is another or a later version of it: `VN63-46-2025` is of `VN63-46`. Of `VN63` only itself is. */
export const isVersionOf = (unitSet: string, of: string): boolean =>
  unitSet === of || (provinceOf(of) !== null && unitSet.startsWith(`${of}-`));

/** The unit set that a unit's id names: `VN63-46` is of `VN63`, `VN63-46.so-noi-vu` of `VN63-46`. */
export const unitSetOf = (unit: string): string =>
  unit.slice(0, unit.includes('.') ? unit.lastIndexOf('.') : unit.indexOf('-'));
