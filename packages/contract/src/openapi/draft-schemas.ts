import * as z from 'zod';
import {
  Component,
  Entry,
  Finding,
  GradePublished,
  Instant,
  MethodologyId,
  MissingReason,
  RankPublished,
  ReleaseFields,
  RevisionNumber,
  Score,
  Source,
  Stage,
  Status,
  Unit,
  Why,
} from './fields.ts';
import { envelope, NextUrl, NoMeta, named } from './named.ts';
import { announcementFields, PublicationAnswer } from './release-schemas.ts';

const scoreFields = {
  score: Score,
  status: Status,
  reason: MissingReason,
  rank_published: RankPublished,
  grade_published: GradePublished,
  rank_claimed: z.number().nullable().meta({ description: 'Rank that a province or the press states' }),
  source: z.string().nullable().meta({ description: 'Where this figure comes from, if not from the release' }),
  note: z.string().nullable(),
};
const Cell = z.strictObject(scoreFields);

const CellChange = z.strictObject({
  unit: Unit,
  component: Component,
  stage: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  before: Cell.nullable(),
  after: Cell.nullable(),
});
const diffCounts = { added: z.int(), removed: z.int(), changed: z.int() };
const counts = { errors: z.int(), warnings: z.int() };
export const findings = z.array(Finding).meta({ description: 'What the gates found, in the order of the file' });
const BaseEntry = Entry.meta({ description: 'Log entry that it was made on; 0 where nothing was published' });

/** What an upload made, or would make. */
export const UploadReport = named(
  'UploadReport',
  envelope(
    z.strictObject({
      ...ReleaseFields,
      unit_name: z.string().nullable(),
      unit: Unit,
      component: Component,
      stage: Stage,
      ...scoreFields,
      methodology: MethodologyId,
      revision: RevisionNumber.nullable(),
    }),
    z.strictObject({
      revision: RevisionNumber.nullable().meta({ description: 'Null for a dry run' }),
      status: z.enum(['draft', 'published', 'dry-run']),
      base_entry: BaseEntry,
      methodology: MethodologyId,
      layout: z.string().meta({ description: 'How the file was read: json, release, template, or a layout' }),
      sheet: z.string().nullable(),
      ...counts,
      diff: z
        .strictObject({ ...diffCounts, cells: z.array(CellChange) })
        .nullable()
        .meta({ description: 'Against what is published; null where nothing is' }),
      findings,
      rows: z.int().meta({ description: 'Number of all rows' }),
    }),
    NextUrl,
  ),
  'The draft (dự thảo) that a file became, and what the gates say of it',
);

export const CorrectionAnswer = named(
  'CorrectionAnswer',
  envelope(
    PublicationAnswer.shape.data.element,
    z.strictObject({
      status: z.enum(['draft', 'published', 'withdrawn']),
      revision: RevisionNumber.optional(),
      base_entry: BaseEntry.nullable(),
      findings: findings.optional(),
    }),
  ),
  'A correction (đính chính): no rows for a draft, the log entry where it was published',
);

export const RecogniseAnswer = named(
  'RecogniseAnswer',
  envelope(
    z.strictObject({
      ...ReleaseFields,
      methodology: MethodologyId,
      layout: z.string(),
      sheet: z.string().nullable(),
      units: z.int(),
      components: z.array(Component),
    }),
    z.strictObject({ findings }),
  ),
  'The releases that a file holds',
);

export const UploadAnswer = named(
  'UploadAnswer',
  envelope(
    z.strictObject({ upload: z.string(), method: z.literal('PUT'), url: z.string(), expires_at: Instant }),
    NoMeta,
  ),
  'Where to PUT the file',
);

const summary = {
  revision: RevisionNumber,
  base_entry: BaseEntry,
  methodology: MethodologyId,
  source: Source,
  sha256: z.string(),
  cause: z.enum(['upload', 'correction']),
  reason: Why,
  actor: z.string(),
  recorded_at: Instant,
  ...counts,
};

const embargoFields = {
  revision: RevisionNumber,
  publish_at: Instant,
  base: BaseEntry,
  reason: Why,
  actor: z.string(),
  request_id: z.string(),
  state: z.enum(['waiting', 'published', 'failed', 'cancelled']),
  message: z.string().nullable().meta({ description: 'Why it failed' }),
};

export const EmbargoAnswer = named(
  'EmbargoAnswer',
  envelope(z.strictObject({ ...ReleaseFields, ...embargoFields }), z.strictObject({ status: embargoFields.state })),
  'A publication that waits for its time (hẹn giờ công bố)',
);

export const DraftsAnswer = named(
  'DraftsAnswer',
  envelope(
    z.strictObject({ ...ReleaseFields, ...summary, status: z.enum(['published', 'superseded', 'draft']) }),
    z.strictObject({
      entry: Entry.meta({ description: 'The log entry that stands: name it in `If-Match`' }),
      embargo: z.strictObject({ release: z.strictObject(ReleaseFields), ...embargoFields }).nullable(),
    }),
  ),
  'Every revision of a release, the newest first',
);

export const DraftAnswer = named(
  'DraftAnswer',
  envelope(
    z.strictObject({
      ...ReleaseFields,
      unit: Unit,
      component: Component,
      stage: Stage,
      ...scoreFields,
      revision: RevisionNumber,
    }),
    z.strictObject({
      rows: z.int(),
      ...summary,
      announcement: z.strictObject(announcementFields),
      acknowledgements: z.array(
        z.strictObject({
          rule: z.string(),
          reason: z.string(),
          actor: z.string().optional(),
          at: Instant.optional(),
        }),
      ),
      findings,
    }),
    NextUrl,
  ),
  'One revision with its rows, its findings and who acknowledged them',
);

export const DiffAnswer = named(
  'DiffAnswer',
  envelope(
    z.strictObject({ ...ReleaseFields, ...CellChange.shape }),
    z.strictObject({ revision: RevisionNumber, against: RevisionNumber.nullable(), ...diffCounts }),
  ),
  'A revision against another, cell by cell',
);

export const AcknowledgeAnswer = named(
  'AcknowledgeAnswer',
  envelope(
    z.strictObject({
      ...ReleaseFields,
      revision: RevisionNumber,
      rule: z.string(),
      reason: z.string(),
      actor: z.string(),
      at: Instant,
    }),
    z.strictObject({
      open: z.array(z.string()).meta({ description: 'Rules whose warnings still stand in the way' }),
      findings,
    }),
  ),
  'What was acknowledged (đã xác nhận)',
);
