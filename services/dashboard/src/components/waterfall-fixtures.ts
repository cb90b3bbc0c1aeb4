import type { AnswerOf } from '../data/analysis.ts';

type Decomposition = AnswerOf<'decomposition'>;

/** A change of three components from 60 to 61.5, 0.1 of which is left over; for tests that care about a few of its fields. */
export const decompositionOf = (
  contributions: Readonly<Record<string, number | null>> = { land: 0.5, time: -1, labor: 1.9 },
  total: Partial<Decomposition['meta']['total']> | null = {},
): Decomposition => {
  const whole = { score: 61.5, reference_score: 60, difference: 1.5, explained: 1.4, residual: 0.1 };
  return {
    data: Object.entries(contributions).map(([component, contribution]) => ({
      ...{ line: 'component', component, component_name: component, contribution },
    })),
    meta: {
      decimals: 2,
      total: total && { ...whole, ...total },
      against: { kind: 'period', period: '2018', unit: null, unit_name: null },
    },
  } as never;
};
