import { cursorText, fingerprint } from './cursor.ts';
import { LIMITS } from './limits.ts';

/** A list of the API in pages: which rows are on one, and the address of the next. */

/** What a list is of: its address without a suffix, and the parameters that choose its rows. */
export type List = { path: string; query: Record<string, string | undefined> };

/** Which page is meant, and what its address keeps besides: language, and the form where it was named. */
export type Turn = { from: number; limit: number; beside: Record<string, string | undefined> };

export type Page<Row> = {
  rows: readonly Row[];
  /** The address of the next page; null on the last one. */
  next: string | null;
  next_cursor: string | null;
};

/** By this a cursor knows its list, in whatever order the parameters were named. */
export const listFingerprint = ({ path, query }: List): string =>
  fingerprint(path + searchOf(Object.fromEntries(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)))));

/** One page of the rows. `pin` says of which state the list is; it is asked for only where another page follows. */
export const pageOf = <Row>(
  rows: readonly Row[],
  list: List,
  pin: () => string,
  { from, limit, beside }: Turn,
): Page<Row> => {
  const to = from + limit;
  if (from === 0 && rows.length <= limit) return { rows, next: null, next_cursor: null };
  if (to >= rows.length) return { rows: rows.slice(from), next: null, next_cursor: null };
  const cursor = cursorText({ from: to, list: listFingerprint(list), pin: pin() });
  return { rows: rows.slice(from, to), next: addressOf(list, { limit, beside, cursor }), next_cursor: cursor };
};

/** The page as it is answered. `next_cursor` is named where the list is read in pages, on the last one as null. */
export const pageAnswer = <Row, Meta extends object>({ rows, next, next_cursor }: Page<Row>, meta: Meta) => ({
  data: rows,
  meta: { ...meta, next_cursor },
  next,
});

/** The address of the first page. */
export const firstPage = (list: List, { limit, beside }: Omit<Turn, 'from'>): string =>
  addressOf(list, { limit, beside, cursor: undefined });

/** The header that names the next page (RFC 8288). */
export const nextLink = (next: string): string => `<${next}>; rel="next"`;

const addressOf = (
  { path, query }: List,
  { limit, beside, cursor }: Omit<Turn, 'from'> & { cursor?: string | undefined },
) => path + searchOf({ ...query, limit: limit === LIMITS.rows ? undefined : String(limit), ...beside, cursor });

const searchOf = (query: Record<string, string | undefined>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
};
