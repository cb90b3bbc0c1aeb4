import { subtract } from './decimal.ts';
import { ALL } from './identity.ts';
import type { Comparison, Methodology } from './methodology.ts';
import { bandsOf } from './places.ts';
import type { RankingDocument } from './ranking-document.ts';
import type { Score } from './score.ts';
import type { TargetKind, TargetRow } from './target-plan.ts';
import { type PointsLost, pointsLostOf } from './target-points.ts';

/** Where a unit stands in one component of one published period, and how far that is from a target. */

/** What a ranking says of one unit in one group. */
export type Standing = Pick<Score, 'score' | 'status' | 'reason'> & {
  period: string;
  methodology: string;
  comparisons: Comparison[];
  direction: Methodology['direction'];
  /** Grades, best first; empty where the methodology has none. */
  ladder: string[];
  /** The group that rank and grade are of; null where the unit is in none that is ranked. */
  group: string | null;
  rank: number | null;
  rank_published: number | null;
  rank_of: number | null;
  grade: string | null;
  grade_published: string | null;
  /** Whether the score is computed here from its parts, because the release prints none. */
  derived: boolean;
  /** What the component has cost in points of the total; null where nobody can tell. */
  lost: PointsLost | null;
};

/** Null where the ranking does not list the unit. `group`: that one; null: the first that the methodology ranks it in. */
export const standingOf = (
  document: RankingDocument,
  rules: Methodology,
  unit: string,
  group: string | null,
): Standing | null => {
  const { period, ranking } = document;
  const { methodology, comparisons, direction, grades } = rules;
  const figures = ranking.units.find((one) => one.unit === unit);
  if (!figures) return null;
  const league = ranking.groups.find(
    ({ group: id, official, places }) =>
      (group === null ? official : id === group) && places.some((place) => place.unit === unit),
  );
  const place = league?.places.find((one) => one.unit === unit);
  return {
    ...{ period, methodology, comparisons, direction },
    ladder: bandsOf({ grades }, league?.group ?? ALL)?.map(({ grade }) => grade) ?? [],
    ...{ score: figures.score, status: figures.status, reason: figures.reason, derived: figures.derived },
    group: league?.group ?? null,
    rank: place?.rank ?? null,
    // What the publisher prints is about the groups that the methodology ranks.
    rank_published: league?.official ? figures.rank_published : null,
    rank_of: league?.rank_of ?? null,
    grade: place?.grade ?? null,
    grade_published: figures.grade_published,
    lost: pointsLostOf(document, rules, unit),
  };
};

/** Whether a figure was printed by the publisher or is computed here. */
export type Basis = 'published' | 'computed';

/** The figure that a target of some kind is held against. */
export type StandingFigure = { value: number | string; basis: Basis };

/**
 * Plans speak of what the publisher prints: its rank and grade go before ours, where it prints them. `basis`: only that one.
 * Null where there is none.
 */
export const figureOf = (standing: Standing, kind: TargetKind, basis?: Basis): StandingFigure | null => {
  const { score, derived, rank, rank_published, grade, grade_published } = standing;
  if (kind === 'score') return score === null ? null : { value: score, basis: derived ? 'computed' : 'published' };
  const [published, computed] = kind === 'grade' ? [grade_published, grade] : [rank_published, rank];
  if (published !== null && basis !== 'computed') return { value: published, basis: 'published' };
  return computed === null || basis === 'published' ? null : { value: computed, basis: 'computed' };
};

/**
 * How much a figure lacks of the target: points, places, or steps of the ladder of grades; 0 or less where the target is
 * reached. Null where nobody can tell: a grade that is not on the ladder, a share of an unknown number.
 */
export const gapTo = (
  { target_kind, target }: Pick<TargetRow, 'target_kind' | 'target'>,
  { direction, ladder, rank_of }: Pick<Standing, 'direction' | 'ladder' | 'rank_of'>,
  { value }: StandingFigure,
): number | null => {
  if (target_kind === 'grade') {
    if (value === target) return 0;
    const [has, wants] = [ladder.indexOf(String(value)), ladder.indexOf(String(target))];
    return has < 0 || wants < 0 ? null : has - wants;
  }
  const [has, wants] = [Number(value), Number(target)];
  if (target_kind === 'score') return direction === 'higher-is-better' ? subtract(wants, has) : subtract(has, wants);
  if (target_kind === 'rank') return has - wants;
  return rank_of === null ? null : has - lastPlaceOf(wants, rank_of);
};

/** The last place within the best so many percent (ours, derived): 25% of 63 are 15 places; never none. */
export const lastPlaceOf = (percent: number, rank_of: number): number =>
  Math.max(1, Math.floor((percent * rank_of) / 100));
