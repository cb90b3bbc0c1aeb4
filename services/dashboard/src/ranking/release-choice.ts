import { comparePeriods, MAIN_EDITION, provinceOf, TOTAL } from '@chi-so/domain/identity';
import type { PageAddress } from '../address/page-address.ts';
import { type RankingAddress, rankingOf } from '../address/pages/ranking.ts';
import type { Release } from '../data/catalogue.ts';

type Here = PageAddress & RankingAddress;
export type Choice = { address: Here; label: string; isCurrent: boolean };

/** The indices that have releases, each at the period that is shown where it has it, else at its newest. */
export const indexChoices = (releases: readonly Release[], here: Here, now: Release | undefined): Choice[] => {
  const indices = [...new Set(releases.map(({ index }) => index))].sort();
  return indices.flatMap((index) => {
    const own = releases.filter((one) => one.index === index);
    const inside = own.filter(({ unit_set }) => here.unit !== null && provinceOf(unit_set) === here.unit);
    const newest = newestOf(inside.length > 0 ? inside : own);
    const same = own.find(({ period, unit_set }) => period === now?.period && unit_set === now.unit_set);
    const to = same ?? newest;
    if (!to) return [];
    const address = index === here.index ? here : addressOf(releases, here, to, null);
    return { address, label: index, isCurrent: index === here.index };
  });
};

/**
 * The periods of the index, oldest first: of the country over whichever set was in force, inside a province over the
 * set that is shown only, since another province's 2023 is no later period of this one.
 */
export const periodChoices = (releases: readonly Release[], here: Here, now: Release | undefined): Choice[] => {
  const own = releases.filter(({ index, unit_set }) => index === here.index && isNear(unit_set, now));
  const periods = [...new Set(own.map(({ period }) => period))].sort(comparePeriods);
  return periods.flatMap((period) => {
    const candidates = own.filter((one) => one.period === period);
    const to = candidates.find((one) => isLike(one, now)) ?? candidates[0];
    if (!to) return [];
    return { address: addressOf(releases, here, to, now ?? null), label: period, isCurrent: period === now?.period };
  });
};

/** Over which units, in which edition else: of the same period for the country, of the newest inside provinces. */
export const setChoices = (releases: readonly Release[], here: Here, now: Release | undefined): Choice[] => {
  const own = releases.filter(({ index }) => index === here.index);
  const same = own.filter(({ period }) => period === now?.period);
  const sets = Map.groupBy(
    own.filter((one) => isInside(one.unit_set) || same.includes(one)),
    ({ unit_set, edition }) => (edition === MAIN_EDITION ? unit_set : `${unit_set} ${edition}`),
  );
  return [...sets].flatMap(([label, those]) => {
    const to = those.find((one) => same.includes(one)) ?? newestOf(those);
    if (!to) return [];
    return { address: addressOf(releases, here, to, now ?? null), label, isCurrent: isLike(to, now) };
  });
};

const isInside = (set: string): boolean => provinceOf(set) !== null;

const isNear = (set: string, now: Release | undefined): boolean =>
  now === undefined || set === now.unit_set || (!isInside(set) && !isInside(now.unit_set));

/** The address of a release; a component or group is kept where the same methodology is sure to have it too. */
const addressOf = (releases: readonly Release[], here: Here, to: Release, from: Release | null): Here => {
  const isAmbiguous = releases.filter(({ index, period }) => index === to.index && period === to.period).length > 1;
  const isSameTree = from?.methodology === to.methodology;
  return {
    ...rankingOf(here, to.index, to.period, isAmbiguous ? to.unit_set : null),
    edition: isAmbiguous && to.edition !== MAIN_EDITION ? to.edition : null,
    component: isSameTree ? here.component : TOTAL,
    group: from?.unit_set === to.unit_set ? here.group : null,
    sort: here.sort,
    find: here.find,
  };
};

const newestOf = (releases: readonly Release[]): Release | undefined =>
  [...releases].sort((a, b) => comparePeriods(a.period, b.period)).at(-1);

const isLike = (one: Release, other: Release | undefined): boolean =>
  one.unit_set === other?.unit_set && one.edition === other.edition;
