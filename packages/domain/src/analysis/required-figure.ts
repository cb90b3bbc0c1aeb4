import { roundHalfUp } from '../decimal.ts';
import { type ExactDecimal, exact, minus, plus, ZERO } from '../exact-decimal.ts';
import { groupMedian } from '../median.ts';
import type { Methodology } from '../methodology.ts';
import { bandsOf } from '../places.ts';
import { rankOfCut } from '../quartile-grade.ts';
import { type RankRule, rankKey } from '../rank-among.ts';

/** What a unit must be ranked by to reach a target, the others as they are. */

export type Target =
  | { kind: 'next' }
  | { kind: 'rank'; rank: number }
  | { kind: 'grade'; grade: string }
  | { kind: 'score'; score: number }
  | { kind: 'median' }
  | { kind: 'region'; region: string };

/** A unit's figure that is ranked: the total, or its percentage. */
export type Ranked = { unit: string; figure: number };

/** Whom a target is about: the unit and the others of its group, and who is graded together or lives in its region. */
export type Field = {
  own: number;
  others: readonly Ranked[];
  /** Those among whom quartiles are cut, besides the unit. */
  gradedWith: readonly number[];
  /** Everybody in the region, the unit too. */
  region: readonly number[];
  group: string;
  /** Whether the release shows everybody: what is in the middle of some is not in the middle of all. */
  isWhole: boolean;
};

/**
 * The worst figure that reaches the target, and whose it is, where it is somebody's, or of how many the median. Null: it is reached by everybody
 * (the last rank) or there is nothing above (`next` of the first). `unknown`: nobody knows its threshold.
 */
export type Required = { figure: ExactDecimal; unit: string | null; medianOf?: number } | 'unknown' | null;

/**
 * A rank is reached by the score of whoever has it: a tie shares the rank. Others do not move, and so a grade by quartiles
 * is reached where the unit's own move has put the cut. A median is the one that is published, before the unit moves.
 */
export const requiredFigure = (target: Target, field: Field, methodology: Methodology): Required => {
  switch (target.kind) {
    case 'score':
      return { figure: exact(target.score), unit: null };
    case 'median':
      return ofMedian([field.own, ...field.others.map(({ figure }) => figure)], field);
    case 'region':
      return ofMedian(field.region, field);
    case 'rank':
      return tyingWith(bestFirst(field.others, methodology)[target.rank - 1], methodology);
    case 'next':
      return tyingWith(nextAbove(field, methodology), methodology);
    case 'grade':
      return forGrade(target.grade, field, methodology);
  }
};

const ofMedian = (figures: readonly number[], { isWhole }: Field): Required => {
  // Figures that are ranked compare, whatever the units' maxima.
  const scores = figures.map((score) => ({ score, maximum: null }));
  const { median, of } = groupMedian(scores, isWhole ? 'complete' : 'partial');
  return median === null ? 'unknown' : { figure: exact(median), unit: null, medianOf: of };
};

const bestFirst = (others: readonly Ranked[], rule: RankRule): Ranked[] =>
  [...others].sort((a, b) => rankKey(b.figure, rule) - rankKey(a.figure, rule));

const nextAbove = ({ own, others }: Field, rule: RankRule): Ranked | undefined =>
  bestFirst(others, rule)
    .filter(({ figure }) => rankKey(figure, rule) > rankKey(own, rule))
    .at(-1);

/** The worst figure that is tied with another one, or is the better. */
const tyingWith = (other: Ranked | undefined, rule: RankRule): Required =>
  other === undefined ? null : { figure: worstTied(other.figure, rule), unit: other.unit };

/** Finer than any score: what keeps a figure on this side of a half that would be rounded away from it. */
const LEAST = exact(1e-10);

/** A half is rounded away from zero: on that side of a rounded figure it is tied with it no more. */
const worstTied = (figure: number, { direction, tie_decimals }: RankRule): ExactDecimal => {
  if (tie_decimals === null) return exact(figure);
  const rounded = exact(roundHalfUp(figure, tie_decimals));
  const half = { units: 5n, decimals: tie_decimals + 1 };
  return direction === 'higher-is-better'
    ? plus(minus(rounded, half), rounded.units > 0n ? ZERO : LEAST)
    : minus(plus(rounded, half), rounded.units < 0n ? ZERO : LEAST);
};

const forGrade = (grade: string, field: Field, methodology: Methodology): Required => {
  const bands = bandsOf(methodology, field.group) ?? [];
  const at = bands.findIndex((band) => band.grade === grade);
  if (at === -1) return 'unknown';
  if (methodology.grading === 'quartiles') {
    const rank = rankOfCut(at, field.gradedWith.length + 1, bands.length);
    if (rank === undefined || !field.isWhole) return 'unknown';
    const others = field.gradedWith.map((figure) => ({ unit: '', figure }));
    const cut = bestFirst(others, { ...methodology, tie_decimals: null })[rank - 1];
    return cut === undefined ? null : { figure: exact(cut.figure), unit: null };
  }
  const from = bands[at]?.from ?? null;
  const isKnown = methodology.grading === 'thresholds' && bands.every((band) => band.from !== null);
  return isKnown && from !== null ? { figure: exact(from), unit: null } : 'unknown';
};
