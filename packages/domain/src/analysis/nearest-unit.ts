import { nearest } from '../nearest.ts';
import type { RankedUnit } from '../ranking.ts';

/** The id of the unit that a mistyped id, or a name, most likely means; null where none is near. */
export const nearestUnit = (
  typed: string,
  units: Iterable<Pick<RankedUnit, 'unit' | 'name_vi' | 'name_en'>>,
): string | null => {
  const words = new Map(
    [...units].flatMap(({ unit, name_vi, name_en }) => [unit, name_vi, name_en].map((word) => [word, unit] as const)),
  );
  return words.get(nearest(typed, [...words.keys()]) ?? '') ?? null;
};
