import * as z from 'zod';
import { analysisFields, points, Sentences, Weights } from './analysis-fields.ts';
import {
  Component,
  Group,
  MethodologyId,
  Period,
  Rank,
  ReleaseFields,
  RevisionNumber,
  Score,
  Unit,
  UnitName,
} from './fields.ts';
import { envelope, named } from './named.ts';

const Grade = z.string().nullable();
const Simulated = points('Simulated, not published (mô phỏng)', 67.3);

export const WhatIfRow = named(
  'WhatIfRow',
  z.strictObject({
    ...ReleaseFields,
    group: Group,
    unit: Unit,
    unit_name: UnitName,
    score: Score,
    rank: Rank,
    grade: Grade.meta({ description: 'Grade now; null where a threshold is unknown' }),
    score_simulated: Simulated,
    rank_simulated: Rank.meta({ description: 'Rank by the simulated score (hạng mô phỏng)' }),
    grade_simulated: Grade.meta({ description: 'Grade by the simulated score' }),
    score_change: points('score_simulated − score', 0.8),
    rank_change: z
      .int()
      .nullable()
      .meta({ description: 'Places moved up; negative: down', examples: [3] }),
    residual: points('Total minus Σ coefficient × component: kept; null where a component is missing', 0.000001),
    moved_by: z.enum(['change', 'trend']).nullable().meta({ description: 'What moved it; null: it stays' }),
    methodology: MethodologyId,
    revision: RevisionNumber,
  }),
  'A unit as it is and as it would be',
);

const WhatIfMeta = z.strictObject({
  ...analysisFields,
  status: z.literal('simulated'),
  changes: z
    .array(
      z.strictObject({
        unit: Unit,
        unit_name: UnitName,
        component: Component,
        score: Score,
        score_simulated: z.number(),
      }),
    )
    .meta({ description: 'What was supposed' }),
  others: z.enum(['fixed', 'trend']),
  against: Period.nullable().meta({ description: 'Period that trends start from' }),
  without_trend: z.array(Unit).meta({ description: 'Units without an earlier score: they stay' }),
  capped: z.array(Unit).meta({ description: 'Units whose trend leaves the scale, and stops at its end' }),
  weights: Weights,
  sentences: Sentences,
});

export const WhatIfAnswer = named(
  'WhatIfAnswer',
  envelope(WhatIfRow, WhatIfMeta),
  'A simulated ranking beside the published one (giả định)',
);
