import { decimalsOf } from './decimal.ts';
import type { Component, Methodology } from './methodology.ts';
import type { Score, UnitScores } from './score.ts';

/**
 * Points of a scorecard (PAR INDEX, CCHC): criteria add up to areas, areas to the total, at every level within caps. A
 * criterion that does not apply to a unit leaves its maximum too; a criterion that is missing leaves everything above it
 * unknown, because missing is not zero. These rules are the common shape of the scorecards that provinces publish
 * (derived); a methodology that differs must not be declared as `points`.
 */

/** A component's figure for one unit. */
export type Figure = {
  score: number | null;
  /** Whether the component, or anything below it, applies to the unit. */
  applies: boolean;
  /** Points that apply to the unit; null where a maximum is unknown. Bonuses do not count: they come on top. */
  maximum: number | null;
  /** Whether the release prints no score and this one was computed. */
  derived: boolean;
};

/** Figures of every component that applies to the unit, by component. */
export const aggregate = (
  methodology: Methodology,
  groups: readonly string[],
  { scores }: UnitScores,
): Map<string, Figure> => {
  const applying = methodology.components.filter((component) => appliesTo(component, groups));
  const children = Map.groupBy(applying, ({ parent }) => parent ?? '');
  const figures = new Map<string, Figure>();

  const figureOf = (component: Component): Figure => {
    const below = (children.get(component.component) ?? []).map((child) => ({ child, figure: figureOf(child) }));
    const figure =
      below.length === 0 ? leafFigure(component, groups, scores) : nodeFigure(component, groups, scores, below);
    figures.set(component.component, figure);
    return figure;
  };
  for (const top of children.get('') ?? []) figureOf(top);
  return figures;
};

/** Percent of the points that apply: 62.62 of 70 are 89.4571428571. Null where either is unknown. */
export const percentOf = ({ score, maximum }: Pick<Figure, 'score' | 'maximum'>): number | null =>
  score === null || maximum === null || maximum === 0 ? null : Number(((100 * score) / maximum).toFixed(10));

const appliesTo = ({ groups: only }: Component, groups: readonly string[]): boolean =>
  only === undefined || only.some((group) => groups.includes(group));

/** The maximum in the unit's group. */
export const maximumIn = ({ maximum, maxima }: Component, groups: readonly string[]): number | null => {
  const own = groups.find((group) => maxima?.[group] !== undefined);
  return own === undefined ? maximum : (maxima?.[own] ?? null);
};

const isNotApplicable = (score: Score | undefined): boolean => score?.reason === 'not-applicable';
const countsInMaximum = ({ part }: Component): boolean => part !== 'bonus' && part !== 'penalty';

const leafFigure = (component: Component, groups: readonly string[], scores: UnitScores['scores']): Figure => {
  const released = scores[component.component];
  const applies = !isNotApplicable(released);
  const maximum = applies && countsInMaximum(component) ? maximumIn(component, groups) : 0;
  return { score: released?.score ?? null, applies, maximum, derived: false };
};

type Below = { child: Component; figure: Figure }[];

const nodeFigure = (
  component: Component,
  groups: readonly string[],
  scores: UnitScores['scores'],
  below: Below,
): Figure => {
  const released = scores[component.component];
  const counted = below.filter(({ figure }) => figure.applies);
  if (isNotApplicable(released) || counted.length === 0) {
    return { score: null, applies: false, maximum: 0, derived: false };
  }
  const maxima = below.map(({ figure }) => figure.maximum);
  const maximum = maxima.includes(null) ? null : sum(maxima.flatMap((value) => value ?? []));
  if (released && released.score !== null) return { score: released.score, applies: true, maximum, derived: false };

  // A bonus or a penalty that nobody mentions was not given; any other figure that is missing is unknown.
  const isKnown = ({ child, figure }: Below[number]) => figure.score !== null || !countsInMaximum(child);
  const score =
    counted.length > 0 && counted.every(isKnown) ? sum(counted.map(({ figure }) => figure.score ?? 0)) : null;
  const isCapped = !countsInMaximum(component);
  return {
    score: score !== null && isCapped ? within(component, groups, score) : score,
    applies: true,
    maximum,
    derived: score !== null,
  };
};

/** The caps of a sum of bonuses or penalties. */
const within = (component: Component, groups: readonly string[], score: number): number =>
  Math.max(component.minimum ?? -Infinity, Math.min(maximumIn(component, groups) ?? Infinity, score));

/** Without binary noise: 0.1 + 0.2 is 0.3. */
const sum = (values: readonly number[]): number =>
  Number(
    values.reduce((total, value) => total + value, 0).toFixed(Math.min(20, Math.max(0, ...values.map(decimalsOf)))),
  );
