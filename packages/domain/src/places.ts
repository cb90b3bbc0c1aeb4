import { ALL } from './identity.ts';
import type { Band, Methodology } from './methodology.ts';
import { positionsOf, rememberPositions } from './positions.ts';
import { quartileGrades } from './quartile-grade.ts';
import { rankKey } from './rank-among.ts';
import { type RankReason, rankReason } from './rank-reason.ts';
import type { RankedUnit } from './ranking.ts';
import type { Extent } from './score.ts';

/** Who stands where in one group, by the scores as released or by others in their place. */

/** A unit's place in one group. */
export type Place = {
  unit: string;
  /** Standard competition rank (1, 2, 2, 4); null where the unit cannot be ranked. */
  rank: number | null;
  tied: boolean;
  /** Why the published rank differs from ours; null where it does not or where there is none. */
  rank_reason: RankReason | null;
  /** The grade that the methodology gives; null where a threshold is unknown. */
  grade: string | null;
};

export type PlacesContext = {
  methodology: Methodology;
  group: string;
  official: boolean;
  extent: Extent;
  /** Everybody that the ranking lists, of whatever group. */
  all: readonly RankedUnit[];
};

/** Standard competition ranking on the scores as released; what cannot be ranked is listed after. */
export const placesOf = (scores: readonly RankedUnit[], context: PlacesContext): Place[] => {
  const { methodology, group, official, extent, all } = context;
  const figureOf = ({ score, percent }: RankedUnit) => (methodology.rank_by === 'percent' ? percent : score);
  const sortKey = (figure: number | null) =>
    extent === 'partial' || figure === null ? UNRANKED : -rankKey(figure, methodology);
  const sorted = scores
    .map((unit, at) => ({ unit, at, key: sortKey(figureOf(unit)), printed: unit.rank_published ?? UNRANKED }))
    // Two that are unranked differ by NaN, which counts as nothing.
    .sort((a, b) => a.key - b.key || a.printed - b.printed);

  const ranks: (number | null)[] = [];
  sorted.forEach(({ key }, i) => {
    ranks.push(key === UNRANKED ? null : sorted[i - 1]?.key === key ? (ranks[i - 1] ?? null) : i + 1);
  });
  const ordered = sorted.map(({ unit }) => unit);
  // Quartiles are cut among those whom the publisher ranks together; a region's are no grades.
  const graded = () => (official ? ordered : all).flatMap((unit) => figureOf(unit) ?? []);
  const gradeOf = gradesOf(methodology, group, extent, graded);
  const places = ordered.map((unit, i) => {
    const rank = ranks[i] ?? null;
    return {
      unit: unit.unit,
      rank,
      tied: rank !== null && (ranks[i - 1] === rank || ranks[i + 1] === rank),
      rank_reason: official ? rankReason(i, ordered, ranks) : null,
      grade: gradeOf(figureOf(unit)),
    };
  });
  // Those of a part of the ranking would never be asked for.
  if (scores === all) {
    rememberPositions(
      all,
      places,
      sorted.map(({ at }) => at),
    );
  }
  return places;
};

const UNRANKED = Number.POSITIVE_INFINITY;

/** The grades of a group, best first; undefined where it has none. */
export const bandsOf = ({ grades }: Pick<Methodology, 'grades'>, group: string): readonly Band[] | undefined =>
  (grades.find((entry) => entry.group === group) ?? grades.find((entry) => entry.group === ALL))?.bands;

/** How the methodology grades a figure of the group; null where it does not, or where it is not known how. */
const gradesOf = (
  { grading, grades, direction }: Methodology,
  group: string,
  extent: Extent,
  figures: () => readonly number[],
): ((figure: number | null) => string | null) => {
  const bands = bandsOf({ grades }, group);
  if (!bands) return () => null;
  return grading === 'quartiles' ? quartileGrades(figures(), { bands, direction, extent }) : thresholdGrades(bands);
};

/** The best band whose threshold the figure reaches. Null where any threshold is unknown: half a ladder is no ladder. */
const thresholdGrades = (bands: readonly Band[]): ((figure: number | null) => string | null) => {
  if (bands.some(({ from }) => from === null)) return () => null;
  return (figure) =>
    figure === null ? null : (bands.find(({ from }) => from !== null && figure >= from)?.grade ?? null);
};

/** The rank of each of `units` in a group, in their order; undefined where the group has no place for the unit. */
export const ranksOf = (
  units: readonly { unit: string }[],
  places: readonly Place[],
): (number | null | undefined)[] => {
  const ranks = new Array<number | null | undefined>(units.length).fill(undefined);
  const positions = positionsOf(units, places);
  places.forEach(({ rank }, i) => {
    const position = positions[i] ?? -1;
    if (position >= 0) ranks[position] = rank;
  });
  return ranks;
};
