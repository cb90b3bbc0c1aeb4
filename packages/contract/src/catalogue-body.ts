import { provinceOf, unitSetOf } from '@chi-so/domain/identity';
import { FIGURES, type Layout } from '@chi-so/domain/layout';
import { FACTS, type Index, type Methodology, PARTS, VERDICTS } from '@chi-so/domain/methodology';
import { STAGES } from '@chi-so/domain/score';
import type { UnitSet } from '@chi-so/domain/unit-set';
import * as z from 'zod';

/** What a writer of the catalogue sends. The shapes are those of the domain; unknown fields are refused. */

/** Never the name of something that every object has (`constructor`): ids are used as keys. */
const Id = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,120}$/)
  .refine((id) => !(id in {}), 'This name is reserved');
const Name = z.string().trim().min(1).max(500);
const Roster = z.enum(['complete', 'partial']);
const DateOrNull = z.iso.date().nullable();
const NumberOrNull = z.number().nullable();

const Certainty = z.enum(['confirmed', 'derived', 'unknown']);
const Calendar = z.strictObject({
  lag_years: z.int().min(0).max(5),
  month_from: z.int().min(1).max(12),
  month_to: z.int().min(1).max(12),
  certainty: Certainty,
  source: Name,
  source_en: Name.optional(),
});

export const IndexBody = z.strictObject({
  index: Id,
  name_vi: Name,
  name_en: Name,
  publisher_vi: Name,
  publisher_en: Name,
  level: z.enum(['province', 'inside-province']),
  calendar: Calendar.nullable(),
}) satisfies z.ZodType<Index>;

const Group = z.strictObject({ group: Id, name_vi: Name, name_en: Name, roster: Roster });
/** One unit of a unit set. `PUT /v1/unit-sets/{set}/units/{unit}` */
export const UnitBody = z.strictObject({
  unit: Id,
  name_vi: Name,
  name_en: Name,
  groups: z.array(Id),
  aliases: z.array(Name),
  kind: Id.optional(),
  changes: z
    .array(
      z.strictObject({
        on: z.iso.date(),
        kind: Id.optional(),
        name_vi: Name.optional(),
        name_en: Name.optional(),
        source: Name,
      }),
    )
    .optional(),
  iso_3166_2: Id.optional(),
  tile: z.tuple([z.int(), z.int()]).optional(),
});
const Succession = z.strictObject({
  on: z.iso.date(),
  kind: z.enum(['unchanged', 'renamed', 'merged', 'split']),
  from: z.array(Id).min(1),
  to: z.array(Id).min(1),
  source: Name,
});

export const UnitSetBody = z
  .strictObject({
    unit_set: Id,
    name_vi: Name,
    name_en: Name,
    parent: Id.nullable(),
    valid_from: DateOrNull,
    valid_to: DateOrNull,
    roster: Roster,
    groups: z.array(Group),
    successions: z.array(Succession),
    units: z.array(UnitBody).min(1),
    sources: z.array(Name).min(1),
  })
  .check(({ value: { unit_set, parent, units, groups, successions }, issues }) => {
    if (parent !== provinceOf(unit_set)) {
      const message = `A set inside a province is named by it, such as VN63-46 or VN63-46-2025; ${unit_set} is not of ${parent ?? 'the country'}`;
      issues.push({ code: 'custom', input: parent, path: ['parent'], message });
    }
    const known = new Set(groups.map(({ group }) => group));
    const seen = new Set<string>();
    for (const [i, { unit, groups: of }] of units.entries()) {
      const fault = (message: string, field: string) =>
        issues.push({ code: 'custom', input: unit, path: ['units', i, field], message });
      if (seen.has(unit)) fault(`${unit} is listed twice`, 'unit');
      if (unitSetOf(unit) !== unit_set) fault(`${unit} is not an id of ${unit_set}`, 'unit');
      for (const group of of) if (!known.has(group)) fault(`There is no group ${group}`, 'groups');
      seen.add(unit);
    }
    for (const [i, { to }] of successions.entries()) {
      for (const unit of to) {
        if (!seen.has(unit)) {
          issues.push({
            code: 'custom',
            input: unit,
            path: ['successions', i, 'to'],
            message: `There is no unit ${unit}`,
          });
        }
      }
    }
  }) satisfies z.ZodType<UnitSet>;

const Component = z.strictObject({
  component: Id,
  parent: Id.nullable(),
  name_vi: Name,
  name_en: Name,
  weight: NumberOrNull,
  minimum: NumberOrNull,
  maximum: NumberOrNull,
  maxima: z.record(Id, z.number()).optional(),
  groups: z.array(Id).min(1).optional(),
  part: z.enum(PARTS).optional(),
});
const Band = z.strictObject({ grade: Name, name_en: Name, from: NumberOrNull });
const Fact = z.strictObject({ certainty: Certainty, source: Name });
const Comparison = z.strictObject({
  with: Id,
  components: z.array(Id).min(1).nullable(),
  verdict: z.enum(VERDICTS),
  reason_vi: Name,
  reason_en: Name,
});

/** The shape of a methodology; whether it holds together is for `methodology-check` to say. */
export const MethodologyBody = z.strictObject({
  index: Id,
  methodology: Id,
  name_vi: Name,
  name_en: Name,
  unit_set: Id.nullable(),
  period_from: z.string(),
  period_to: z.string().nullable(),
  ranked_groups: z.array(Id).min(1),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  decimals: z.int().min(0).max(10),
  tie_decimals: z.int().min(0).max(10).nullable(),
  aggregation: z.strictObject({ kind: z.enum(['weighted-sum', 'sum', 'points', 'unknown']), factor: z.number() }),
  rank_by: z.enum(['score', 'percent']),
  publisher_ranks: z.boolean(),
  top_only: z.strictObject({ from: z.string(), count: z.int().positive() }).nullable(),
  calendar: Calendar.optional(),
  stages: z.array(z.enum(STAGES)),
  components: z.array(Component).min(1).max(1000),
  grading: z.enum(['thresholds', 'quartiles', 'yearly-groups', 'none', 'unknown']),
  grades: z.array(z.strictObject({ group: Id, bands: z.array(Band).min(1) })),
  comparisons: z.array(Comparison),
  facts: z.record(z.enum(FACTS), Fact),
}) satisfies z.ZodType<Methodology>;

/** How a publisher writes its tables, or a user's mapping of columns to components. */
export const LayoutBody = z.strictObject({
  layout: Id,
  index: Id,
  unit_set: Id.optional().meta({
    description: 'Reads the files of this set alone (tập đơn vị); left out: of everybody',
  }),
  name_vi: Name,
  name_en: Name,
  publisher: Name.nullable().default(null),
  titles: z.array(Name).max(50).default([]),
  columns: z
    .array(
      z.strictObject({
        component: Id,
        figure: z.enum(FIGURES).default('score'),
        headers: z.array(Name).max(50).default([]),
        column: z
          .string()
          .regex(/^([A-Z]{1,3}|\d{1,4})$/)
          .optional(),
      }),
    )
    .min(1)
    .max(2000),
  ignored: z.array(Name).max(200).default([]),
  tails: z.array(Name).max(200).default([]),
  source: Name,
}) satisfies z.ZodType<Layout>;
