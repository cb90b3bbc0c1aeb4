/** What went wrong, for the caller: an RFC 9457 problem with a constant `code` and a text in both languages. */

export type Text = { vi: string; en: string };

/** One faulty place of the input. */
export type Fault = Record<string, unknown> & { message_vi: string; message_en: string };

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly text: Text;
  readonly errors: readonly Fault[];
  /** Further members of the answer, such as candidates. */
  readonly more: Record<string, unknown>;

  constructor(
    status: number,
    code: string,
    text: Text,
    { errors = [], ...more }: { errors?: readonly Fault[] } & Record<string, unknown> = {},
  ) {
    super(`${status} ${code}: ${text.en}`);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.text = text;
    this.errors = errors;
    this.more = more;
  }
}

export const notFound = (vi: string, en: string): Problem => new Problem(404, 'not-found', { vi, en });
export const invalidRequest = (vi: string, en: string, more: { errors?: readonly Fault[] } = {}): Problem =>
  new Problem(400, 'invalid-request', { vi, en }, more);
