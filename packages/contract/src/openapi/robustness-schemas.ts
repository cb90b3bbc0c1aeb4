import * as z from 'zod';
import { analysisFields, Weights } from './analysis-fields.ts';
import { Group, MethodologyId, Rank, RankOf, ReleaseFields, RevisionNumber, Score, Unit, UnitName } from './fields.ts';
import { envelope, named } from './named.ts';

const rank = (description: string, example: number) => z.int().meta({ description, examples: [example] });

export const RobustnessRow = named(
  'RobustnessRow',
  z.strictObject({
    ...ReleaseFields,
    group: Group,
    unit: Unit,
    unit_name: UnitName,
    method: z.enum(['weights', 'rounding']).meta({ description: 'What was drawn (cách mô phỏng)' }),
    score: Score,
    rank: Rank,
    rank_of: RankOf,
    rank_simulated: rank('Rank among those simulated with nothing drawn', 20),
    rank_low: rank('Best rank of the 5–95 % interval under the method', 18),
    rank_median: rank('Median rank of the draws', 20),
    rank_high: rank('Worst rank of that interval', 23),
    rank_width: rank('rank_high − rank_low', 5),
    indistinct_from: rank('Not distinguishable from the ranks of those whose intervals meet: from …', 16),
    indistinct_to: rank('… to this one', 26),
    methodology: MethodologyId,
    revision: RevisionNumber,
  }),
  'The ranks that one unit could have had',
);

const byGroup = <S extends z.ZodType>(of: S, description: string) => z.record(z.string(), of).meta({ description });

const RobustnessMeta = z.strictObject({
  ...analysisFields,
  status: z.literal('simulated'),
  method: RobustnessRow.shape.method,
  draws: z.int(),
  seed: z.int(),
  generator: z.literal('mulberry32').meta({ description: 'Where the chance comes from: seeded, 32 bits of state' }),
  interval_percent: z.array(z.number()).meta({ description: 'Shares of the draws between which the interval lies' }),
  spread_percent: z.int().nullable().meta({ description: 'How far each weight was drawn; null under rounding' }),
  printed_decimals: z.int().nullable().meta({ description: 'Decimals of the printed totals; null under weights' }),
  weights: Weights.nullable(),
  simulated: byGroup(z.int(), 'Units that were simulated, by group'),
  median_width: byGroup(z.number().nullable(), 'Median of rank_width, by group, in places'),
  left_out: z.array(z.strictObject({ group: Group, unit: Unit, unit_name: UnitName })).meta({
    description: 'Units without the figures: missing is not zero (không mô phỏng)',
  }),
});

export const RobustnessAnswer = named(
  'RobustnessAnswer',
  envelope(RobustnessRow, RobustnessMeta),
  'The ranks that each unit could have had (độ vững của thứ hạng)',
);
