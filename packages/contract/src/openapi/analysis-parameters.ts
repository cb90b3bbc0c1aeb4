import * as z from 'zod';
import { ROBUSTNESS_METHODS } from '../analysis/robustness-response.ts';
import { path, query, whichRelease } from './parameters.ts';

/** Parameters of `/v1/analysis`. The examples are of PAPI, whose latest release has every dimension. */

const text = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .meta({ description, examples: [example] });

const period = (description: string, example: string) => path.periodOrLatest.meta({ description, examples: [example] });

const index = text('Index (chỉ số)', 'papi');
const atPeriod = period('Period (kỳ); the latest one where left out', '2024').optional();
const inGroup = query.group.unwrap().meta({
  description: 'Group (khối); the one that the methodology ranks the unit in, where left out and there is one',
  examples: ['all'],
});

/** What names the release, the unit and its group. */
const ofUnit = { index, unit: path.unit, ...whichRelease, group: inGroup.optional() };

/** `GET /v1/analysis/decomposition` */
export const decompositionQuery = {
  ...ofUnit,
  from: path.exactPeriod
    .meta({ description: 'Earlier period; the nearest that was published before, where left out', examples: ['2023'] })
    .optional(),
  to: period('Later period; the latest one where left out', '2024').optional(),
  against: text('Instead of an earlier period: a unit, `median` or `leader` (so với)', 'median').optional(),
  period: atPeriod,
};

/** `GET /v1/analysis/gap` */
export const gapQuery = {
  ...ofUnit,
  period: atPeriod,
  target: text('`next`, `rank:10`, `grade:…`, `score:65.5`, `median` or `region` (mục tiêu)', 'rank:10')
    .default('next')
    .optional(),
};

/** `GET /v1/analysis/what-if` */
export const whatIfQuery = {
  index,
  period: atPeriod,
  change: text('Supposed scores, unit:component:value, separated by commas (giả định)', 'VN63-46:d1:6.5'),
  others: z
    .enum(['fixed', 'trend'])
    .default('fixed')
    .meta({ description: 'Those who are not changed stay, or move by their own last change', examples: ['trend'] })
    .optional(),
  ...whichRelease,
  group: query.group,
};

/** `GET /v1/analysis/movers` */
export const moversQuery = {
  index,
  from: decompositionQuery.from,
  to: decompositionQuery.to,
  component: query.component.meta({ examples: ['d1'] }),
  ...whichRelease,
  group: query.group,
};

/** `GET /v1/analysis/peers` */
export const peersQuery = {
  ...ofUnit,
  period: atPeriod,
  by: z
    .enum(['region', 'group', 'profile', 'list'])
    .meta({ description: 'How peers are chosen (cách chọn); `list` where units are named', examples: ['profile'] })
    .optional(),
  units: text('The peers themselves, separated by commas', 'VN63-48,VN63-49').optional(),
  count: z
    .int()
    .min(1)
    .max(100)
    .meta({ description: 'How many are nearest, for `by=profile`; 5 where left out' })
    .optional(),
};

const whole = (least: number, most: number, description: string, example: number) =>
  z
    .int()
    .min(least)
    .max(most)
    .meta({ description, examples: [example] })
    .optional();

/** `GET /v1/analysis/robustness` */
export const robustnessQuery = {
  index,
  period: atPeriod,
  method: z
    .enum(ROBUSTNESS_METHODS)
    .default('weights')
    .meta({ description: 'What could have been otherwise (cách mô phỏng)', examples: ['weights'] })
    .optional(),
  spread: whole(1, 100, 'Percent by which a weight may differ, for `method=weights`; 25 where left out', 25),
  draws: whole(100, 10_000, 'How often is drawn (số lần); 10000 where left out, fewer of more than 150 units', 1000),
  seed: whole(0, 4_294_967_295, 'Seed of the chance: the same one gives the same answer; 1 where left out', 1),
  ...whichRelease,
  group: query.group,
};
