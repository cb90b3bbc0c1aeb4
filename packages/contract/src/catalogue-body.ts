import { unitSetOf } from '@chi-so/domain/identity';
import { FACTS, type Index, type Methodology } from '@chi-so/domain/methodology';
import type { UnitSet } from '@chi-so/domain/unit-set';
import * as z from 'zod';

/** What a writer of the catalogue sends. The shapes are those of the domain; unknown fields are refused. */

const Id = z.string().regex(/^[A-Za-z0-9._-]{1,120}$/);
const Name = z.string().trim().min(1).max(500);
const Roster = z.enum(['complete', 'partial']);
const DateOrNull = z.iso.date().nullable();
const NumberOrNull = z.number().nullable();

export const IndexBody = z.strictObject({
  index: Id,
  name_vi: Name,
  name_en: Name,
  publisher_vi: Name,
  publisher_en: Name,
  level: z.enum(['province', 'inside-province']),
}) satisfies z.ZodType<Index>;

const Group = z.strictObject({ group: Id, name_vi: Name, name_en: Name, roster: Roster });
const Unit = z.strictObject({
  unit: Id,
  name_vi: Name,
  name_en: Name,
  groups: z.array(Id),
  aliases: z.array(Name),
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
    units: z.array(Unit).min(1),
    sources: z.array(Name).min(1),
  })
  .check(({ value: { unit_set, units, groups }, issues }) => {
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
  }) satisfies z.ZodType<UnitSet>;

const Component = z.strictObject({
  component: Id,
  parent: Id.nullable(),
  name_vi: Name,
  name_en: Name,
  weight: NumberOrNull,
  minimum: NumberOrNull,
  maximum: NumberOrNull,
});
const Band = z.strictObject({ grade: Name, name_en: Name, from: NumberOrNull });
const Fact = z.strictObject({ certainty: z.enum(['confirmed', 'derived', 'unknown']), source: Name });

export const MethodologyBody = z
  .strictObject({
    index: Id,
    methodology: Id,
    name_vi: Name,
    name_en: Name,
    period_from: z.string(),
    period_to: z.string().nullable(),
    ranked_groups: z.array(Id).min(1),
    direction: z.enum(['higher-is-better', 'lower-is-better']),
    decimals: z.int().min(0).max(10),
    tie_decimals: z.int().min(0).max(10).nullable(),
    aggregation: z.strictObject({ kind: z.enum(['weighted-sum', 'sum', 'unknown']), factor: z.number() }),
    publisher_ranks: z.boolean(),
    components: z.array(Component).min(1),
    grades: z.array(z.strictObject({ group: Id, bands: z.array(Band).min(1) })),
    comparable_with: z.array(Id),
    break_vi: Name.nullable(),
    break_en: Name.nullable(),
    facts: z.record(z.enum(FACTS), Fact),
  })
  .check(({ value: { components }, issues }) => {
    const known = new Set(components.map(({ component }) => component));
    const fault = (i: number, message: string) =>
      issues.push({ code: 'custom', input: components[i], path: ['components', i], message });
    if (!known.has('total')) fault(0, 'The tree has no root: a component named total');
    if (known.size < components.length) fault(0, 'A component is listed twice');
    for (const [i, { parent }] of components.entries()) {
      if (parent !== null && !known.has(parent)) fault(i, `There is no component ${parent}`);
    }
  }) satisfies z.ZodType<Methodology>;
