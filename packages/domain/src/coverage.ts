import type { Ranking } from './ranking.ts';

/** How many units of those that a ranking is about have a score. */
export type Coverage = { scored: number; units: number };

export const coverageOf = ({ units }: Pick<Ranking, 'units'>): Coverage => ({
  scored: units.filter(({ score }) => score !== null).length,
  units: units.length,
});

/** From 0 to 1; 0 where there are no units. */
export const shareOf = ({ scored, units }: Coverage): number => (units === 0 ? 0 : scored / units);

/** By share, not by number: of 34 provinces all is more than 60 of 63. */
export const isLess = (now: Coverage, before: Coverage): boolean =>
  now.scored * before.units < before.scored * now.units;
