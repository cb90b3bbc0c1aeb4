import { dayInVietnam, isDay } from '@chi-so/domain/day';
import { invalidParameter } from '@chi-so/runtime/problem';

/** The day that `on` states, as of which rows are overdue; today in Vietnam where it is left out. @throws Problem 400 */
export const askedDay = (on: string | undefined, now: Date): string => {
  if (on === undefined) return dayInVietnam(now);
  if (isDay(on)) return on;
  throw invalidParameter(
    'on',
    `on phải là ngày (2020-12-31), không phải "${on}"`,
    `on must be a day (2020-12-31), not "${on}"`,
  );
};
