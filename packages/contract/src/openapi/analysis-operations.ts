import type { RouteKey } from '../routes.ts';
import {
  decompositionQuery,
  gapQuery,
  moversQuery,
  peersQuery,
  robustnessQuery,
  whatIfQuery,
} from './analysis-parameters.ts';
import { DecompositionAnswer } from './decomposition-schemas.ts';
import { GapAnswer } from './gap-schemas.ts';
import { MoversAnswer } from './movers-schemas.ts';
import type { Operation } from './operation.ts';
import { PeersAnswer } from './peers-schemas.ts';
import { RobustnessAnswer } from './robustness-schemas.ts';
import { table } from './table-operations.ts';
import { WhatIfAnswer } from './what-if-schemas.ts';

/** Problems of an analysis: of the release, and of what cannot be said of it. */
export const ANALYSIS_PROBLEMS = [
  ...(['not-found', 'ambiguous-release', 'no-such-group', 'withdrawn', 'component-dropped', 'unreadable'] as const),
  ...(['no-figures', 'not-comparable', 'weights-unknown', 'target-unknown', 'no-standard-errors'] as const),
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
  'GET /v1/analysis/gap': table(
    {
      id: 'getGap',
      tag: 'Analysis',
      summary: 'How far a unit is from a target (khoảng cách tới mục tiêu)',
      description:
        'Points to the target; for each component the change that would do it alone, the others as they are, and the ' +
        'points that it has lost. A rank is reached by the score of whoever has it: a tie shares the rank.',
      query: gapQuery,
      problems: ANALYSIS_PROBLEMS,
    },
    GapAnswer,
  ),
  'GET /v1/analysis/what-if': table(
    {
      id: 'getWhatIf',
      tag: 'Analysis',
      summary: 'The ranking if some components were others (giả định)',
      description:
        'Simulated: the published total + Σ coefficient × change of the component, so that each unit keeps its own ' +
        'residual. The rules of ranking and grading are those of the methodology.',
      query: whatIfQuery,
      problems: ANALYSIS_PROBLEMS,
    },
    WhatIfAnswer,
  ),
  'GET /v1/analysis/movers': table(
    {
      id: 'getMovers',
      tag: 'Analysis',
      summary: 'How every unit moved between two periods (biến động)',
      description: 'Only between periods that compare and of the same unit set; else refused with the reason.',
      query: moversQuery,
      problems: ANALYSIS_PROBLEMS,
    },
    MoversAnswer,
  ),
  'GET /v1/analysis/peers': table(
    {
      id: 'getPeers',
      tag: 'Analysis',
      summary: 'A unit among those that it is compared with (nhóm so sánh)',
      description: 'Those of its region or group, those with the nearest profile of components, or a list.',
      query: peersQuery,
      problems: ANALYSIS_PROBLEMS,
    },
    PeersAnswer,
  ),
  'GET /v1/analysis/robustness': table(
    {
      id: 'getRobustness',
      tag: 'Analysis',
      summary: 'The ranks that each unit could have had (độ vững của thứ hạng)',
      description:
        'Simulated: the 5–95 % interval of ranks under other weights (each within ±`spread` %, renormalised), or under ' +
        'rounding (each total within half a unit of its last printed decimal). The same request gives the same bytes. ' +
        'No confidence interval of the survey: that needs its standard errors, which no stored release has.',
      query: robustnessQuery,
      problems: ANALYSIS_PROBLEMS,
    },
    RobustnessAnswer,
  ),
} as const satisfies Partial<Record<RouteKey, Operation>>;
