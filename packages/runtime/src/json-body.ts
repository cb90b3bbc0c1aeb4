import type * as z from 'zod';
import vi from 'zod/v4/locales/vi.js';
import type { Request } from './http.ts';
import { invalidRequest, Problem } from './problem.ts';

const inVietnamese = vi().localeError;

/** The request's JSON body, checked. A fault names its path (`scores.3.unit`). */
export const jsonBody = <T>(schema: z.ZodType<T>, { body }: Pick<Request, 'body'>): T =>
  checked(schema, parseJson(body.toString('utf8').replace(/^\uFEFF/u, '')));

/** A value of the schema, or the problem that says what is wrong with it. */
export const checked = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem(
    422,
    'invalid-body',
    {
      vi: `Nội dung gửi lên có ${result.error.issues.length} lỗi`,
      en: `The body has ${result.error.issues.length} faults`,
    },
    {
      errors: result.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        message_vi: textOf(inVietnamese(issue as z.core.$ZodRawIssue)) ?? issue.message,
        message_en: issue.message,
      })),
    },
  );
};

const parseJson = (text: string): unknown => {
  if (text.includes('\uFFFD')) {
    throw new Problem(415, 'not-utf8', { vi: 'Nội dung không phải UTF-8', en: 'The body is not UTF-8' });
  }
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = (error as SyntaxError).message;
    throw invalidRequest(`Nội dung không phải JSON: ${why}`, `The body is not JSON: ${why}`);
  }
};

const textOf = (message: string | { message: string } | null | undefined): string | undefined =>
  typeof message === 'string' ? message : message?.message;
