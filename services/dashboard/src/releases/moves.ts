import { TOTAL } from '@chi-so/domain/identity';
import type { Change } from '../data/releases.ts';

/** What a change did to the ranks of the whole: how many units moved, and which of them furthest. */
export type Moves = { count: number; furthest: { unit: string; from: number; to: number } | null };

export const movesOf = ({ rows }: Pick<Change, 'rows'>): Moves => {
  const moved = rows.flatMap(({ component, unit, rank_before: from, rank: to }) =>
    component === TOTAL && from !== null && to !== null && from !== to ? [{ unit, from, to }] : [],
  );
  const [furthest = null] = moved.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
  return { count: new Set(moved.map(({ unit }) => unit)).size, furthest };
};
