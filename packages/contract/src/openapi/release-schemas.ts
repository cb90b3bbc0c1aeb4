import * as z from 'zod';
import {
  Cause,
  Component,
  Day,
  Entry,
  Extent,
  GradePublished,
  Group,
  Index,
  Instant,
  MethodologyId,
  Rank,
  RankPublished,
  ReleaseFields,
  RevisionNumber,
  Score,
  Sha256,
  Source,
  Unit,
  Version,
  Why,
} from './fields.ts';
import { envelope, NextUrl, named, next_cursor } from './named.ts';

export const ReleaseSummary = named(
  'ReleaseSummary',
  z.strictObject({
    ...ReleaseFields,
    status: z.enum(['published', 'withdrawn']),
    entry: Entry,
    revision: RevisionNumber.nullable(),
    at: Instant,
    title: z.string(),
    publisher: z.string(),
    published_on: Day.nullable().meta({ description: "Day of the publisher's own release (ngày công bố)" }),
    extent: Extent,
    methodology: MethodologyId,
    kind: Source.shape.kind.optional(),
    certainty: Source.shape.certainty.optional(),
  }),
  'A release (đợt công bố) as its last publication left it',
);

export const ReleasesAnswer = named(
  'ReleasesAnswer',
  envelope(ReleaseSummary, z.strictObject({ next_cursor }), NextUrl),
  'Releases and their state',
);

/** What a release says of itself besides its scores. */
export const announcementFields = {
  extent: Extent,
  component_extents: z.record(z.string(), Extent),
  population: z.record(z.string(), z.int()).meta({ description: 'Announced number of units, by group' }),
  grade_counts: z
    .record(z.string(), z.record(z.string(), z.int()))
    .meta({ description: 'Announced number of units, by group and grade' }),
  derived: z.record(z.string(), z.string()).meta({ description: 'Components that were computed, and how' }),
};

const RevisionRow = z.strictObject({
  revision: RevisionNumber,
  cause: z.enum(['upload', 'correction']),
  reason: Why,
  recorded_at: Instant,
  sha256: Sha256.unwrap(),
  methodology: MethodologyId,
  methodology_version: Version,
  unit_set_version: Version,
  units: z.int().meta({ description: 'Number of units that it says something of' }),
  components: z.array(Component),
  ...announcementFields,
  source: Source,
});

const ledgerNumber = z.int().meta({ description: 'Its number in the change feed (`/v1/changes`)', examples: [123] });

export const ReleaseAnswer = named(
  'ReleaseAnswer',
  envelope(
    named(
      'LogEntry',
      z.strictObject({
        entry: Entry,
        revision: RevisionNumber.nullable().meta({ description: 'Null: withdrawn (thu hồi)' }),
        at: Instant,
        cause: Cause,
        reason: Why,
        change: ledgerNumber,
      }),
      'One publication or withdrawal (công bố, thu hồi)',
    ),
    z.strictObject({ release: z.strictObject({ ...ReleaseSummary.shape }), revisions: z.array(RevisionRow) }),
  ),
  'Where a release comes from and every publication of it, oldest first',
);

export const PublicationAnswer = named(
  'PublicationAnswer',
  envelope(
    z.strictObject({
      ...ReleaseFields,
      entry: Entry,
      revision: RevisionNumber.nullable(),
      at: Instant,
      cause: Cause,
      reason: Why,
      change: ledgerNumber,
    }),
    z.strictObject({ status: z.enum(['published', 'withdrawn']) }),
  ),
  'The entry of the log that now stands',
);

const before = <S extends z.ZodType>(schema: S) => schema.meta({ description: 'The same before the change' });

const ChangedRow = named(
  'ChangedRow',
  z.strictObject({
    component: Component,
    group: Group,
    unit: Unit,
    score_before: before(Score),
    score: Score,
    rank_before: before(Rank),
    rank: Rank,
    rank_published_before: before(RankPublished),
    rank_published: RankPublished,
    grade_published_before: before(GradePublished),
    grade_published: GradePublished,
  }),
  'Figures of one unit before and after',
);

const Change = named(
  'Change',
  z.strictObject({
    id: ledgerNumber.meta({ description: 'Gapless number over the whole system' }),
    index: Index,
    period: ReleaseFields.period,
    unit_set: ReleaseFields.unit_set,
    edition: ReleaseFields.edition,
    entry: Entry,
    at: Instant,
    cause: Cause,
    reason: Why,
    action: z.enum(['published', 'revised', 'withdrawn', 'unknown']).meta({
      description: '`withdrawn` is a tombstone (thu hồi); `unknown`: read the release again',
    }),
    revision: RevisionNumber.nullable(),
    revision_before: RevisionNumber.nullable(),
    periods: z.array(ReleaseFields.period).meta({ description: 'Every period whose ranking may read differently now' }),
    rows: z.array(ChangedRow).meta({ description: 'Rows that differ; of a first publication and a withdrawal none' }),
    rows_changed: z.int(),
  }),
  'What one publication changed (thay đổi)',
);

export const ChangesAnswer = named(
  'ChangesAnswer',
  envelope(
    Change,
    z.strictObject({
      since: z.int(),
      last: z.int().meta({ description: 'Number of the last change here: the next `since`' }),
    }),
    NextUrl,
  ),
  'Changes in order and without gaps; from 0 the whole history',
);
