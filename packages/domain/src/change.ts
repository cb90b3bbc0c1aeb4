import { compareMethodologies, type Verdict } from './comparability.ts';
import { subtract } from './decimal.ts';
import type { Methodology } from './methodology.ts';
import type { Place, Ranking } from './ranking.ts';

/** How a ranking moved against the nearest earlier published period of its log. */

/** What the changes of a ranking are measured against. */
export type Comparison = {
  /** The earlier period; null where none is published. */
  against: string | null;
  /** Whether figures may be compared. Where only ranks may, there are no score changes; where nothing may, none at all. */
  verdict: Verdict | null;
};

export const NO_COMPARISON: Comparison = { against: null, verdict: null };

/** A release's ranking of a component before, and the methodology that it was made by. */
export type Earlier = {
  period: string;
  ranking: Ranking;
  methodology: Pick<Methodology, 'methodology' | 'comparisons'>;
};

/**
 * The ranking with its changes from the earlier one: positive is better in rank (moved up), and plain difference in score.
 * A unit without a figure on either side has no change.
 */
export const changesFrom = (
  ranking: Ranking,
  methodology: Earlier['methodology'],
  earlier: Earlier,
): { ranking: Ranking; comparison: Comparison } => {
  const verdict = compareMethodologies(methodology, earlier.methodology, ranking.component);
  const comparison = { against: earlier.period, verdict };
  if (verdict.verdict === 'not-comparable') return { ranking, comparison };
  const groups = new Map(earlier.ranking.groups.map((group) => [group.group, group.places]));
  return {
    ranking: {
      ...ranking,
      units: verdict.verdict === 'comparable' ? withScoreChanges(ranking.units, earlier.ranking.units) : ranking.units,
      groups: ranking.groups.map((group) => ({
        ...group,
        places: withRankChanges(group.places, groups.get(group.group) ?? []),
      })),
    },
    comparison,
  };
};

const withScoreChanges = (units: Ranking['units'], unitsBefore: Ranking['units']): Ranking['units'] => {
  const before = new Map(unitsBefore.map(({ unit, score }) => [unit, score]));
  return units.map((unit) => {
    const earlier = before.get(unit.unit) ?? null;
    return unit.score === null || earlier === null ? unit : { ...unit, score_change: subtract(unit.score, earlier) };
  });
};

const withRankChanges = (places: readonly Place[], placesBefore: readonly Place[]): Place[] => {
  const before = new Map(placesBefore.map(({ unit, rank }) => [unit, rank]));
  return places.map((place) => {
    const earlier = before.get(place.unit) ?? null;
    return place.rank === null || earlier === null ? place : { ...place, rank_change: earlier - place.rank };
  });
};
