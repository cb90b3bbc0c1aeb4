import { isVersionOf, unitSetOf } from './identity.ts';
import type { Index } from './methodology.ts';

/**
 * Whose a release is. A province writes what it publishes of its own units (`cchc` over `VN63-46`); what is published
 * of provinces, and the catalogue that all share, belongs to whoever runs the system.
 */

/** Stands for every unit set, and for what belongs to none. */
export const EVERY_SET = '*';

export const ownsEverything = (owned: readonly string[]): boolean => owned.includes(EVERY_SET);

/**
 * Whether a set is one of those owned, or a later version of one: `VN63-46-2025` is of `VN63-46`. A set of provinces is
 * nobody's, whatever is claimed: `VN63` would otherwise stand for every set that begins with it.
 */
export const ownsUnitSet = (owned: readonly string[], unit_set: string): boolean =>
  ownsEverything(owned) || owned.some((one) => INSIDE_A_PROVINCE.test(one) && isVersionOf(unit_set, one));

/** `VN63-46`, `VN63-46-2025` */
const INSIDE_A_PROVINCE = /^[A-Z]{2}\d+-[^*]+$/;

/** Whether a release may be written: of a national index nobody owns one set, even one of the owner's own units. */
export const ownsRelease = (owned: readonly string[], level: Index['level'] | undefined, unit_set: string): boolean =>
  ownsEverything(owned) || (ownsUnitSet(owned, unit_set) && level !== 'province');

/** Whether a unit is the owner's own: the province that a claim names, or a unit inside it. */
export const ownsUnit = (owned: readonly string[], unit: string): boolean =>
  ownsUnitSet(owned, unit.includes('.') ? unitSetOf(unit) : unit);
