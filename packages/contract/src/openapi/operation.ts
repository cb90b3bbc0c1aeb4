import type * as z from 'zod';
import type { ProblemCode } from '../problem-codes.ts';

/** One route as the document describes it. */

/** A body that is no JSON. */
export type Opaque = 'text' | 'bytes';

type Content = Record<string, z.ZodType | Opaque>;

export type Operation = {
  /** Name in generated clients. */
  id: string;
  tag: keyof typeof TAGS;
  summary: string;
  description?: string;
  path?: Record<string, z.ZodType>;
  query?: Record<string, z.ZodType>;
  headers?: Record<string, z.ZodType>;
  body?: { content: Content; example?: unknown };
  answers: Record<number, { description: string; content: Content }>;
  /** Codes that it answers besides those of every route. */
  problems?: readonly ProblemCode[];
};

/** The groups of routes in the reference. */
export const TAGS = {
  Rankings: 'Rankings, series and what changed (xếp hạng, chuỗi số liệu, thay đổi)',
  Analysis: 'Rankings taken apart: why a unit stands where it stands, and what would move it (phân tích)',
  Catalogue: 'Indices, methodologies, unit sets, units (danh mục)',
  Releases: 'Releases, their revisions and publications (đợt công bố)',
  Drafts: 'Uploads, drafts, corrections and publication: for those who write (nhập liệu)',
  Targets: 'Plans of provinces and how far they have come (chỉ tiêu, kế hoạch nâng hạng)',
  Sources: 'Addresses that are looked at regularly (nguồn)',
  Audit: 'Who wrote what (nhật ký)',
  Service: 'The service itself',
} as const;

/** An answer of JSON with status 200. */
export const ok = (schema: z.ZodType, description?: string): Operation['answers'] => ({
  200: json(schema, description),
});

/** An answer of JSON. */
export const json = (schema: z.ZodType, description = schema.description ?? ''): Operation['answers'][number] => ({
  description,
  content: { 'application/json': schema },
});

/** An answer of rows: JSON, or the same rows as CSV. */
export const rows = (schema: z.ZodType): Operation['answers'] => ({
  200: { description: schema.description ?? '', content: { 'application/json': schema, 'text/csv': 'text' } },
});
