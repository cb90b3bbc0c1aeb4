import { type Cursor, cursorOf, fingerprint } from '@chi-so/contract/cursor';
import { LIMITS } from '@chi-so/contract/limits';
import { firstPage, type List, listFingerprint, nextLink, pageAnswer, pageOf } from '@chi-so/contract/page';
import type { Answer } from '@chi-so/runtime/answer';
import { wholeNumber } from '@chi-so/runtime/parameters';
import { invalidParameter, Problem } from '@chi-so/runtime/problem';
import type { Request } from '@chi-so/runtime/request';

/** Which page of a table is wanted: `limit=` rows, from where the page before has ended, which `cursor=` says. */

/** Every route that answers a table in pages takes these. */
export const PAGE_PARAMETERS = ['limit', 'cursor'] as const;

/** A table in pages: what it is a list of, and the state that its rows are of, for a cursor to hold on to. */
export type Paged = List & { pin: () => string };

/** A list that keeps no former state of itself: its pages go on for as long as its rows stay the same. */
export const listOfRows = (path: string, query: List['query'], rows: readonly object[]): Paged => ({
  path,
  query,
  pin: () => fingerprint(JSON.stringify(rows)),
});

/** The cursor that is sent; undefined where none is. @throws Problem for one that was not given here. */
export const askedCursor = ({ cursor: text }: { cursor?: string }): Cursor | undefined => {
  if (text === undefined) return undefined;
  const cursor = cursorOf(text);
  if (cursor) return cursor;
  throw new Problem(400, 'invalid-cursor', {
    vi: 'cursor phải được gửi lại đúng như đã nhận ở meta.next_cursor',
    en: 'cursor must be sent back as meta.next_cursor gave it',
  });
};

type Asking = Pick<Request, 'url' | 'query' | 'lang'>;
type Found = { rows: readonly object[]; meta: object; list: Paged };

/**
 * The page that is asked for; where nothing is said of pages, all rows that one answer may hold.
 * @throws Problem where the cursor is of another list, or of a state that cannot be read any more.
 */
export const pageOfTable = (request: Asking, { rows, meta, list }: Found): Pick<Answer, 'body' | 'headers'> => {
  const { query } = request;
  const limit = query.limit === undefined ? LIMITS.rows : wholeNumber('limit', query.limit, 1, LIMITS.rows);
  const cursor = askedCursor(query);
  const turn = { from: cursor?.from ?? 0, limit, beside: besideOf(request) };
  if (cursor) requireSame(cursor, list, firstPage(list, turn));
  const page = pageOf(rows, list, list.pin, turn);
  const isPaged = page.next !== null || query.limit !== undefined || cursor !== undefined;
  return {
    ...(page.next === null ? {} : { headers: { link: nextLink(page.next) } }),
    body: isPaged ? pageAnswer(page, meta) : { data: rows, meta, next: null },
  };
};

/** Pages are in one language. A form that the address named is named again. */
const besideOf = ({ url, query, lang }: Asking): Record<string, string | undefined> => {
  const [path = ''] = url.split('?');
  return { lang, format: query.format ?? (path.endsWith('.json') ? 'json' : undefined) };
};

const requireSame = (cursor: Cursor, list: Paged, first: string): void => {
  if (cursor.list !== listFingerprint(list)) {
    throw new Problem(
      400,
      'cursor-mismatch',
      {
        vi: `cursor thuộc một yêu cầu khác: giữ nguyên các tham số của trang đầu, hoặc bắt đầu lại ở ${first}`,
        en: `The cursor is of another request: keep the parameters of the first page, or begin again at ${first}`,
      },
      { first },
    );
  }
  if (cursor.pin !== list.pin()) {
    throw new Problem(
      410,
      'page-gone',
      {
        vi: `Số liệu đã thay đổi từ khi đọc trang đầu; hãy đọc lại từ ${first}`,
        en: `The figures have changed since the first page was read; begin again at ${first}`,
      },
      { first },
    );
  }
};

/** A file is whole. @throws Problem where a page of one is asked for. */
export const requireWhole = (query: Record<string, string>): void => {
  const name = PAGE_PARAMETERS.find((parameter) => query[parameter] !== undefined);
  if (name === undefined) return;
  throw invalidParameter(
    name,
    `${name} chỉ dùng với JSON: tệp luôn có đủ các dòng`,
    `${name} is for JSON only: a file has every row`,
  );
};
