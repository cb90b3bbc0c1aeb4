import { EXTENTS, REASONS, STAGES, STATUSES } from '@chi-so/domain/score';
import * as z from 'zod';

/** What a writer sends as JSON. Unknown fields are refused: a misspelt field must not be lost in silence. */

const Name = z.string().trim().min(1).max(500);
const Id = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,120}$/)
  .refine((id) => !(id in {}), 'This name is reserved');

export const ScoreBody = z.strictObject({
  unit: z.string().trim().min(1).max(120),
  component: Id.default('total'),
  stage: z.enum([...STAGES, 'result']).default('result'),
  score: z.number().nullable().optional(),
  status: z.enum(STATUSES).optional(),
  reason: z.enum(REASONS).nullable().optional(),
  rank_published: z.number().nullable().optional(),
  grade_published: Name.nullable().optional(),
  rank_claimed: z.number().nullable().optional(),
  source: Name.nullable().optional(),
  note: z.string().max(2000).nullable().optional(),
});
export type ScoreBody = z.infer<typeof ScoreBody>;

const SourceBody = z.strictObject({
  title: Name,
  publisher: Name,
  kind: z.enum(['publisher', 'official', 'province', 'press', 'compilation']),
  certainty: z.enum(['confirmed', 'derived', 'unknown']),
  document: Name.nullable().default(null),
  published_on: z.iso.date().nullable().default(null),
  signatory: Name.nullable().default(null),
  /** Readers follow it: an address of the web, and no other that a browser might run. */
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  notes: z.array(z.string().max(2000)).default([]),
});

const AnnouncementBody = z.strictObject({
  extent: z.enum(EXTENTS),
  component_extents: z.record(Id, z.enum(EXTENTS)).default({}),
  population: z.record(Id, z.int().positive()).default({}),
  grade_counts: z.record(Id, z.record(Name, z.int().nonnegative())).default({}),
  derived: z.record(Id, Name).default({}),
});

/** A whole release. `PUT /v1/releases/{index}/{period}` */
export const ReleaseBody = z.strictObject({
  index: Id.optional(),
  period: Id.optional(),
  unit_set: Id.optional(),
  edition: Id.optional(),
  methodology: Id.optional(),
  source: SourceBody,
  announcement: AnnouncementBody,
  scores: z.array(ScoreBody).min(1).max(200_000),
});
export type ReleaseBody = z.infer<typeof ReleaseBody>;

/** Corrections to what is published. `PATCH /v1/releases/{index}/{period}/scores` */
export const CorrectionBody = z.strictObject({
  reason: Name,
  scores: z.array(ScoreBody).min(1).max(20_000),
});
export type CorrectionBody = z.infer<typeof CorrectionBody>;

/** A publication or a withdrawal. `POST …/publish`, `POST …/withdraw` */
export const PublishBody = z.strictObject({
  reason: Name.nullable().default(null),
  /** Publish then, not now (an embargo): a UTC instant. */
  publish_at: z.iso.datetime().optional(),
  /** Publish under another version of the revision's methodology, or under another one that fits the period. */
  methodology: z.strictObject({ methodology: Id, version: z.int().positive() }).optional(),
});
export const WithdrawBody = z.strictObject({ reason: Name });

/** Warnings of a draft that are known and accepted. `POST …/acknowledge` */
export const AcknowledgeBody = z.strictObject({
  rules: z
    .array(Id)
    .min(1)
    .max(50)
    .transform((rules) => [...new Set(rules)]),
  reason: Name,
});

/** The length of a file that is to be uploaded. `POST /v1/uploads` */
export const UploadBody = z.strictObject({ bytes: z.int().positive() });
