import * as z from 'zod';
import { PROBLEMS, type ProblemCode } from '../problem-codes.ts';
import { CAUSES, Instant } from './fields.ts';
import { named } from './named.ts';

const CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** One faulty place: of a file (sheet, row, column, value), of a body (path) or of the query (parameter). */
const Fault = z.strictObject({
  message: z.string(),
  path: z.string().optional(),
  parameter: z.string().optional(),
  suggestion: z.string().nullable().optional(),
  rule: z.string().optional(),
  severity: z.enum(['error', 'warning', 'info']).optional(),
  sheet: z.string().nullable().optional(),
  row: z.int().nullable().optional(),
  column: z.string().nullable().optional(),
  value: z.union([z.string(), z.number()]).nullable().optional(),
});

const ReleaseCandidate = z.strictObject({
  index: z.string().optional(),
  period: z.string().optional(),
  set: z.string(),
  edition: z.string().optional(),
  title: z.string().optional(),
});

/** An error of ours, RFC 9457: in the asked language, with a code that never changes. */
export const ProblemSchema = named(
  'Problem',
  z.strictObject({
    type: z.string().meta({ description: 'Where the code is explained', examples: ['/docs/problems#not-found'] }),
    status: z.int(),
    code: z.enum(CODES).meta({ description: 'Constant: programs compare this', examples: ['not-found'] }),
    title: z.string().meta({ description: 'What the code means (tên lỗi)' }),
    detail: z.string().meta({ description: 'What happened here (chi tiết)' }),
    instance: z.string().meta({ description: 'The request that it is about' }),
    request_id: z.string(),
    errors: z.array(Fault).optional(),
    candidates: z
      .array(z.union([z.string(), ReleaseCandidate]))
      .optional()
      .meta({ description: 'What could have been meant (có thể là)' }),
    current: z
      .strictObject({
        entry: z.int().optional(),
        version: z.int().optional(),
        revision: z.int().nullable().optional(),
        at: Instant.optional(),
        cause: z.enum(CAUSES).optional(),
      })
      .optional()
      .meta({ description: 'The log entry that stands, or the version of a plan (`stale-base`)' }),
    allow: z.array(z.string()).optional().meta({ description: 'Methods that the route takes' }),
    first: z.string().optional().meta({ description: 'The first page of the list (trang đầu)' }),
    known: z.array(z.string()).optional(),
    warnings: z.array(z.string()).optional(),
    allowed_hosts: z.array(z.string()).optional(),
    reason: z.string().nullable().optional(),
    since: Instant.optional(),
    withdrawn_at: Instant.optional(),
    dropped_at: Instant.optional(),
  }),
  'An error of ours (lỗi), RFC 9457',
);

/** What the gateway itself answers, before any code of ours: AWS gives it this shape. */
export const GatewayError = named(
  'GatewayError',
  z.strictObject({ message: z.string().meta({ examples: ['Unauthorized'] }) }),
  'An error of the gateway (lỗi của cổng vào)',
);
