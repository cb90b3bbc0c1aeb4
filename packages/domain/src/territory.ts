import { unitSetOf } from './identity.ts';
import type { Succession, UnitSet } from './unit-set.ts';

/** How the units of one set lie to those of an earlier or a later one, by the successions of the sets between them. */

/** `same`: the one unit is the other still. `whole`: it is made of all of them. `part`: it is a part of the one. */
export type Origin = { relation: 'same' | 'whole' | 'part'; units: string[] };

/** Two sets that follow each other, and how units passed from the one to the other. */
type Step = { earlier: string; later: string; successions: readonly Succession[] };

/** Sets in the order of time. A set that is known only as what came before the first one needs not be among them. */
export type Lineage = { sets: string[]; steps: Step[] };

/** The lineage of sets that are given in the order of time. */
export const lineageOf = (sets: readonly Pick<UnitSet, 'unit_set' | 'successions'>[]): Lineage => {
  const steps = sets.flatMap(({ unit_set, successions }) => {
    const [before] = successions[0]?.from ?? [];
    return before === undefined ? [] : [{ earlier: unitSetOf(before), later: unit_set, successions }];
  });
  return { sets: [...new Set([...steps.map(({ earlier }) => earlier), ...sets.map((set) => set.unit_set)])], steps };
};

/**
 * What the unit is in terms of another set; null where nothing is known, or where merging and splitting on the way leave
 * no more than an overlap.
 */
export const originOf = (unit: string, other: string, lineage: Lineage): Origin | null => {
  const [at, end] = [lineage.sets.indexOf(unitSetOf(unit)), lineage.sets.indexOf(other)];
  if (at === -1 || end === -1) return null;
  const towards = end < at ? -1 : 1;
  const way = Array.from({ length: Math.abs(end - at) }, (_, i) => lineage.sets[at + towards * (i + 1)] ?? '');
  return way.reduce<Origin | null>((origin, set) => origin && further(origin, set, lineage), {
    relation: 'same',
    units: [unit],
  });
};

/** The successions that were crossed between a unit and what it is in terms of another set, the earliest first. */
export const crossingsOf = (unit: string, other: string, lineage: Lineage): Succession[] => {
  const ends = new Set([unit, ...(originOf(unit, other, lineage)?.units ?? [])]);
  const places = [unitSetOf(unit), other].map((set) => lineage.sets.indexOf(set));
  const between = lineage.sets.slice(Math.min(...places), Math.max(...places) + 1);
  return lineage.steps
    .filter(({ earlier, later }) => between.includes(earlier) && between.includes(later))
    .flatMap(({ successions }) => successions)
    .filter(({ from, to }) => [...from, ...to].some((each) => ends.has(each)));
};

const further = ({ relation, units }: Origin, set: string, lineage: Lineage): Origin | null => {
  const crossed = units.map((unit) => stepped(unit, set, lineage));
  const known = crossed.filter((one) => one !== null);
  const relations = new Set([relation, ...known.map((one) => one.relation)].filter((one) => one !== 'same'));
  const [only = 'same', ...others] = relations;
  if (known.length < units.length || others.length > 0) return null;
  return { relation: only, units: [...new Set(known.flatMap((one) => one.units))] };
};

/** One step. Only where each unit on either side has this one succession are they known whole: else parts went elsewhere. */
const stepped = (unit: string, set: string, { steps }: Lineage): Origin | null => {
  const own = unitSetOf(unit);
  const crossings = steps.flatMap(({ earlier, later, successions }) => {
    if (earlier === set && later === own) return sidesOf(unit, successions, 'to', 'from');
    if (earlier === own && later === set) return sidesOf(unit, successions, 'from', 'to');
    return [];
  });
  const [only, ...others] = crossings;
  if (!only || only.isShared || others.length > 0) return null;
  const { kind, here, there } = only;
  if (kind === 'unchanged' || kind === 'renamed') return { relation: 'same', units: there };
  if (here.length === 1 && there.length > 1) return { relation: 'whole', units: there };
  return here.length > 1 && there.length === 1 ? { relation: 'part', units: there } : null;
};

const sidesOf = (unit: string, successions: readonly Succession[], here: 'from' | 'to', there: 'from' | 'to') =>
  successions
    .filter((succession) => succession[here].includes(unit))
    .map((succession) => ({
      kind: succession.kind,
      here: succession[here],
      there: succession[there],
      isShared: successions.some(
        (other) => other !== succession && other[there].some((each) => succession[there].includes(each)),
      ),
    }));
