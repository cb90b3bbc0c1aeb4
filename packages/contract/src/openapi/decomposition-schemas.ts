import * as z from 'zod';
import {
  analysedUnit,
  analysisFields,
  earlierFields,
  NotCompared,
  points,
  Sentences,
  Weights,
} from './analysis-fields.ts';
import { Component, Group, MethodologyId, Period, ReleaseFields, RevisionNumber, Score, Unit } from './fields.ts';
import { envelope, named } from './named.ts';

export const DecompositionRow = named(
  'DecompositionRow',
  z.strictObject({
    ...ReleaseFields,
    group: Group,
    ...analysedUnit,
    against: z.string().meta({ description: 'Period, unit, `median` or `leader` (so với)', examples: ['2018'] }),
    line: z.enum(['component', 'residual', 'total']).meta({ description: 'What the line is about (dòng)' }),
    component: Component.nullable(),
    component_name: z.string().nullable(),
    coefficient: points('Points of the total that one point of the component is worth (hệ số)', 2),
    score: Score,
    reference_score: points('Score of the earlier period, of the other unit, or the median (điểm đối chiếu)', 6.5),
    difference: points('score − reference_score (chênh lệch)', -0.32),
    contribution: points('coefficient × difference; components and residual add up to the total (đóng góp)', -0.64),
    methodology: MethodologyId,
    revision: RevisionNumber,
  }),
  'What one component adds to the difference; or what is left over; or the difference itself',
);

const places = (description: string, example: number) => z.int().meta({ description, examples: [example] });

export const RankChangeSchema = named(
  'RankChange',
  z.strictObject({
    rank_before: places('Rank in the earlier period', 24),
    rank: places('Rank in the later period', 20),
    change: places('Places moved up; own + others + population', 4),
    own: places('By its own movement, among the others as they were', 6),
    others: places('By the movement of the others', -2),
    leavers: places('By units that are ranked no more', 1),
    newcomers: places('By units that are newly ranked', -1),
    population: places('leavers + newcomers', 0),
  }),
  'Why a rank moved (thay đổi hạng); ours, derived: the unit is moved first, then the others',
);

const DecompositionMeta = z.strictObject({
  ...analysisFields,
  ...earlierFields,
  ...analysedUnit,
  against: z.strictObject({
    kind: z.enum(['period', 'unit', 'median', 'leader']),
    period: Period,
    unit: Unit.nullable(),
    unit_name: z.string().nullable(),
  }),
  weights: Weights,
  total: z
    .strictObject({
      score: Score,
      reference_score: points('Total of the reference', 64.5),
      difference: points('Difference of the two totals as published', 1.99),
      explained: z.number().meta({ description: 'Σ contributions of the components that are known' }),
      residual: points('difference − explained, never spread (phần dư); null where a component is missing', 0),
    })
    .nullable()
    .meta({ description: 'Null where the totals do not compare, though some components do' }),
  not_compared: z.array(NotCompared).meta({ description: 'Components that do not compare, and why' }),
  rank_change: RankChangeSchema.nullable().meta({ description: 'Between two periods; null otherwise' }),
  sentences: Sentences,
});

export const DecompositionAnswer = named(
  'DecompositionAnswer',
  envelope(DecompositionRow, DecompositionMeta),
  'What a change or a distance of the total is made of (phân rã)',
);
