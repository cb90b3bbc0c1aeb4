import { meanScore } from './mean-score.ts';
import type { SeriesPoint } from './series.ts';
import type { Origin } from './territory.ts';

/**
 * A figure that was published of one unit set, as a figure of a unit of another. No publisher has a rule for merged
 * territory: what is said of it is an estimate of ours (derived).
 */

/**
 * `unchanged`: the same territory, the figure as published. `constituents`: the unweighted mean of the units that it is
 * made of. `merged-unit`: the figure of the unit that it became a part of, or was one.
 */
export const CARRIED = ['unchanged', 'constituents', 'merged-unit'] as const;
export type Carried = (typeof CARRIED)[number];

/** Null and empty of a figure that is under its own unit's id. */
export type Carriage = {
  carried: Carried | null;
  /** The units of which the figure was published. */
  origin_units: string[];
  /** The least and the greatest score of the constituents; null where one of them has none. */
  score_min: number | null;
  score_max: number | null;
  /** A place among all units of the basis, by published and estimated scores; never a rank of the publisher or of `rank`. */
  rank_simulated: number | null;
  rank_simulated_of: number | null;
};

export type CarriedPoint = SeriesPoint & Carriage;

export const NOT_CARRIED: Carriage = {
  carried: null,
  origin_units: [],
  ...{ score_min: null, score_max: null, rank_simulated: null, rank_simulated_of: null },
};

/** Nothing of a place: an estimate has none. */
const NO_PLACE = { rank: null, rank_published: null, rank_of: null, group: null };

/** The unit's point by those of its origin; undefined where nothing was published of any of them. */
export const carriedPoint = (
  unit: string,
  { relation, units }: Origin,
  points: readonly SeriesPoint[],
): CarriedPoint | undefined => {
  const [first] = points;
  if (!first) return undefined;
  if (relation === 'same') return { ...first, unit, ...NOT_CARRIED, carried: 'unchanged', origin_units: units };
  const carried = relation === 'whole' ? 'constituents' : 'merged-unit';
  const missing = points.length < units.length ? NOT_MENTIONED : points.find(({ score }) => score === null);
  const scores = points.flatMap(({ score }) => score ?? []);
  if (missing) {
    // What is known of some is not told of all: the one score would be read as that of the whole.
    const reason = points.every((point) => point.reason === missing.reason) ? missing.reason : 'unknown';
    const status = points.every((point) => point.status === missing.status) ? missing.status : 'M';
    return { unit, score: null, status, reason, ...NO_PLACE, ...NOT_CARRIED, carried, origin_units: units };
  }
  return {
    ...{ unit, score: meanScore(scores), status: 'E', reason: null },
    ...NO_PLACE,
    ...NOT_CARRIED,
    ...{ carried, origin_units: units },
    ...(relation === 'whole' ? { score_min: Math.min(...scores), score_max: Math.max(...scores) } : {}),
  };
};

const NOT_MENTIONED = { status: 'M', reason: 'unknown' } as const;
