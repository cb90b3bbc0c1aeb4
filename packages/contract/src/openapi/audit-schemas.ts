import * as z from 'zod';
import { Instant } from './fields.ts';
import { envelope, NextUrl, named } from './named.ts';

const State = z
  .record(z.string(), z.union([z.string(), z.number(), z.null()]))
  .nullable()
  .meta({ description: 'Numbers, names and hashes; null where there was nothing, or nothing was kept of it' });

const AuditRow = named(
  'AuditRow',
  z.strictObject({
    at: Instant,
    actor: z
      .string()
      .meta({ description: 'The subject of the token; of a person in the pool their name and the beginning of it' }),
    action: z.string().meta({ description: 'upload, correct, acknowledge, publish, withdraw, embargo, targets …' }),
    target: z.string().meta({ description: 'What it was done to, such as pci/VN63/main/2019 or targets/VN63-46/2020' }),
    revision: z.int().nullable(),
    entry: z.int().nullable().meta({ description: 'The log entry that it made' }),
    before: State,
    after: State,
    reason: z.string().nullable(),
    request_id: z.string(),
  }),
  'Who did what to what, when, by which request',
);

export const AuditAnswer = named(
  'AuditAnswer',
  envelope(AuditRow, z.strictObject({ since: Instant, until: Instant }), NextUrl),
  'What was written, newest first',
);
