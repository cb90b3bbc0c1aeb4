import * as z from 'zod';

/** Where a publisher puts its releases, to be looked at regularly. `PUT /v1/sources/{source}` */

const Id = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,60}$/)
  .refine((id) => !(id in {}), 'This name is reserved');
const Name = z.string().trim().min(1).max(500);
const ReleasePart = Id.nullable().default(null);

export const SourceBody = z.strictObject({
  source: Id,
  url: z.string().trim().min(1).max(2000),
  /** What the file does not say of itself. An address that brings a new year each time has no period here. */
  index: ReleasePart,
  period: ReleasePart,
  set: ReleasePart,
  edition: ReleasePart,
  every_hours: z.int().min(1).max(720),
  enabled: z.boolean(),
  title: Name.nullable().default(null),
  publisher: Name.nullable().default(null),
  note: z.string().trim().max(2000).nullable().default(null),
});
