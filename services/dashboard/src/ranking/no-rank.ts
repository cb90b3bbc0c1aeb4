import type { RankingMeta, RankingRow } from '../data/ranking.ts';

type Known = Pick<RankingMeta, 'claims' | 'extent'>;

/**
 * What to call it that a unit has no rank at all: neither a computed one, nor a printed, nor a claimed one. That it is not
 * known where only some units are, that it was not ranked where all are. Null where there is a rank of any kind.
 */
export const noRank = (row: RankingRow, { claims, extent }: Known): 'unranked' | 'rankUnknown' | null => {
  const isRanked = row.rank !== null || row.rank_published !== null || claims.some(({ unit }) => unit === row.unit);
  return isRanked ? null : extent === 'complete' ? 'unranked' : 'rankUnknown';
};
