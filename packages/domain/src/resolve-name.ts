import { LOST } from './garbled-text.ts';
import { type Letters, type NameKey, nameKey } from './name-key.ts';
import { editDistance, fits, fitsWithLost, fitsWithOneMoreLost, joined } from './name-match.ts';
import { kindFits, type Spelled, spelledOf } from './spelled-unit.ts';
import type { Unit, UnitSet } from './unit-set.ts';

/**
 * Which unit a name means. Rules are tried from strict to loose; a unit is the answer only if it is the only one that
 * any given set offers. What is merely near, or contradicts the kind of the unit, is a candidate and never the answer.
 */

/** How a unit was found. Strict ones first. */
export type Rule =
  /** The name is the unit's id. */
  | 'unit-id'
  /** The name is the unit's GSO code. An answer only within one set, since codes change owner. */
  | 'gso-code'
  /** A name or alias, letter by letter. */
  | 'exact'
  /** The same but for case, Unicode form, the place of tone marks, hyphens, dots and blanks, or without any diacritics. */
  | 'folded'
  /** The same but for the word for its kind, which fits the unit: `UBND tỉnh Bắc Ninh`, `Bac Ninh Province`. */
  | 'without-kind'
  /** Some diacritics are missing and none contradicts: `Thừa Thiên Hue`. */
  | 'missing-marks'
  /** Letters were lost to an encoding: `Qu?ng Tr?`. */
  | 'lost-letters'
  /** The name of this unit behind a word for another kind: `Thành phố Cà Mau` for the province. Never an answer. */
  | 'other-kind'
  /** A name like this one. Never an answer. */
  | 'near';

/** What a name could mean. */
export type Candidate = { unit: string; unit_set: string; name_vi: string; rule: Rule };

/** The one unit that a name means, or else what it could mean. */
export type Resolution = { match: { unit: Unit; unit_set: UnitSet; rule: Rule } | null; candidates: Candidate[] };

type Hit = { spelled: Spelled; rule: Rule; sure: boolean };

/**
 * Resolves a name among the units of some sets. `on` is the day (ISO 8601) for which dated kinds and names of a unit are
 * read; without it a unit is of the kind that it began with.
 */
export const resolveName = (name: string, unitSets: readonly UnitSet[], on?: string): Resolution => {
  const key = nameKey(name);
  if (joined(key.all.plain) === '') return { match: null, candidates: [] };
  const sets = unitSets.map((set) => set.units.map((unit) => spelledOf(unit, set, on)));
  const hits = sets.flatMap((units) => hitsIn(key, units, sets.length === 1));
  const [only, ...more] = hits;
  if (only?.sure && more.length === 0) {
    const { spelled, rule } = only;
    return { match: { unit: spelled.unit, unit_set: spelled.set, rule }, candidates: [] };
  }
  return { match: null, candidates: (hits.length > 0 ? hits : nearest(key, sets.flat())).map(candidateOf) };
};

const candidateOf = ({ spelled: { unit, set }, rule }: Pick<Hit, 'spelled' | 'rule'>): Candidate => ({
  unit: unit.unit,
  unit_set: set.unit_set,
  name_vi: unit.name_vi,
  rule,
});

/** The units that the strictest rule finds which finds any. */
const hitsIn = (key: NameKey, units: readonly Spelled[], onlySet: boolean): Hit[] => {
  for (const [rule, finds] of RULES) {
    const found = units.filter((unit) => finds(key, unit));
    if (found.length > 0) {
      return found.map((spelled) => ({ spelled, rule, sure: isSure(rule, key, spelled, units, onlySet) }));
    }
  }
  return [];
};

/** Whether a rule may name the one unit that it has found. Loose ones may not where another unit could be meant. */
const isSure = (rule: Rule, key: NameKey, unit: Spelled, all: readonly Spelled[], onlySet: boolean): boolean => {
  if (rule === 'other-kind') return false;
  if (rule === 'gso-code') return onlySet;
  if (rule === 'without-kind') return key.kinds.length > 0 || isListedWhole(unit);
  if (rule === 'missing-marks') return isListedWhole(unit) && !all.some(isOther(unit, (one) => isSlip(key, one)));
  if (rule === 'lost-letters') return isListedWhole(unit) && !all.some(isOther(unit, (one) => isLossier(key, one)));
  return true;
};

const isOther = (unit: Spelled, could: (other: Spelled) => boolean) => (other: Spelled) =>
  other !== unit && could(other);

