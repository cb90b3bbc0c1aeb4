import { compareMethodologies, type Verdict } from './comparability.ts';
import { subtract } from './decimal.ts';
import type { Methodology } from './methodology.ts';
import { type Place, ranksOf } from './places.ts';
import type { Ranking } from './ranking.ts';

/** How a ranking moved against the nearest earlier published period of its log. */

export type Changes = {
  /** The earlier period; null where none is published. */
  against: string | null;
  /** Whether figures may be compared. Where only ranks may, there are no score changes; where nothing may, none at all. */
  verdict: Verdict | null;
  /** Plain difference, unit by unit in the order of the ranking's units; null where there are none. */
  score: (number | null)[] | null;
  /** Places moved up, by group, in the order of its places. */
  rank: Record<string, (number | null)[]>;
};

export const NO_CHANGES: Changes = { against: null, verdict: null, score: null, rank: {} };

/** A release's ranking of a component before, and the methodology that it was made by. */
export type Earlier = {
  period: string;
  ranking: Ranking;
  methodology: Pick<Methodology, 'methodology' | 'comparisons'>;
};

/** What changed since the earlier ranking. A unit without a figure on either side has no change. */
export const changesFrom = (ranking: Ranking, methodology: Earlier['methodology'], earlier: Earlier): Changes => {
  const verdict = compareMethodologies(methodology, earlier.methodology, ranking.component);
  const changes: Changes = { ...NO_CHANGES, against: earlier.period, verdict };
  if (verdict.verdict === 'not-comparable') return changes;
  const before = new Map(earlier.ranking.groups.map((group) => [group.group, group.places]));
  return {
    ...changes,
    score: verdict.verdict === 'comparable' ? scoreChanges(ranking.units, earlier.ranking.units) : null,
    rank: Object.fromEntries(
      ranking.groups.map(({ group, places }) => [group, rankChanges(places, before.get(group) ?? [])]),
    ),
  };
};

const scoreChanges = (units: Ranking['units'], unitsBefore: Ranking['units']): (number | null)[] => {
  // Of the same unit set, units stand where they stood.
  const moved = new Map<string, number | null>();
  unitsBefore.forEach(({ unit, score }, i) => {
    if (units[i]?.unit !== unit) moved.set(unit, score);
  });
  return units.map(({ unit, score }, i) => {
    const stands = unitsBefore[i]?.unit === unit ? unitsBefore[i].score : moved.get(unit);
    const earlier = stands ?? null;
    return score === null || earlier === null ? null : subtract(score, earlier);
  });
};

const rankChanges = (places: readonly Place[], placesBefore: readonly Place[]): (number | null)[] => {
  const before = ranksOf(placesBefore);
  return places.map(({ unit, rank }) => {
    const earlier = before.get(unit) ?? null;
    return rank === null || earlier === null ? null : earlier - rank;
  });
};
