/**
 * The share of the other ranked units that a unit stands above, from 0 (behind all) to 100 (ahead of all), tied units
 * counting as neither. Two decimals at most. Ours (derived): it makes ranks of 21 and of 63 comparable, nothing more.
 * Null where there is no rank, or nobody to be compared with, or nobody says how many were ranked.
 */
export const percentileOf = (rank: number | null, tiedWith: number, rank_of: number | null): number | null => {
  if (rank === null || rank_of === null || rank_of < 2) return null;
  const behind = rank_of - rank - tiedWith;
  return Math.round((10_000 * behind) / (rank_of - 1)) / 100;
};