/** In a partial list the unit that is meant may be missing: Huyện Kỳ Anh, where only Thị xã Kỳ Anh is listed. */
const isListedWhole = ({ unit, set }: Spelled): boolean =>
  set.roster === 'complete' ||
  set.groups.some(({ group, roster }) => roster === 'complete' && unit.groups.includes(group));

/** Whether a slip of two letters would explain the text as well: `Tiên Giang` could be Kiên Giang. */
const isSlip = (key: NameKey, other: Spelled): boolean => distanceTo(key, other) <= 2;

/** Whether one more letter lost would explain the text as well. */
const isLossier = (key: NameKey, other: Spelled): boolean =>
  pairs(key, other).some(([typed, name]) => fitsWithOneMoreLost(typed, name));

type Finds = (key: NameKey, unit: Spelled) => boolean;

/** What loose rules may compare: spellings that are words, whole and without the word for their kind. */
const pairs = (key: NameKey, unit: Spelled): [Letters, Letters][] =>
  unit.spellings
    .filter((spelling) => kindFits(spelling, unit) && !spelling.isAbbreviation)
    .flatMap((spelling) => [
      [key.all, spelling.all],
      ...(kindFits(key, unit) ? ([[key.bare, spelling.bare]] as [Letters, Letters][]) : []),
    ]);

const isUnmarked = (key: NameKey): boolean => key.all.marked === key.all.plain;

/** The same letters with the same diacritics, or without any: those of an abbreviation may not be left out. */
const same = (key: NameKey, spelling: NameKey, part: 'all' | 'bare'): boolean =>
  joined(key[part].marked) === joined(spelling[part].marked) ||
  (isUnmarked(key) && !spelling.isAbbreviation && joined(key[part].plain) === joined(spelling[part].plain));

const isExact: Finds = ({ text }, { spellings }) => spellings.some((spelling) => spelling.text === text);
const isFolded: Finds = (key, unit) =>
  unit.spellings.some((spelling) => kindFits(spelling, unit) && same(key, spelling, 'all'));
const isWithoutKind: Finds = (key, unit) => kindFits(key, unit) && isOtherKind(key, unit) && !isHalfMarked(key, unit);
const isOtherKind: Finds = (key, { spellings }) => spellings.some((spelling) => same(key, spelling, 'bare'));

/** `Tỉnh Hau Giang` is no English name: whoever types a kind word with diacritics has left them out of the name. */
const isHalfMarked = (key: NameKey, { spellings }: Spelled): boolean =>
  !isUnmarked(key) &&
  key.bare.marked === key.bare.plain &&
  spellings.some(({ bare }) => bare.marked !== bare.plain && joined(bare.plain) === joined(key.bare.plain));

const isMissingMarks: Finds = (key, unit) =>
  pairs(key, unit).some(([typed, name]) => joined(typed.plain) === joined(name.plain) && fits(typed, name));

const isLostLetters: Finds = (key, unit) =>
  key.all.plain.includes(LOST) && pairs(key, unit).some(([typed, name]) => fitsWithLost(typed, name));

const RULES: readonly [Rule, Finds][] = [
  ['unit-id', ({ text }, { unit }) => text.toLowerCase() === unit.unit.toLowerCase()],
  ['gso-code', ({ text }, { unit, set }) => /^\d{1,2}$/u.test(text) && isCodeOf(unit, set, text.padStart(2, '0'))],
  ['exact', isExact],
  ['folded', isFolded],
  ['without-kind', isWithoutKind],
  ['missing-marks', isMissingMarks],
  ['lost-letters', isLostLetters],
  ['other-kind', isOtherKind],
];

const isCodeOf = (unit: Unit, set: UnitSet, code: string): boolean =>
  set.parent === null && unit.unit === `${set.unit_set}-${code}`;

const distanceTo = (key: NameKey, { spellings }: Spelled): number =>
  Math.min(
    ...spellings.map(({ bare }) => editDistance(joined(key.bare.plain), joined(bare.plain), 2)),
    ...spellings.map(({ all }) => editDistance(joined(key.all.plain), joined(all.plain), 2)),
  );

const MOST_NEAR = 10;

/** Units whose name is at most two slips away (one where the name is short), nearest first. */
const nearest = (key: NameKey, units: readonly Spelled[]): Pick<Hit, 'spelled' | 'rule'>[] => {
  const most = joined(key.bare.plain).length < 6 ? 1 : 2;
  return units
    .map((spelled) => ({ spelled, rule: 'near' as const, distance: distanceTo(key, spelled) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NEAR);
};
