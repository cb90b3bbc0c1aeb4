import { compareMethodologies, type Verdict } from './comparability.ts';
import { subtract } from './decimal.ts';
import type { Methodology } from './methodology.ts';
import { type Place, ranksOf } from './places.ts';
import { positionsAmong, positionsOf } from './positions.ts';
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
  const now = ranking.units;
  const { units: then, groups: groupsThen } = earlier.ranking;
  const before = positionsAmong(then, now);
  return {
    ...changes,
    score: verdict.verdict === 'comparable' ? scoreChanges(now, then, before) : null,
    rank: Object.fromEntries(
      ranking.groups.map(({ group, places }) => {
        const placesThen = groupsThen.find((one) => one.group === group)?.places ?? [];
        return [group, rankChanges(places, positionsOf(now, places), ranksOf(then, placesThen), before)];
      }),
    ),
  };
};

/** `before`: where each unit stood, −1 for nowhere. */
const scoreChanges = (units: Ranking['units'], then: Ranking['units'], before: Int32Array): (number | null)[] =>
  units.map(({ score }, i) => {
    const earlier = then[before[i] ?? -1]?.score ?? null;
    return score === null || earlier === null ? null : subtract(score, earlier);
  });

/** `positions`: of the places' units; `ranks`: of the units that there were, in their order. */
const rankChanges = (
  places: readonly Place[],
  positions: ArrayLike<number>,
  ranks: readonly (number | null | undefined)[],
  before: Int32Array,
): (number | null)[] =>
  places.map(({ rank }, i) => {
    const earlier = ranks[before[positions[i] ?? -1] ?? -1] ?? null;
    return rank === null || earlier === null ? null : earlier - rank;
  });
