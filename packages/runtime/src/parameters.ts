import { invalidRequest } from './problem.ts';

/** Reads query parameters strictly: one that a route does not know is refused by name, not ignored. */
export const parameters = <K extends string>(
  query: Record<string, string>,
  known: readonly K[],
): Partial<Record<K, string>> => {
  const unknown = Object.keys(query).filter((name) => name !== 'lang' && !(known as readonly string[]).includes(name));
  if (unknown.length > 0) {
    const [names, list] = [unknown.join(', '), known.join(', ')];
    throw invalidRequest(
      `Không có tham số ${names}; đường dẫn này nhận: ${list || 'không tham số nào'}`,
      `There is no parameter ${names}; this route takes: ${list || 'none'}`,
    );
  }
  return query as Partial<Record<K, string>>;
};

/** A whole number within bounds. */
export const wholeNumber = (name: string, text: string, least: number, most: number): number => {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw invalidRequest(
    `${name} phải là số nguyên từ ${least} đến ${most}, không phải "${text}"`,
    `${name} must be a whole number from ${least} to ${most}, not "${text}"`,
  );
};

/** An instant: a day means its end, so `as_of=2024-05-06` includes what was published that day. UTC. */
export const instantOf = (text: string): string => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text);
  const time = isDay ? Date.parse(`${text}T23:59:59.999Z`) : isInstant ? Date.parse(text) : Number.NaN;
  // A day that no month has (2026-02-31) would otherwise be taken for one in the next.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 10)))
    return new Date(time).toISOString();
  throw invalidRequest(
    `as_of phải là ngày (2024-05-06) hoặc thời điểm UTC (2024-05-06T07:00:00Z), không phải "${text}"`,
    `as_of must be a day (2024-05-06) or a UTC instant (2024-05-06T07:00:00Z), not "${text}"`,
  );
};

/** `true` or `false`; false where it is left out. Anything else is a mistake that must not do the opposite in silence. */
export const flag = (name: string, text: string | undefined): boolean => {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw invalidRequest(
    `${name} phải là true hoặc false, không phải "${text}"`,
    `${name} must be true or false, not "${text}"`,
  );
};
