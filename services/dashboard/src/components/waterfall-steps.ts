import { subtract } from '@chi-so/domain/decimal';
import type { AnswerOf } from '../data/analysis.ts';

type Decomposition = AnswerOf<'decomposition'>;

/** One bar: from where to where the total goes by it, in points of the total. */
export type Step = {
  key: string;
  /** The component's name; null for what is no component. */
  name: string | null;
  kind: 'component' | 'residual' | 'unexplained';
  from: number;
  to: number;
  points: number;
};

export type Waterfall = { start: number; end: number; steps: Step[] };

/**
 * The way from one total to the other: what weighs most first, then the residual, never spread over components. Where some
 * component has no figure there is no residual: what is left of the way is a step of its own that nobody can explain.
 * Null where a total is missing, or the two do not compare.
 */
export const waterfallOf = ({ data, meta: { total } }: Decomposition): Waterfall | null => {
  if (total === null || total.score === null || total.reference_score === null) return null;
  const { reference_score: start, score: end, residual, difference, explained } = total;
  const known = data.flatMap(({ line, component, component_name, contribution }) =>
    line === 'component' && contribution !== null
      ? [{ key: component ?? '', name: component_name, kind: line, points: contribution }]
      : [],
  );
  const rest =
    residual === null
      ? { key: 'unexplained', kind: 'unexplained' as const, points: subtract(difference ?? 0, explained) }
      : { key: 'residual', kind: 'residual' as const, points: residual };
  let at = start;
  const steps = [...known.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)), { ...rest, name: null }].map(
    (step): Step => {
      const from = at;
      at += step.points;
      return { ...step, from, to: at };
    },
  );
  return { start, end, steps };
};

/** What lifts most and what pulls down most; null where nothing does. */
export const strongestOf = ({ steps }: Waterfall): { up: Step | null; down: Step | null } => {
  const components = steps.filter(({ kind }) => kind === 'component');
  return {
    up: components.find(({ points }) => points > 0) ?? null,
    down: components.find(({ points }) => points < 0) ?? null,
  };
};
