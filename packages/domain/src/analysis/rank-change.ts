import { rankAmong } from '../rank-among.ts';
import { membersOf, type ReleaseFigures, rankedFigureOf } from './release-figures.ts';

/** Why a rank moved between two periods. All in places; positive: moved up. */
export type RankChange = {
  rank_before: number;
  rank: number;
  change: number;
  /** The place that the unit's new figure would have had among the others' old ones, against its old place. */
  own: number;
  /** What the others' movement made of it: the new figure among their new ones, of those who are ranked in both periods. */
  others: number;
  /** What it made that others were ranked before and are no more, and that others are new. */
  leavers: number;
  newcomers: number;
  /** leavers + newcomers */
  population: number;
};

/**
 * A rank's change, taken apart in this order: first the unit moves among the others' old figures, then those leave who
 * are no more ranked, then the others move, then those enter who are new. The parts add up to the change. Ours
 * (derived): in another order the parts would be others. Null where the unit is not ranked in both.
 */
export const rankChange = (before: ReleaseFigures, after: ReleaseFigures, unit: string): RankChange | null => {
  const old = rankedOf(before);
  const now = rankedOf(after);
  const oldFigure = old.get(unit);
  const newFigure = now.get(unit);
  if (oldFigure === undefined || newFigure === undefined) return null;
  old.delete(unit);
  now.delete(unit);
  const inBoth = [...old.keys()].filter((other) => now.has(other));
  const figuresOf = (ranked: ReadonlyMap<string, number>) => inBoth.flatMap((other) => ranked.get(other) ?? []);

  const rule = after.methodology;
  const rank_before = rankAmong(oldFigure, [...old.values()], rule);
  const moved = rankAmong(newFigure, [...old.values()], rule);
  const movedInBoth = rankAmong(newFigure, figuresOf(old), rule);
  const nowInBoth = rankAmong(newFigure, figuresOf(now), rule);
  const rank = rankAmong(newFigure, [...now.values()], rule);
  const [leavers, newcomers] = [moved - movedInBoth, nowInBoth - rank];
  return {
    rank_before,
    rank,
    change: rank_before - rank,
    own: rank_before - moved,
    others: movedInBoth - nowInBoth,
    leavers,
    newcomers,
    population: leavers + newcomers,
  };
};

/** The ranked units of the group with what they are ranked by. */
const rankedOf = (figures: ReleaseFigures): Map<string, number> => {
  const ranked = new Set(figures.group.places.filter(({ rank }) => rank !== null).map(({ unit }) => unit));
  return new Map(
    membersOf(figures)
      .filter((unit) => ranked.has(unit))
      .flatMap((unit) => {
        const figure = rankedFigureOf(figures, unit);
        return figure === null ? [] : [[unit, figure] as const];
      }),
  );
};
