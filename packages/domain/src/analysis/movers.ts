import { subtract } from '../decimal.ts';
import { rankAmong } from '../rank-among.ts';
import type { GroupRanking, RankedUnit } from '../ranking.ts';

/** How a unit moved between two rankings of the same component, units and group. */
export type Mover = {
  unit: string;
  score_before: number;
  score: number;
  score_change: number;
  rank_before: number | null;
  rank: number | null;
  /** Positive: moved up so many places; null where it is not ranked in both. */
  rank_change: number | null;
  /** Competition rank of the change, the greatest gain first. */
  change_rank: number;
};

/** Units with a figure in one of the two only. */
export type Movers = { movers: Mover[]; only_before: string[]; only_after: string[] };

export type Ranked = { units: readonly RankedUnit[]; group: GroupRanking };

/**
 * Every unit's change and the ranking of the changes, the greatest gain first; where low is good, a fall is a gain. Whether
 * the two compare is for who asks to know.
 */
export const moversOf = (before: Ranked, after: Ranked, direction: 'higher-is-better' | 'lower-is-better'): Movers => {
  const old = figuresOf(before);
  const now = figuresOf(after);
  const moved = [...now].flatMap(([unit, { score, rank }]) => {
    const earlier = old.get(unit);
    if (!earlier) return [];
    const rank_change = rank === null || earlier.rank === null ? null : earlier.rank - rank;
    const score_change = subtract(score, earlier.score);
    return [{ unit, score_before: earlier.score, score, score_change, rank_before: earlier.rank, rank, rank_change }];
  });
  const rule = { direction, tie_decimals: null };
  const changes = moved.map(({ score_change }) => score_change);
  return {
    movers: moved
      .map((one) => ({ ...one, change_rank: rankAmong(one.score_change, changes, rule) }))
      .sort((a, b) => a.change_rank - b.change_rank),
    only_before: [...old.keys()].filter((unit) => !now.has(unit)),
    only_after: [...now.keys()].filter((unit) => !old.has(unit)),
  };
};

/** The units of the group that have a score, in the order of their places. */
const figuresOf = ({ units, group }: Ranked): Map<string, { score: number; rank: number | null }> => {
  const scores = new Map(units.map(({ unit, score }) => [unit, score]));
  return new Map(
    group.places.flatMap(({ unit, rank }) => {
      const score = scores.get(unit) ?? null;
      return score === null ? [] : [[unit, { score, rank }] as const];
    }),
  );
};
