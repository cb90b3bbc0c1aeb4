import { type Candidate, resolveName } from '@chi-so/domain/resolve-name';
import type { UnitSet } from '@chi-so/domain/unit-set';

/** The names of one population, each resolved once: tables repeat them in every pair of columns. */
export type UnitNames = {
  unitSet: UnitSet;
  /** The unit's id; null where the text is no name of exactly one unit. */
  unitOf: (text: string) => string | null;
  /** What a name could mean that means no unit for certain. */
  candidatesOf: (text: string) => Candidate[];
};

/** Longer than any name, shorter than a footnote: what is longer is not asked about. */
const LONGEST_NAME = 80;

/** `on`: the day for which names and kinds are read (ISO 8601). */
export const unitNamesOf = (unitSet: UnitSet, on: string | undefined): UnitNames => {
  const known = new Map<string, string | null>();
  const resolve = (text: string) => resolveName(text, [unitSet], on);
  return {
    unitSet,
    unitOf: (text) => {
      // A bare number could be a GSO code, and an order number or a rank as well.
      if (text === '' || text.length > LONGEST_NAME || !/\p{L}/u.test(text)) return null;
      const earlier = known.get(text);
      if (earlier !== undefined) return earlier;
      const unit = resolve(text).match?.unit.unit ?? null;
      known.set(text, unit);
      return unit;
    },
    candidatesOf: (text) => (text.length > LONGEST_NAME ? [] : resolve(text).candidates),
  };
};
