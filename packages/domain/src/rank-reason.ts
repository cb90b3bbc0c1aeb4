import { decimalsOf } from './decimal.ts';
import type { Score } from './score.ts';

/**
 * Why a published rank differs from the one that the published scores give.
 * `tie-order`: the publisher gave units with the same score consecutive ranks. `rounding`: the scores differ by no more
 * than the last released digit, so the publisher ranked by digits that it did not print. `partial-release`: too few
 * units are known to rank. `different-population`: the order is the same, the count is not (other units were ranked
 * too, or left out). `conflict`: none of these; score and rank contradict each other.
 */
export const RANK_REASONS = ['tie-order', 'rounding', 'partial-release', 'different-population', 'conflict'] as const;
export type RankReason = (typeof RANK_REASONS)[number];

type Printed = Pick<Score, 'score' | 'rank_published'>;

/**
 * The reason for the unit at `at` of `ordered` (best first, ranks alongside). Null where the ranks agree or none is
 * printed. These rules are ours (derived): no publisher has stated its own.
 */
export const rankReason = (
  at: number,
  ordered: readonly Printed[],
  ranks: readonly (number | null)[],
): RankReason | null => {
  const { score, rank_published: printed } = ordered[at] ?? { score: null, rank_published: null };
  const rank = ranks[at] ?? null;
  if (printed === null || printed === rank) return null;
  if (rank === null || score === null) return 'partial-release';

  const lastOfTie = ranks.lastIndexOf(rank) + 1;
  if (printed > rank && printed <= lastOfTie) return 'tie-order';

  const ranked = ordered.filter((_, i) => ranks[i] !== null);
  const scores = ranked.flatMap((unit) => unit.score ?? []);
  const lastDigit = 10 ** -Math.max(...scores.map(decimalsOf));
  const near = scores.flatMap((other, i) => (Math.abs(other - score) <= lastDigit * 1.5 ? [i + 1] : []));
  if (printed >= Math.min(...near) && printed <= Math.max(...near)) return 'rounding';

  const sameOrder = ranked.every((unit, i) => {
    const next = ranked[i + 1];
    return !next || unit.rank_published === null || (next.rank_published ?? Infinity) >= unit.rank_published;
  });
  return sameOrder ? 'different-population' : 'conflict';
};
