import { percentOf } from '../aggregate.ts';
import { type ExactDecimal, exact, inexact, minus, plus, times, ZERO } from '../exact-decimal.ts';
import { TOTAL } from '../identity.ts';
import { type Place, placesOf } from '../places.ts';
import type { RankedUnit } from '../ranking.ts';
import { type ReleaseFigures, scaleOf, scoreOf } from './release-figures.ts';
import type { Weighing } from './weighing.ts';

/** A component of a unit as it might be. */
export type SupposedScore = { unit: string; component: string; value: number };

/** A unit in a simulated ranking. */
export type SimulatedUnit = {
  unit: string;
  /** What the published total is besides Σ coefficient × component: kept as it is. Null where a component is missing. */
  residual: number | null;
  /** The total that follows; null where there is none to start from. */
  score: number | null;
  /** What moved it; null where nothing did. */
  moved_by: 'change' | 'trend' | null;
  /** Whether a trend would have left the scale, and stops at its end. */
  capped: boolean;
};

export type Simulation = { units: SimulatedUnit[]; groups: { group: string; places: Place[] }[] };

/**
 * The ranking that follows if some components were others: published total + Σ coefficient × change of the component,
 * so that each unit keeps its own residual. Those who are not changed stay, or move by `trend` (points of the total, by
 * unit) within the scale. Every rule of ranking and grading is the one of the methodology. Simulated: published nowhere.
 * A change of a component that the unit has no score of, or of a unit without a total, moves nothing.
 */
export const simulate = (
  figures: ReleaseFigures,
  groups: readonly string[],
  weighing: Weighing,
  supposed: readonly SupposedScore[],
  trend: ReadonlyMap<string, number> = new Map(),
): Simulation => {
  const document = figures.documents.get(TOTAL);
  const published = document?.ranking.units ?? [];
  const changes = Map.groupBy(supposed, ({ unit }) => unit);
  const simulated = published.map((unit) =>
    simulatedUnit(figures, weighing, unit, changes.get(unit.unit) ?? [], trend.get(unit.unit)),
  );
  const scores = new Map(simulated.map(({ unit, score }) => [unit, score]));
  const units = published.map((unit) => withTotal(unit, scores.get(unit.unit) ?? null));
  const byId = new Map(units.map((unit) => [unit.unit, unit]));
  return {
    units: simulated,
    groups: figures.groups
      .filter(({ group }) => groups.includes(group))
      .map(({ group, official, places }) => ({
        group,
        places: placesOf(
          places.flatMap(({ unit }) => byId.get(unit) ?? []),
          { methodology: figures.methodology, group, official, extent: document?.extent ?? 'partial', all: units },
        ),
      })),
  };
};

const withTotal = (unit: RankedUnit, score: number | null): RankedUnit => ({
  ...unit,
  score,
  percent: unit.percent === null ? null : percentOf({ score, maximum: unit.maximum }),
});

const simulatedUnit = (
  figures: ReleaseFigures,
  weighing: Weighing,
  { unit, score }: RankedUnit,
  supposed: readonly SupposedScore[],
  trend: number | undefined,
): SimulatedUnit => {
  const residual = residualOf(figures, weighing, unit);
  const still = { unit, residual, score, moved_by: null, capped: false };
  if (score === null) return still;
  if (supposed.length > 0) {
    return { ...still, score: supposedTotal(figures, weighing, score, supposed), moved_by: 'change' };
  }
  if (trend === undefined) return still;
  const moved = inexact(plus(exact(score), exact(trend)));
  const within = onScale(figures, unit, score, moved);
  return { ...still, score: within, moved_by: 'trend', capped: within !== moved };
};

/** What a unit's published total becomes by its supposed scores: in exact decimals, so that a gap that is closed is closed. */
export const supposedTotal = (
  figures: ReleaseFigures,
  weighing: Weighing,
  total: number,
  supposed: readonly SupposedScore[],
): number => inexact(supposed.map((one) => effectOf(figures, weighing, one)).reduce(plus, exact(total)));

/** Points of the total. */
const effectOf = (
  figures: ReleaseFigures,
  weighing: Weighing,
  { unit, component, value }: SupposedScore,
): ExactDecimal => {
  const weighed = weighing.components.find((one) => one.component.component === component);
  const score = scoreOf(figures, unit, component);
  return weighed === undefined || score === null ? ZERO : times(weighed.coefficient, minus(exact(value), exact(score)));
};

const residualOf = (figures: ReleaseFigures, weighing: Weighing, unit: string): number | null => {
  const total = scoreOf(figures, unit, TOTAL);
  const scores = weighing.components.map(({ component, coefficient }) => {
    const score = scoreOf(figures, unit, component.component);
    return score === null ? null : times(coefficient, exact(score));
  });
  if (total === null || scores.includes(null)) return null;
  return inexact(
    minus(
      exact(total),
      scores.reduce<ExactDecimal>((sum, score) => plus(sum, score ?? ZERO), ZERO),
    ),
  );
};

/** A trend stops at the end of the scale; a total that bonuses have put beyond it is not pulled back. */
const onScale = (figures: ReleaseFigures, unit: string, from: number, to: number): number => {
  const total = figures.methodology.components.find(({ component }) => component === TOTAL);
  const { minimum, maximum } = total ? scaleOf(figures, unit, total) : { minimum: null, maximum: null };
  const [least, most] = [Math.min(minimum ?? -Infinity, from), Math.max(maximum ?? Infinity, from)];
  return Math.max(least, Math.min(most, to));
};
