import { comparePeriods, MAIN_EDITION, provinceOf } from '@chi-so/domain/identity';
import { provinceOfUnit, type ScorecardAddress } from '../address/pages/scorecard.ts';
import type { Release } from '../data/catalogue.ts';

/** What a province scores of its own units by. */
export const SCORECARD_INDEX = 'cchc';

/** The scorecards of one province, and which of them an address shows. */
export type ScorecardChoice = {
  /** Of this province, oldest first. */
  own: Release[];
  /** Null where the province has announced none for the period. */
  shown: Release | null;
  /** The one before it, of the same units and edition; null where there is none. */
  before: Release | null;
  /** Other provinces that have announced some. */
  elsewhere: string[];
};

type Wanted = Pick<ScorecardAddress, 'of' | 'period' | 'set' | 'edition'>;

/** Chooses among the published releases. Where the address names no edition and there are several, the main one. */
export const scorecardChoice = (
  releases: readonly Release[],
  { of, period, set, edition }: Wanted,
): ScorecardChoice => {
  const all = releases
    .filter(({ index, unit_set }) => index === SCORECARD_INDEX && provinceOf(unit_set) !== null)
    .sort((a, b) => comparePeriods(a.period, b.period) || Number(isMain(b)) - Number(isMain(a)));
  const own = all.filter(({ unit_set }) => provinceOf(unit_set) === provinceOfUnit(of));
  const fitting = own.filter(
    (one) => (set ?? one.unit_set) === one.unit_set && (edition ?? one.edition) === one.edition,
  );
  const wanted = period === 'latest' ? fitting.at(-1)?.period : period;
  const shown = fitting.find((one) => one.period === wanted) ?? null;
  const before = shown && own.findLast((one) => isLike(one, shown) && comparePeriods(one.period, shown.period) < 0);
  const others = all.flatMap((one) => (own.includes(one) ? [] : (provinceOf(one.unit_set) ?? [])));
  return { own, shown, before: before ?? null, elsewhere: [...new Set(others)].sort() };
};

/** The address of a release's scorecard, as short as it can be among those of its province. */
export const addressOf = (own: readonly Release[], { period, unit_set, edition }: Release) => {
  const same = own.filter((one) => one.period === period);
  return {
    period,
    set: same.some((one) => one.unit_set !== unit_set) ? unit_set : null,
    edition: edition === MAIN_EDITION ? null : edition,
  };
};

const isMain = ({ edition }: Release): boolean => edition === MAIN_EDITION;

const isLike = (one: Release, other: Release): boolean =>
  one.unit_set === other.unit_set && one.edition === other.edition;
