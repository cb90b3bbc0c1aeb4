import { compareMethodologies, type Verdict } from './comparability.ts';
import { subtract } from './decimal.ts';
import type { Methodology } from './methodology.ts';
import type { Ranking } from './ranking.ts';

/** How a ranking moved against the nearest earlier published period of its log. */

/** Positive is better in rank (moved up), and plain difference in score. */
export type Moves = {
  /** The earlier period; null where none is published. */
  against: string | null;
  /** Whether figures may be compared. Where only ranks may, there are no score changes; where nothing may, no moves. */
  verdict: Verdict | null;
  score_change: Record<string, number>;
  /** By group, then unit. */
  rank_change: Record<string, Record<string, number>>;
};

type Side = { period: string; ranking: Ranking; methodology: Methodology };

export const NO_MOVES: Moves = { against: null, verdict: null, score_change: {}, rank_change: {} };

/** What changed from `before` to `after`. A unit without a figure on either side has no move. */
export const movesBetween = (after: Side, before: Side): Moves => {
  const verdict = compareMethodologies(after.methodology, before.methodology, after.ranking.component);
  const moves: Moves = { against: before.period, verdict, score_change: {}, rank_change: {} };
  if (verdict.verdict === 'not-comparable') return moves;
  if (verdict.verdict === 'comparable') moves.score_change = scoreChanges(after.ranking, before.ranking);
  for (const { group, places } of after.ranking.groups) {
    const placesBefore = before.ranking.groups.find((other) => other.group === group)?.places ?? [];
    const ranksBefore = new Map(placesBefore.map(({ unit, rank }) => [unit, rank]));
    const changes: Record<string, number> = {};
    for (const { unit, rank } of places) {
      const earlier = ranksBefore.get(unit) ?? null;
      if (rank !== null && earlier !== null) changes[unit] = earlier - rank;
    }
    moves.rank_change[group] = changes;
  }
  return moves;
};

const scoreChanges = (after: Ranking, before: Ranking): Record<string, number> => {
  const scoresBefore = new Map(before.units.map(({ unit, score }) => [unit, score]));
  return Object.fromEntries(
    after.units.flatMap(({ unit, score }) => {
      const earlier = scoresBefore.get(unit) ?? null;
      return score === null || earlier === null ? [] : [[unit, subtract(score, earlier)]];
    }),
  );
};
