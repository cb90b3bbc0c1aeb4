import { MAIN_EDITION, provinceOf } from '@chi-so/domain/identity';
import type { PageAddress } from '../address/page-address.ts';
import type { Common } from '../address/page-kind.ts';
import { rankingOf } from '../address/pages/ranking.ts';
import { scorecardOf } from '../address/pages/scorecard.ts';
import type { Release } from '../data/catalogue.ts';
import { SCORECARD_INDEX } from '../scorecard/scorecard-choice.ts';

type Named = Pick<Release, 'index' | 'period' | 'unit_set' | 'edition'>;

/** The edition of a release as an address has it: null for the main one. */
export const editionOf = ({ edition }: Named): string | null => (edition === MAIN_EDITION ? null : edition);

/** The ranking of exactly this release: of its set, in its edition. */
export const rankingOfRelease = (here: Common, release: Named): PageAddress => ({
  ...rankingOf(here, release.index, release.period, release.unit_set),
  edition: editionOf(release),
});

/** A release of the units inside a province: its scorecard, or its ranking. */
export const insideOf = (here: PageAddress, release: Named): PageAddress => {
  const { index, period, unit_set } = release;
  if (index !== SCORECARD_INDEX) return rankingOfRelease(here, release);
  const { lang, unit, peers } = here;
  const scorecard = { ...scorecardOf(provinceOf(unit_set) ?? '', period), edition: editionOf(release) };
  return { ...scorecard, set: scorecard.edition === null ? null : unit_set, lang, unit, peers };
};
