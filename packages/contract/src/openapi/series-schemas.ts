import { CARRIED } from '@chi-so/domain/carried-point';
import * as z from 'zod';
import { UnitSetBody } from '../catalogue-body.ts';
import { BASES } from '../series-basis-response.ts';
import {
  Component,
  Degraded,
  Group,
  Message,
  MethodologyId,
  MissingReason,
  Rank,
  RankOf,
  RankPublished,
  ReleaseFields,
  RevisionNumber,
  Score,
  Status,
  Unit,
  UnitName,
} from './fields.ts';
import { envelope, NextUrl, named, next_cursor } from './named.ts';

const number = (description: string, ...examples: number[]) => z.number().nullable().meta({ description, examples });

export const SeriesRow = named(
  'SeriesRow',
  z.strictObject({
    ...ReleaseFields,
    group: Group.nullable(),
    component: Component,
    unit: Unit,
    unit_name: UnitName,
    score: Score,
    status: Status,
    reason: MissingReason,
    rank: Rank,
    rank_published: RankPublished,
    rank_of: RankOf,
    methodology: MethodologyId,
    revision: RevisionNumber,
    carried: z
      .enum(CARRIED)
      .nullable()
      .meta({
        description:
          'How a figure of other units got here (cách chuyển): `unchanged`, the same territory; `constituents`, the ' +
          'unweighted mean of what it is made of; `merged-unit`, that of the whole it is a part of. Null: its own',
      }),
    origin_units: z.array(Unit).meta({
      description: 'The units of which the figure was published (đơn vị gốc); empty where it is its own',
    }),
    score_min: number('Least score of the constituents; null where one of them has none', 57.2),
    score_max: number('Greatest score of the constituents', 60.1),
    rank_simulated: z.int().nullable().meta({
      description: 'Place among the units of the basis, estimates among them: simulated (mô phỏng), never a rank',
    }),
    rank_simulated_of: z.int().nullable().meta({ description: 'How many have such a place' }),
  }),
  'One unit in one period',
);

export const SeriesBreak = named(
  'SeriesBreak',
  z.strictObject({
    unit_set: ReleaseFields.unit_set,
    from: ReleaseFields.period,
    to: ReleaseFields.period,
    verdict: z.enum(['rank-only', 'not-comparable']),
    reason: z.string(),
    unit: Unit.nullable().meta({ description: 'The unit whose line stops there; null: every one' }),
  }),
  'Where a line through the series must stop, and why (đứt gãy chuỗi)',
);

export const SeriesMeta = z.strictObject({
  component: Component,
  basis: z.enum(BASES).meta({ description: 'Whose units the rows are of (cơ sở)' }),
  breaks: z.array(SeriesBreak),
  successions: UnitSetBody.shape.successions.meta({
    description: 'How the units of the rows came from those of the releases, with the source (quan hệ kế thừa)',
  }),
  notes: z.array(Message).meta({ description: 'What a reader must know, in the asked language (ghi chú)' }),
  degraded: Degraded,
  next_cursor,
});

export const SeriesAnswer = named(
  'SeriesAnswer',
  envelope(SeriesRow, SeriesMeta, NextUrl),
  'Scores and ranks over time (chuỗi số liệu)',
);
