import { ACTION_STATUSES, TARGET_KINDS } from '@chi-so/domain/target-plan';
import { SHARE_REASONS, TARGET_STATES } from '@chi-so/domain/target-progress';
import * as z from 'zod';
import { findings } from './draft-schemas.ts';
import {
  Component,
  Day,
  Degraded,
  Edition,
  Index,
  Instant,
  Message,
  MissingReason,
  Period,
  Status,
  Unit,
  UnitName,
  UnitSet,
  Why,
} from './fields.ts';
import { envelope, NoMeta, named } from './named.ts';

const orNull = z.string().nullable();
const value = (description: string) => z.union([z.number(), z.string()]).nullable().meta({ description });
const basis = z
  .enum(['published', 'computed'])
  .nullable()
  .meta({ description: 'Whether the publisher printed the figure or it is computed here' });
const Version = z.int().meta({ description: 'Version of the plan (bản); name it in `If-Match`. 0: there is none yet' });

const planFields = {
  title: z.string().meta({ description: 'Title of the plan (tên kế hoạch)' }),
  document: orNull.meta({ description: 'Number of the document (số văn bản)' }),
  issued_on: Day.nullable().meta({ description: 'Day on which it was signed (ngày ban hành)' }),
};
const madeFields = { actor: z.string(), at: Instant, reason: Why };

const TargetRow = named(
  'TargetRow',
  z.strictObject({
    unit: Unit,
    period: Period,
    unit_set: UnitSet,
    index: Index,
    index_name: orNull,
    edition: Edition,
    component: Component,
    component_name: orNull,
    group: orNull.meta({ description: 'Group (khối); null: the one that the methodology ranks the unit in' }),
    target_kind: z
      .enum(TARGET_KINDS)
      .meta({ description: 'What is wanted (loại chỉ tiêu); `top-share`: the best so many percent' }),
    target: z
      .union([z.number(), z.string()])
      .meta({ description: 'The target (chỉ tiêu): points, place, percent, or the name of a grade' }),
    office: z.string().meta({ description: 'Who answers for it (cơ quan chủ trì)' }),
    action: orNull.meta({ description: 'What is to be done (nhiệm vụ, giải pháp)' }),
    deadline: Day.nullable().meta({ description: 'Last day (thời hạn), in Vietnam' }),
    action_status: z
      .enum(ACTION_STATUSES)
      .meta({ description: 'What the office reports of its work (tình trạng thực hiện)' }),
    note: orNull,
    baseline_period: Period.nullable().meta({
      description: 'Kỳ gốc: the one that the plan names, or the nearest earlier published one',
    }),
    baseline: value('Figure of that period; null where there is none'),
    baseline_basis: basis,
    actual_period: Period.nullable().meta({
      description: "The plan's period where it is published, else the latest before it",
    }),
    actual: value('Figure of that period; null where there is none, never 0 instead'),
    actual_basis: basis,
    actual_status: Status.nullable(),
    actual_reason: MissingReason,
    points_lost: z
      .number()
      .nullable()
      .meta({
        description:
          'What the component has lost, in points of the total: coefficient × what lacks to the best score, in `actual_period`, ' +
          'never below 0; null for the total, for components that are not right below it, and where weights, scale or ' +
          'score are unknown (điểm mất)',
      }),
    points_lost_weights: z
      .enum(['confirmed', 'derived'])
      .nullable()
      .meta({ description: 'How certain the weights are that `points_lost` is counted by' }),
    gap: z
      .number()
      .nullable()
      .meta({ description: 'What lacks: points, places or grades; 0 or less where the target is reached' }),
    share: z
      .number()
      .nullable()
      .meta({ description: 'Percent of the way from the baseline; below 0 where it went the other way' }),
    share_reason: z.enum(SHARE_REASONS).nullable().meta({ description: 'Why there is no share' }),
    share_note: Message.nullable(),
    state: z.enum(TARGET_STATES).meta({ description: 'Computed from the published rankings (derived)' }),
    overdue: z
      .boolean()
      .meta({ description: 'The deadline has passed, and the target is not known to be met (quá hạn)' }),
    says: Message,
  }),
  'A target and how far it has come (chỉ tiêu và tiến độ)',
);

const states = z.strictObject(
  Object.fromEntries(TARGET_STATES.map((state) => [state, z.int()])) as Record<
    (typeof TARGET_STATES)[number],
    z.ZodInt
  >,
);

const OfficePoints = named(
  'OfficePoints',
  z.strictObject({
    office: z.string(),
    index: Index,
    edition: Edition,
    period: Period.nullable(),
    points_lost: z.number().nullable().meta({
      description: 'Σ `points_lost` of its components, each once; null where none is known',
    }),
    components: z.int().meta({ description: 'Components that it answers for; rows about the total are none' }),
    unknown: z.int().meta({ description: 'Those among them whose points are not known' }),
  }),
  'What the components of one office have lost in one index; points of different indices are never added',
);

const aboutRows = {
  on: Day.meta({ description: 'The day as of which rows are overdue' }),
  states: states.meta({ description: 'Rows by state' }),
  overdue: z.int(),
  offices: z.array(OfficePoints).meta({ description: 'Points lost by office; most first within each index' }),
  degraded: Degraded,
};
const aboutPlan = {
  unit: Unit,
  unit_name: UnitName,
  period: Period,
  version: Version,
  title: planFields.title.nullable(),
  ...{ document: planFields.document, issued_on: planFields.issued_on },
  baseline_period: Period.nullable(),
};

const PlanVersion = z.strictObject({ version: Version, ...planFields, rows: z.int(), ...madeFields });

export const TargetsAnswer = named(
  'TargetsAnswer',
  envelope(
    TargetRow,
    z.strictObject({
      ...aboutPlan,
      ...{ actor: madeFields.actor.nullable(), at: Instant.nullable(), reason: Why },
      ...aboutRows,
      versions: z.array(PlanVersion).meta({ description: 'Every version, oldest first (lịch sử)' }),
    }),
  ),
  'A plan (kế hoạch) and its progress; no rows where there is none',
);

export const SavedPlanAnswer = named(
  'SavedPlanAnswer',
  envelope(
    TargetRow,
    z.strictObject({
      ...aboutPlan,
      status: z.enum(['saved', 'same', 'repeated', 'dry-run']).meta({
        description: '`same`: it says this already; `repeated`: this request has been carried out before',
      }),
      ...aboutRows,
      errors: z.int(),
      warnings: z.int(),
      findings,
    }),
  ),
  'The plan as it stands, and what was found in it',
);

export const PlansAnswer = named(
  'PlansAnswer',
  envelope(
    z.strictObject({ unit: Unit, period: Period, version: Version, ...planFields, rows: z.int(), ...madeFields }),
    NoMeta,
  ),
  'The plans of a unit, by period',
);
