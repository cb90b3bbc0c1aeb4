import type { UnitSet } from '../data/catalogue.ts';
import { fold } from '../words/fold.ts';

/** A province as it was from 2008 to 2025, or islands, by the letters of its name without diacritics. */
export type Outline = { name: string; path: string };

/** Islands, and the province that they are part of. */
const PART_OF: Readonly<Record<string, string>> = { 'hoang sa': 'da nang', 'truong sa': 'khanh hoa' };

/**
 * What to draw for each unit of a set: its own outline, or those of all provinces that became it. Null where one unit has
 * none, as Hà Tây and the units inside a province: a map with holes would say that there is nobody.
 */
export const outlinesOf = (
  outlines: readonly Outline[],
  { data, meta }: UnitSet,
  before: UnitSet | null,
): ReadonlyMap<string, string[]> | null => {
  const known = Map.groupBy(outlines, ({ name }) => PART_OF[fold(name)] ?? fold(name));
  const named = ({ name_vi }: { name_vi: string }) => known.get(fold(name_vi))?.map(({ path }) => path) ?? [];
  const earlier = new Map(before?.data.map((unit) => [unit.unit, unit]));
  const drawn = new Map<string, string[]>();
  for (const unit of data) {
    const origins = meta.successions.filter(({ to }) => to.includes(unit.unit)).flatMap(({ from }) => from);
    const parts = origins.flatMap((origin) => earlier.get(origin) ?? []);
    const paths = before === null ? named(unit) : parts.flatMap(named);
    if (paths.length < Math.max(1, before === null ? 1 : origins.length)) return null;
    drawn.set(unit.unit, paths);
  }
  return drawn;
};
