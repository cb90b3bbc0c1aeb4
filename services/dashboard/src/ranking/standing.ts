import type { Lang } from '@chi-so/contract/ranking-response';
import { subtract } from '@chi-so/domain/decimal';
import type { RankingRow } from '../data/ranking.ts';
import { scoreText } from '../words/figures.ts';

/** The figure that a ranking is by: the score, or the percent of the maximum where units have different ones. */
export type RankedBy = 'score' | 'percent';

export const figureOf = (row: RankingRow, by: RankedBy): number | null => (by === 'percent' ? row.percent : row.score);

/** Where a unit stands: the ranked units next above and below it, how far away they are, and who shares its rank. */
export type Standing = {
  row: RankingRow;
  above: Neighbour | null;
  below: Neighbour | null;
  tiedWith: readonly RankingRow[];
};
export type Neighbour = { row: RankingRow; distance: number };

/**
 * Null where the unit is not in these rows. Groups are ranked apart, so those of another one are no neighbours. Distances
 * are never negative, in the figures as released.
 */
export const standingOf = (everybody: readonly RankingRow[], unit: string | null, by: RankedBy): Standing | null => {
  const row = everybody.find((one) => one.unit === unit);
  if (!row) return null;
  if (row.rank === null) return { row, above: null, below: null, tiedWith: [] };
  const rows = everybody.filter(({ group }) => group === row.group);
  const ranked = rows.flatMap((one) => (one.rank === null ? [] : [{ row: one, rank: one.rank }]));
  const rank = row.rank;
  const above = ranked.filter((one) => one.rank < rank).reduce(last, null);
  const below = ranked.filter((one) => one.rank > rank).reduceRight(last, null);
  return {
    row,
    above: above && neighbour(row, above.row, by),
    below: below && neighbour(row, below.row, by),
    tiedWith: ranked.filter((one) => one.rank === rank && one.row !== row).map((one) => one.row),
  };
};

/** A figure that a ranking is by as it is read: a score, or a percent with its sign. */
export const figureText = (lang: Lang, figure: number, by: RankedBy, decimals: number): string =>
  scoreText(lang, figure, decimals) + (by === 'percent' ? PERCENT : '');

const PERCENT = '\u00A0%';

type Ranked = { row: RankingRow; rank: number };
const last = (_: Ranked | null, one: Ranked): Ranked | null => one;

const neighbour = (row: RankingRow, other: RankingRow, by: RankedBy): Neighbour | null => {
  const [own, theirs] = [figureOf(row, by), figureOf(other, by)];
  return own === null || theirs === null ? null : { row: other, distance: Math.abs(subtract(own, theirs)) };
};

/** How far each unit is behind the one ranked next above it; tied units are behind the same one. Rows by rank. */
export const gapsAbove = (rows: readonly RankingRow[], by: RankedBy): ReadonlyMap<string, number> => {
  const gaps = new Map<string, number>();
  let [above, current]: (RankingRow | null)[] = [null, null];
  for (const row of rows) {
    if (row.rank === null) continue;
    if (row.rank !== current?.rank) above = current ?? null;
    current = row;
    const gap = above && neighbour(row, above, by);
    if (gap) gaps.set(row.unit, gap.distance);
  }
  return gaps;
};
