import {
  compareExact,
  type ExactDecimal,
  exact,
  inexact,
  minus,
  negated,
  plus,
  quotientAway,
  roundedTo,
  roundedTowards,
  times,
  ZERO,
} from '../exact-decimal.ts';
import { TOTAL } from '../identity.ts';
import type { Component, Methodology } from '../methodology.ts';
import { CONTRIBUTION_DECIMALS } from './decomposition.ts';
import { type ReleaseFigures, scaleOf, scoreOf } from './release-figures.ts';
import type { WeighedComponent, Weighing } from './weighing.ts';

/** What one component can do for a target. Points of the component, but where said otherwise. */
export type Lever = {
  component: Component;
  coefficient: number;
  score: number | null;
  /** The best that the component's scale allows the unit; null where it is unknown. */
  best: number | null;
  /** coefficient × what lacks to the best score, in points of the total; never below 0. */
  points_lost: number | null;
  /** The change of this component alone that reaches the target, rounded away from zero; 0 where it is reached. */
  change_alone: number | null;
  /** The score that the component would then have. */
  score_alone: number | null;
  /** Whether that score is on the scale; null where the scale, or the score, is unknown. */
  possible: boolean | null;
};

export type Gap = {
  /** The total that is required; null where everybody reaches the target. */
  required: number | null;
  /** required − total to ten decimals: what is lacking, in points of the total; below 0 how far ahead the unit is. */
  points: number | null;
  reached: boolean;
  /** Most points lost first, the unknown last. */
  levers: Lever[];
};

/**
 * How far a unit's total is from a required one, and what each component alone would have to do. Others do not move, and
 * what the unit's total is besides Σ coefficient × component stays. Null where the unit has no total.
 */
export const gapOf = (
  figures: ReleaseFigures,
  weighing: Weighing,
  unit: string,
  required: ExactDecimal | null,
): Gap | null => {
  const total = scoreOf(figures, unit, TOTAL);
  if (total === null) return null;
  const isHigherBetter = figures.methodology.direction === 'higher-is-better';
  const points = required && minus(required, exact(total));
  const isLacking = points !== null && compareExact(points, ZERO) * (isHigherBetter ? 1 : -1) > 0;
  const levers = weighing.components.map((weighed) => leverOf(figures, unit, weighed, isLacking ? points : ZERO));
  return {
    required: required && inexact(required),
    points: points && inexact(toldPoints(points, isLacking)),
    reached: !isLacking,
    levers: levers.sort((a, b) => (b.points_lost ?? UNKNOWN) - (a.points_lost ?? UNKNOWN)),
  };
};

/** A required percentage as points of the unit's own maximum, rounded up; a figure that is a total already stays. */
export const requiredTotal = (
  { methodology, units }: ReleaseFigures,
  unit: string,
  required: ExactDecimal,
): ExactDecimal => {
  const maximum = units.get(TOTAL)?.get(unit)?.maximum ?? null;
  if (methodology.rank_by !== 'percent' || maximum === null) return required;
  return quotientAway(times(required, exact(maximum)), exact(100), CONTRIBUTION_DECIMALS);
};

/** Less than what anybody can lose. */
const UNKNOWN = -1;

/** To ten decimals, below which is the binary noise of a file; what lacks is never told as nothing. */
const toldPoints = (points: ExactDecimal, isLacking: boolean): ExactDecimal => {
  const rounded = roundedTo(points, CONTRIBUTION_DECIMALS);
  return isLacking && rounded.units === 0n ? quotientAway(points, exact(1), CONTRIBUTION_DECIMALS) : rounded;
};

const leverOf = (figures: ReleaseFigures, unit: string, weighed: WeighedComponent, lacking: ExactDecimal): Lever => {
  const { component, coefficient } = weighed;
  const score = scoreOf(figures, unit, component.component);
  const best = bestOf(figures, unit, component);
  const lost = pointsLost(figures, unit, weighed);
  const change = coefficient.units === 0n ? null : quotientAway(lacking, coefficient, CONTRIBUTION_DECIMALS);
  const alone = score === null || change === null ? null : movedTo(score, change);
  return {
    component,
    coefficient: inexact(coefficient),
    score,
    best,
    points_lost: lost && inexact(lost),
    change_alone: change && inexact(change),
    score_alone: alone && inexact(alone),
    possible: change === null ? false : alone && best !== null ? isWithin(alone, best, figures) : null,
  };
};

/** To ten decimals on the far side, so that it reaches what the change does; a score that stays is as published. */
const movedTo = (score: number, change: ExactDecimal): ExactDecimal =>
  change.units === 0n
    ? exact(score)
    : roundedTowards(plus(exact(score), change), change.units > 0n ? 1 : -1, CONTRIBUTION_DECIMALS);

/** What of a release the scale of one component is known from. */
type Scored = Pick<ReleaseFigures, 'units' | 'groups'> & { methodology: Pick<Methodology, 'direction'> };

/**
 * coefficient × what lacks to the best score, in points of the total, whichever end of the scale is the best; 0 at it and
 * beyond. Null where the score or the end of the scale is not known.
 */
export const pointsLost = (
  scored: Scored,
  unit: string,
  { component, coefficient }: WeighedComponent,
): ExactDecimal | null => {
  const score = scoreOf(scored, unit, component.component);
  const best = bestOf(scored, unit, component);
  if (score === null || best === null) return null;
  const lacking = minus(exact(best), exact(score));
  const towards = scored.methodology.direction === 'higher-is-better' ? lacking : negated(lacking);
  const lost = roundedTo(times(coefficient, towards), CONTRIBUTION_DECIMALS);
  return lost.units > 0n ? lost : ZERO;
};

const isWithin = (score: ExactDecimal, best: number, { methodology }: ReleaseFigures): boolean =>
  compareExact(score, exact(best)) * (methodology.direction === 'higher-is-better' ? 1 : -1) <= 0;

/** The end of the scale that is good to be at. */
const bestOf = (scored: Scored, unit: string, component: Component): number | null => {
  const { minimum, maximum } = scaleOf(scored, unit, component);
  return scored.methodology.direction === 'higher-is-better' ? maximum : minimum;
};
