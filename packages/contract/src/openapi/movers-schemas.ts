import * as z from 'zod';
import { analysisFields, earlierFields, points, Sentences } from './analysis-fields.ts';
import {
  Component,
  Group,
  MethodologyId,
  Period,
  Rank,
  ReleaseFields,
  RevisionNumber,
  Unit,
  UnitName,
} from './fields.ts';
import { envelope, named } from './named.ts';

export const MoversRow = named(
  'MoversRow',
  z.strictObject({
    ...ReleaseFields,
    group: Group,
    component: Component,
    unit: Unit,
    unit_name: UnitName,
    period_before: Period,
    score_before: z.number().meta({ description: 'Score of the earlier period', examples: [63.508961] }),
    score: z.number().meta({ description: 'Score of the later period', examples: [66.499268] }),
    score_change: z.number().meta({ description: 'score − score_before', examples: [2.990307] }),
    rank_before: Rank,
    rank: Rank,
    rank_change: points('Places moved up; negative: down; null where it is not ranked in both', 10),
    change_rank: z.int().meta({ description: 'Where the change ranks among the changes; 1 is the greatest gain' }),
    methodology: MethodologyId,
    revision: RevisionNumber,
  }),
  'How one unit moved',
);

const onlyIn = (description: string) =>
  z.array(z.strictObject({ group: Group, unit: Unit, unit_name: UnitName })).meta({ description });

const MoversMeta = z.strictObject({
  ...analysisFields,
  component_name: z.string(),
  from: Period,
  to: Period,
  ...earlierFields,
  only_before: onlyIn('Units with a score in the earlier period only'),
  only_after: onlyIn('Units with a score in the later period only'),
  sentences: Sentences,
});

export const MoversAnswer = named(
  'MoversAnswer',
  envelope(MoversRow, MoversMeta),
  'How every unit moved, the greatest gain first (biến động)',
);
