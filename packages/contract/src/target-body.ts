import { PERIOD_PATTERN } from '@chi-so/domain/identity';
import { plainLine, plainText } from '@chi-so/domain/plain-text';
import { ACTION_STATUSES, TARGET_KINDS } from '@chi-so/domain/target-plan';
import * as z from 'zod';

/** A plan sent as JSON. `PUT /v1/targets/{unit}/{period}` */

/** The most letters of a line, such as a title, and of a note. Files are held to the same. */
export const LONGEST = { line: 500, text: 2000 } as const;

const Name = z.string().overwrite(plainLine).min(1).max(LONGEST.line);
const Text = z.string().overwrite(plainText).max(LONGEST.text);
const Id = z.string().regex(/^[A-Za-z0-9._-]{1,120}$/);

export const TargetRowBody = z.strictObject({
  index: Id,
  edition: Id.default('main'),
  component: Id.default('total'),
  group: Id.nullable().default(null),
  target_kind: z.enum(TARGET_KINDS),
  target: z.union([z.number(), Name]),
  office: Name,
  action: Text.nullable().default(null),
  deadline: z.iso.date().nullable().default(null),
  action_status: z.enum(ACTION_STATUSES).default('not-started'),
  note: Text.nullable().default(null),
});

/** More rows than any plan that a person could carry out. */
export const MOST_TARGETS = 500;

export const TargetPlanBody = z.strictObject({
  title: Name,
  document: Name.nullable().default(null),
  issued_on: z.iso.date().nullable().default(null),
  baseline_period: z.string().regex(PERIOD_PATTERN).nullable().default(null),
  /** Why the plan is changed; kept with the version. */
  reason: Text.nullable().default(null),
  rows: z.array(TargetRowBody).max(MOST_TARGETS),
});
