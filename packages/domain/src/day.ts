/** Days as text (ISO 8601: `2026-11-25`). */

/** Whether the text is a day that the calendar has: 2018-02-31 would otherwise be taken for one in the next month. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** The day that an instant falls on in Vietnam (UTC+7 all year), where deadlines are kept and readers live: `2026-11-25`. */
export const dayInVietnam = (instant: Date): string =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
