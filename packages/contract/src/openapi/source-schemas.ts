import * as z from 'zod';
import { findings } from './draft-schemas.ts';
import { Instant, Message, ReleaseFields, RevisionNumber } from './fields.ts';
import { envelope, named } from './named.ts';

const orNull = z.string().nullable();

const sourceFields = {
  source: z.string(),
  url: z.string(),
  index: orNull,
  period: orNull,
  unit_set: orNull,
  edition: orNull,
  every_hours: z.int().meta({ description: 'Hours between two checks' }),
  enabled: z.boolean(),
  title: orNull,
  publisher: orNull,
  note: orNull,
  checked_at: Instant.nullable(),
  next_check_at: Instant.nullable(),
  outcome: z.enum(['checking', 'drafted', 'unchanged', 'not-modified', 'rejected', 'not-fetched', 'failed']).nullable(),
  code: orNull,
  message: Message.nullable(),
  failures: z.int(),
  sha256: orNull,
  taken_at: Instant.nullable(),
  drafts: z.array(z.strictObject({ ...ReleaseFields, revision: RevisionNumber.nullable(), status: z.string() })),
  findings,
};
const SourceRow = named('ScheduledSource', z.strictObject(sourceFields), 'An address that is looked at regularly');

export const SourcesAnswer = named(
  'SourcesAnswer',
  envelope(SourceRow, z.strictObject({ allowed_hosts: z.array(z.string()) })),
  'Sources (nguồn) and what came of their last checks',
);
export const SavedSourceAnswer = named(
  'SavedSourceAnswer',
  envelope(SourceRow, z.strictObject({ changed: z.boolean() })),
  'The source as it stands',
);
export const FetchAnswer = named(
  'FetchAnswer',
  envelope(SourceRow, z.strictObject({ outcome: sourceFields.outcome.unwrap() })),
  'What came of the check',
);
