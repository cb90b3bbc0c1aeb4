import { subtract } from '@chi-so/domain/decimal';
import type { RankingRow } from '../data/ranking.ts';
import { figureOf, type RankedBy } from './standing.ts';

/** A unit ranked near mine, and how far it is from it: above is positive, whichever way the scores run. */
export type Rung = { row: RankingRow; distance: number };

/** So many units above mine, and below. */
const REACH = 5;

/**
 * The units ranked next to mine in its group, by rank: five on each side, and further where `indistinct` goes. Null where
 * mine has no rank or nobody near it has a figure.
 */
export const ladderOf = (
  everybody: readonly RankingRow[],
  mine: string | null,
  by: RankedBy,
  indistinct: ReadonlySet<string> = new Set(),
): Rung[] | null => {
  const own = everybody.find(({ unit }) => unit === mine);
  const ownFigure = own && figureOf(own, by);
  const ownRank = own?.rank;
  if (ownFigure == null || ownRank == null) return null;
  const rungs = everybody
    .filter(({ group }) => group === own?.group)
    .flatMap((row) => {
      const figure = figureOf(row, by);
      if (figure === null || row.rank === null) return [];
      const apart = Math.abs(subtract(figure, ownFigure));
      return [{ row, rank: row.rank, distance: row.rank > ownRank ? -apart : apart }];
    })
    .sort((a, b) => a.rank - b.rank);
  const at = rungs.findIndex(({ row }) => row.unit === mine);
  const places = rungs.flatMap(({ row }, i) => (indistinct.has(row.unit) ? [i] : []));
  const from = Math.min(at - REACH, ...places);
  const to = Math.max(at + REACH, ...places);
  const near = rungs.slice(Math.max(0, from), to + 1);
  return near.length < 2 ? null : near.map(({ row, distance }) => ({ row, distance }));
};
