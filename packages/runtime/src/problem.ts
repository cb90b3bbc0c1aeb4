import type { ProblemCode, StatusOf } from '@chi-so/contract/problem-codes';

/** What went wrong, for the caller: an RFC 9457 problem with a `code` of the contract and a text in both languages. */

export type Text = { vi: string; en: string };

/** One faulty place of the input. */
export type Fault = Record<string, unknown> & { message_vi: string; message_en: string };

export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  readonly status: StatusOf<C>;
  readonly code: C;
  readonly text: Text;
  readonly errors: readonly Fault[];
  /** Sent besides those that every problem has, such as `allow`. */
  readonly headers: Record<string, string>;
  /** Further members of the answer, such as candidates. */
  readonly more: Record<string, unknown>;

  constructor(
    status: StatusOf<C>,
    code: C,
    text: Text,
    {
      errors = [],
      headers = {},
      ...more
    }: { errors?: readonly Fault[]; headers?: Record<string, string> } & Record<string, unknown> = {},
  ) {
    super(`${status} ${code}: ${text.en}`);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.text = text;
    this.errors = errors;
    this.headers = headers;
    this.more = more;
  }
}

export const notFound = (vi: string, en: string): Problem => new Problem(404, 'not-found', { vi, en });
export const invalidRequest = (vi: string, en: string, more: { errors?: readonly Fault[] } = {}): Problem =>
  new Problem(400, 'invalid-request', { vi, en }, more);

/** One parameter whose value is of no use. */
export const invalidParameter = (parameter: string, vi: string, en: string): Problem =>
  new Problem(400, 'invalid-parameter', { vi, en }, { errors: [{ parameter, message_vi: vi, message_en: en }] });
