import type { Certainty } from '../certainty.ts';
import { type ExactDecimal, exact, times } from '../exact-decimal.ts';
import { TOTAL } from '../identity.ts';
import type { Component, Methodology } from '../methodology.ts';

/** How much a component's point is worth in the total, where the catalogue knows. */

/** A component right below the total: one point of it is worth `coefficient` points of the total. */
export type WeighedComponent = { component: Component; coefficient: ExactDecimal };

export type Weighing = {
  /** `derived`: the weights, or how they make the total, follow from published figures; no statement was found. */
  certainty: Exclude<Certainty, 'unknown'>;
  /** What is derived: the weights, or (where there are none, or they are stated) the rule that makes the total of its parts. */
  derived: 'weights' | 'rule' | null;
  /** Where the weights come from. */
  source: string;
  components: WeighedComponent[];
};

/**
 * The components that make the total, in the order of the methodology: factor × weight of a weighted sum, factor of a
 * plain sum, 1 of points. Undefined where the catalogue does not know the rule, a weight, or marks either as unknown.
 */
export const weighingOf = ({ aggregation, components, facts }: Methodology): Weighing | undefined => {
  const { kind, factor } = aggregation;
  const parts = components.filter(({ parent }) => parent === TOTAL);
  const certainties = [facts.aggregation.certainty, ...(kind === 'weighted-sum' ? [facts.weights.certainty] : [])];
  if (kind === 'unknown' || parts.length === 0 || certainties.includes('unknown')) return undefined;
  const weighed = parts.flatMap((component) => {
    const weight = kind === 'weighted-sum' ? component.weight : 1;
    const by = kind === 'points' ? 1 : factor;
    return weight === null ? [] : [{ component, coefficient: times(exact(by), exact(weight)) }];
  });
  if (weighed.length < parts.length) return undefined;
  const derived =
    kind === 'weighted-sum' && facts.weights.certainty !== 'confirmed'
      ? 'weights'
      : facts.aggregation.certainty === 'confirmed'
        ? null
        : 'rule';
  return {
    certainty: derived === null ? 'confirmed' : 'derived',
    derived,
    source: kind === 'weighted-sum' ? facts.weights.source : facts.aggregation.source,
    components: weighed,
  };
};
