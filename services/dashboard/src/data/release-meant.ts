import { comparePeriods, MAIN_EDITION, provinceOf, unitSetOf } from '@chi-so/domain/identity';
import type { Release } from './catalogue.ts';

/** A release as an address names it: a period or `latest`; set and edition may be left out. */
export type Named = { index: string; period: string; set: string | null; edition: string | null };

export const LATEST = 'latest';

/**
 * The release that is meant, seen from a unit: one over the unit's own set before one over the units inside it, these before
 * any other; the main edition first, and the newest. Null where no release has the name.
 */
export const releaseMeant = (releases: readonly Release[], named: Named, unit: string | null): Release | null => {
  const fits = releases.filter(
    (one) =>
      one.index === named.index &&
      [LATEST, one.period].includes(named.period) &&
      [null, one.unit_set].includes(named.set) &&
      [null, one.edition].includes(named.edition),
  );
  const distance = ({ unit_set, edition }: Release): number => {
    const isOwn = unit !== null && unit_set === unitSetOf(unit);
    const isInside = unit !== null && provinceOf(unit_set) === unit;
    return (isOwn ? 0 : isInside ? 2 : provinceOf(unit_set) === null ? 4 : 6) + (edition === MAIN_EDITION ? 0 : 1);
  };
  const [nearest = null] = fits.toSorted((a, b) => distance(a) - distance(b) || comparePeriods(b.period, a.period));
  return nearest;
};
