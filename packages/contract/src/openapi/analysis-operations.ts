import type { RouteKey } from '../routes.ts';
import { decompositionQuery } from './analysis-parameters.ts';
import { DecompositionAnswer } from './decomposition-schemas.ts';
import type { Operation } from './operation.ts';
import { table } from './table-operations.ts';

/** Problems of an analysis: of the release, and of what cannot be said of it. */
export const ANALYSIS_PROBLEMS = [
  ...(['not-found', 'ambiguous-release', 'no-such-group', 'withdrawn', 'component-dropped', 'unreadable'] as const),
  ...(['no-figures', 'not-comparable', 'weights-unknown'] as const),
] as const;

/** Rankings taken apart. Nothing here is published: all of it is computed from what is. */
export const ANALYSIS = {
  'GET /v1/analysis/decomposition': table(
    {
      id: 'getDecomposition',
      tag: 'Analysis',
      summary: 'What a change of the total is made of (phân rã thay đổi)',
      description:
        'Between two periods (`from`, `to`), or the distance to another unit, the median or the leader (`against`, ' +
        '`period`): coefficient × difference of each component, and the residual beside them. Refused where the two ' +
        'do not compare; where only some components do, only those are given.',
      query: decompositionQuery,
      problems: ANALYSIS_PROBLEMS,
    },
    DecompositionAnswer,
  ),
} as const satisfies Partial<Record<RouteKey, Operation>>;
