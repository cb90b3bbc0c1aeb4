import { LOST } from '@chi-so/domain/garbled-text';
import { nameKey } from '@chi-so/domain/name-key';
import { joined } from '@chi-so/domain/name-match';
import { type Candidate, resolveName } from '@chi-so/domain/resolve-name';
import { spelledOf } from '@chi-so/domain/spelled-unit';
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

/** `Yên Bái (1)`, `Hà Giang²`: the mark of a footnote is no part of a name. */
const withoutMarks = (text: string): string => text.replace(/\s*(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]|\(\d\))+$/u, '');

/** `on`: the day for which names and kinds are read (ISO 8601). */
export const unitNamesOf = (unitSet: UnitSet, on: string | undefined): UnitNames => {
  const known = new Map<string, string | null>();
  const resolve = (text: string) => resolveName(text, [unitSet], on);
  const letters = lettersOf(unitSet, on);
  return {
    unitSet,
    unitOf: (printed) => {
      const text = withoutMarks(printed);
      // A bare number could be a GSO code, and an order number or a rank as well.
      if (text === '' || text.length > LONGEST_NAME || !/\p{L}/u.test(text)) return null;
      const earlier = known.get(text);
      if (earlier !== undefined) return earlier;
      const unit = couldBeName(text, letters) ? (resolve(text).match?.unit.unit ?? null) : null;
      known.set(text, unit);
      return unit;
    },
    candidatesOf: (text) => (text.length > LONGEST_NAME ? [] : resolve(text).candidates),
  };
};

/** The plain letters of every spelling, whole and without the word for the kind, and the ids. */
const lettersOf = (unitSet: UnitSet, on: string | undefined): ReadonlySet<string> =>
  new Set(
    unitSet.units.flatMap((unit) => [
      unit.unit.toLowerCase(),
      ...spelledOf(unit, unitSet, on).spellings.flatMap(({ all, bare }) => [joined(all.plain), joined(bare.plain)]),
    ]),
  );

/** Every rule that may name a unit keeps its plain letters, unless some were lost. Most texts of a table are no names. */
const couldBeName = (text: string, letters: ReadonlySet<string>): boolean => {
  const { text: readable, all, bare } = nameKey(text);
  const hasLost = all.plain.includes(LOST);
  return (
    hasLost || letters.has(readable.toLowerCase()) || letters.has(joined(all.plain)) || letters.has(joined(bare.plain))
  );
};
