import { compareMethodologies, type Verdict } from './comparability.ts';
import { subtract } from './decimal.ts';
import type { Methodology } from './methodology.ts';
import type { Ranking } from './ranking.ts';

/** How a ranking moved against the nearest earlier published period of its log. */

/** Positive is better in rank (moved up), and plain difference in score. */
export type Moves = {
  /** The earlier period; null where none is published. */
  against: string | null;
  /** Whether figures may be compared; the moves are empty where not. */
  verdict: Verdict | null;
  score_change: Record<string, number>;
  /** By group, then unit. */
  rank_change: Record<string, Record<string, number>>;
};

type Side = { period: string; ranking: Ranking; methodology: Methodology };

export const NO_MOVES: Moves = { against: null, verdict: null, score_change: {}, rank_change: {} };

/** What changed from `before` to `after`. A unit without a figure on either side has no move. */
export const movesBetween = (after: Side, before: Side): Moves => {
  const verdict = compareMethodologies(after.methodology, before.methodology);
  const moves: Moves = { against: before.period, verdict, score_change: {}, rank_change: {} };
  if (!verdict.comparable) return moves;

  const scoresBefore = new Map(before.ranking.units.map(({ unit, score }) => [unit, score]));
  for (const { unit, score } of after.ranking.units) {
    const earlier = scoresBefore.get(unit) ?? null;
    if (score !== null && earlier !== null) moves.score_change[unit] = subtract(score, earlier);
  }
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
