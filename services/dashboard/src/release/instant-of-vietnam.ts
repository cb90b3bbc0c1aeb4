/** The instant of a time on a clock in Vietnam, `2027-01-01T09:00` as UTC; null for what is no time. */
export const instantOfVietnam = (local: string): string | null => {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00+07:00`) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
};
