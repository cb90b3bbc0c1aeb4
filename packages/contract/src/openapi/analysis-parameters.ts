import * as z from 'zod';
import { path, query, whichRelease } from './parameters.ts';

/** Parameters of `/v1/analysis`. The examples are of PAPI, whose latest release has every dimension. */

const text = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .meta({ description, examples: [example] });

const period = (description: string, example: string) =>
  z
    .string()
    .regex(/^(\d{4}(-(H[12]|Q[1-4]))?|latest)$/)
    .meta({ description, examples: [example] });

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
