import * as z from 'zod';
import { analysedUnit, analysisFields, points, Sentences, Weights } from './analysis-fields.ts';
import { Component, Group, MethodologyId, Rank, RankOf, ReleaseFields, RevisionNumber, Score, Unit } from './fields.ts';
import { envelope, named } from './named.ts';

const Target = z.string().meta({ description: 'As it was asked for (mục tiêu)', examples: ['rank:10'] });

export const GapRow = named(
  'GapRow',
  z.strictObject({
    ...ReleaseFields,
    group: Group,
    ...analysedUnit,
    target: Target,
    component: Component,
    component_name: z.string(),
    coefficient: z.number().meta({ description: 'Points of the total that one point of the component is worth' }),
    score: Score,
    best_score: points('Good end of the scale that applies to the unit; null where it is unknown', 10),
    points_lost: points(
      'coefficient × what lacks to best_score, in points of the total, never below 0 (điểm mất)',
      6.85,
    ),
    change_alone: points('Change of this component alone that reaches the target, rounded up; 0 where it is', 0.81),
    score_alone: points('Score of the component after that change', 7.38),
    possible: z
      .boolean()
      .nullable()
      .meta({ description: 'Whether that score is on the scale; null where it is unknown (có thể)' }),
    methodology: MethodologyId,
    revision: RevisionNumber,
  }),
  'What one component alone would have to do, most points lost first',
);

const GapMeta = z.strictObject({
  ...analysisFields,
  ...analysedUnit,
  current: z.strictObject({ score: Score, rank: Rank, rank_of: RankOf, grade: z.string().nullable() }),
  target: z.strictObject({
    target: Target,
    required_score: points('Total that reaches the target; null where everybody does', 68.1),
    reference_unit: Unit.nullable().meta({ description: 'Whose score is to be reached; null where it is nobody’s' }),
    reference_unit_name: z.string().nullable(),
    points: points('required_score − total: what is lacking; below 0 how far ahead the unit is', 1.62),
    reached: z.boolean(),
    rank_reached: Rank.meta({ description: 'Rank that the required total gives, the others as they are' }),
  }),
  weights: Weights,
  sentences: Sentences,
});

export const GapAnswer = named(
  'GapAnswer',
  envelope(GapRow, GapMeta),
  'How far a unit is from a target, and what each component alone would have to do (khoảng cách)',
);
