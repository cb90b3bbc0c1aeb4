import { nearest } from '@chi-so/domain/nearest';
import { invalidParameter, Problem } from './problem.ts';

/**
 * Reads query parameters strictly: one that a route does not know is refused by name, not ignored. `path` is what the
 * address itself names: whoever asks for `year=` is told of it too.
 */
export const parameters = <K extends string>(
  query: Record<string, string>,
  known: readonly K[],
  path: Record<string, string> = {},
): Partial<Record<K, string>> => {
  const takes: readonly string[] = [...known, 'lang'];
  const unknown = Object.keys(query).filter((name) => !takes.includes(name));
  if (unknown.length === 0) return query as Partial<Record<K, string>>;
  const errors = unknown.map((name) => unknownParameter(name, takes, Object.keys(path)));
  const list = takes.join(', ');
  throw new Problem(
    400,
    'unknown-parameter',
    {
      vi: `${errors.map(({ message_vi }) => message_vi).join('; ')}; đường dẫn này nhận: ${list}`,
      en: `${errors.map(({ message_en }) => message_en).join('; ')}; this route takes: ${list}`,
    },
    { errors },
  );
};

/** What other services and other languages call our parameters. */
const OTHER_NAMES: Record<string, string> = {
  year: 'period',
  time: 'period',
  nam: 'period',
  ky: 'period',
  province: 'unit',
  region: 'group',
  tinh: 'unit',
  don_vi: 'unit',
  location: 'unit',
  unit_set: 'set',
  indicator: 'index',
  dimension: 'component',
  subindex: 'component',
  date: 'as_of',
  version: 'revision',
  start: 'from',
  end: 'to',
  per_page: 'limit',
  page_size: 'limit',
  count: 'limit',
  page: 'cursor',
  offset: 'cursor',
  language: 'lang',
  locale: 'lang',
  q: 'name',
};

/** Shown names are cut: a request may carry thousands of letters in one. */
const SHOWN = 60;

const unknownParameter = (name: string, takes: readonly string[], path: readonly string[]) => {
  const shown = name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name;
  const suggestion = suggested(name, [...takes, ...path]);
  if (!suggestion) {
    const text = { message_vi: `Không có tham số \`${shown}\``, message_en: `There is no parameter \`${shown}\`` };
    return { parameter: shown, suggestion: null, ...text };
  }
  const isPath = !takes.includes(suggestion);
  return {
    parameter: shown,
    suggestion,
    message_vi: `\`${shown}\`: có phải \`${suggestion}\`${isPath ? ' trong đường dẫn' : ''} không?`,
    message_en: `\`${shown}\`: did you mean \`${suggestion}\`${isPath ? ' of the path' : ''}?`,
  };
};

const suggested = (name: string, here: readonly string[]): string | undefined => {
  const others = Object.keys(OTHER_NAMES).filter((other) => here.includes(OTHER_NAMES[other] ?? ''));
  const near = nearest(name, [...here, ...others]);
  return near === undefined || here.includes(near) ? near : OTHER_NAMES[near];
};

/** A whole number within bounds. */
export const wholeNumber = (name: string, text: string, least: number, most: number): number => {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw invalidParameter(
    name,
    `${name} phải là số nguyên từ ${least} đến ${most}, không phải "${text}"`,
    `${name} must be a whole number from ${least} to ${most}, not "${text}"`,
  );
};

/** An instant: a day means its end, so `as_of=2024-05-06` includes what was published that day; or its beginning. UTC. */
export const instantOf = (text: string, name = 'as_of', day: 'ends' | 'begins' = 'ends'): string => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text);
  const time = isDay
    ? Date.parse(`${text}T${day === 'ends' ? '23:59:59.999' : '00:00:00.000'}Z`)
    : isInstant
      ? Date.parse(text)
      : Number.NaN;
  // A day that no month has (2026-02-31) would otherwise be taken for one in the next.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 10)))
    return new Date(time).toISOString();
  throw invalidParameter(
    name,
    `${name} phải là ngày (2024-05-06) hoặc thời điểm UTC (2024-05-06T07:00:00Z), không phải "${text}"`,
    `${name} must be a day (2024-05-06) or a UTC instant (2024-05-06T07:00:00Z), not "${text}"`,
  );
};

/** `true` or `false`; false where it is left out. Anything else is a mistake that must not do the opposite in silence. */
export const flag = (name: string, text: string | undefined): boolean => {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw invalidParameter(
    name,
    `${name} phải là true hoặc false, không phải "${text}"`,
    `${name} must be true or false, not "${text}"`,
  );
};
