import { type ExactDecimal, exact, inexact, minus, plus, roundedTo, times, ZERO } from '../exact-decimal.ts';
import type { Component } from '../methodology.ts';
import type { Weighing } from './weighing.ts';

/** Finer than any publisher prints; a third as a factor would go on for ever. */
export const CONTRIBUTION_DECIMALS = 10;

/** What one component adds to the difference of two totals. */
export type Contribution = {
  component: Component;
  /** Points of the total that one point of the component is worth. */
  coefficient: number;
  score: number | null;
  reference: number | null;
  /** score − reference, to ten decimals: below them is binary noise of the file; null where either is missing: missing is not zero. */
  difference: number | null;
  /** coefficient × difference, in points of the total. */
  contribution: number | null;
};

export type Decomposition = {
  contributions: Contribution[];
  /** Difference of the two totals as published, to ten decimals; null where either is missing. */
  difference: number | null;
  /** Σ contributions of the components that are known. */
  explained: number;
  /** difference − explained, never spread over components; null where a component or a total is missing. */
  residual: number | null;
};

/** Scores by component, the total among them; null where there is none. */
export type Profile = (component: string) => number | null;

/**
 * The difference of a total from another one as Σ coefficient × difference of each component, and what is left over
 * (rounding of the publisher, or a total that its own formula does not give). The decimals are exact: contributions and
 * residual add up to the difference.
 */
export const decompose = (weighing: Weighing, total: string, own: Profile, reference: Profile): Decomposition => {
  const contributions = weighing.components.map(({ component, coefficient }): Contribution => {
    const score = own(component.component);
    const other = reference(component.component);
    const difference = differenceOf(score, other);
    return {
      component,
      coefficient: inexact(coefficient),
      score,
      reference: other,
      difference: difference && inexact(difference),
      contribution: difference && inexact(contributionOf(coefficient, difference)),
    };
  });
  const known = contributions.flatMap(({ contribution }) => (contribution === null ? [] : [exact(contribution)]));
  const explained = known.reduce(plus, ZERO);
  const difference = differenceOf(own(total), reference(total));
  const isWhole = difference !== null && known.length === contributions.length;
  return {
    contributions,
    difference: difference && inexact(difference),
    explained: inexact(explained),
    residual: isWhole ? inexact(minus(difference, explained)) : null,
  };
};

const differenceOf = (a: number | null, b: number | null): ExactDecimal | null =>
  a === null || b === null ? null : roundedTo(minus(exact(a), exact(b)), CONTRIBUTION_DECIMALS);

const contributionOf = (coefficient: ExactDecimal, difference: ExactDecimal): ExactDecimal =>
  roundedTo(times(coefficient, difference), CONTRIBUTION_DECIMALS);
