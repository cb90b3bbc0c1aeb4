import { comparePeriods, provinceOf, unitSetOf } from '@chi-so/domain/identity';
import type { Chosen } from '../address/page-kind.ts';
import type { TrendAddress } from '../address/pages/trend.ts';
import type { Release } from '../data/catalogue.ts';
import { releasesOf } from '../data/trend.ts';

/** The unit sets that figures can be carried to, the earlier first. */
export const BASES = ['VN63', 'VN34'] as const;

export const isBasis = (basis: string | null): basis is (typeof BASES)[number] => BASES.some((one) => one === basis);

/**
 * The unit sets whose series are shown: the basis; else those of the chosen units that the index has releases over; else,
 * so that there is something to see, that of the units inside the reader's province, or that of the newest release.
 */
export const trendSets = (address: TrendAddress & Chosen, releases: readonly Release[]): string[] => {
  const { basis, unit, peers } = address;
  if (isBasis(basis)) return [basis];
  const own = releasesOf(address, releases);
  const isReleased = (set: string) => own.some(({ unit_set }) => unit_set === set);
  const asked = [...new Set([...(unit ? [unit] : []), ...peers].filter((one) => one.includes('-')).map(unitSetOf))];
  const found = asked.filter(isReleased);
  if (found.length > 0) return found;
  const newest = own.toSorted((a, b) => comparePeriods(b.period, a.period));
  const inside = newest.find(({ unit_set }) => unit !== null && provinceOf(unit_set) === unit);
  const shown = inside ?? newest[0];
  return shown ? [shown.unit_set] : asked;
};

/** The basis that has a unit under its own id; of units of the eras before, the one next to it. */
export const basisOf = (unit: string | null): (typeof BASES)[number] =>
  unit !== null && unitSetOf(unit) === 'VN34' ? 'VN34' : 'VN63';
