/** The day that an instant falls on in Vietnam (UTC+7 all year), where deadlines are kept and readers live: `2026-11-25`. */
export const dayInVietnam = (instant: Date): string =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
