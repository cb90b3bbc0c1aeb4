import { VERDICTS } from '@chi-so/domain/methodology';
import { STALENESS } from '@chi-so/domain/staleness';
import * as z from 'zod';
import { UnitSetBody } from '../catalogue-body.ts';
import { Certainty, Day, Degraded, Group, Index, Message, MethodologyId, Period, UnitSet } from './fields.ts';
import { envelope, named } from './named.ts';
import { RankingRow } from './ranking-schemas.ts';

const { component: _c, maximum: _m, percent: _p, rank_reason: _r, ...rankingFields } = RankingRow.shape;

const MethodologyChange = z.strictObject({
  from: Period,
  to: Period,
  methodology_before: MethodologyId,
  methodology: MethodologyId,
});

const Expectation = z.strictObject({
  period: Period,
  from: Day,
  to: Day,
  overdue: z.boolean().meta({ description: 'Whether the days are over' }),
});

export const ProfileRow = named(
  'ProfileRow',
  z.strictObject({
    ...rankingFields,
    index: Index,
    index_name: z.string(),
    period: Period.nullable().meta({ description: 'Period of the figures (kỳ); null where there is no release' }),
    edition: rankingFields.edition.nullable(),
    group: Group.nullable(),
    methodology: MethodologyId.nullable(),
    revision: rankingFields.revision.nullable(),
    direction: z
      .enum(['higher-is-better', 'lower-is-better'])
      .nullable()
      .meta({ description: 'Which way is better, as the ranks show (chiều); null where they do not' }),
    against: Period.nullable().meta({
      description: 'The earlier period that changes are measured against (so với kỳ)',
    }),
    verdict: z.enum(VERDICTS).nullable().meta({ description: 'Whether the two compare' }),
    withheld: z.string().nullable().meta({ description: 'Why not everything may be compared' }),
    latest_period: Period.nullable().meta({ description: 'Latest period released on the set of the unit' }),
    published_on: Day.nullable().meta({ description: "Day of the publisher's own release of it" }),
    next_expected: Expectation.nullable().meta({
      description: 'The next release of the index, derived from past dates',
    }),
    staleness: z.enum(STALENESS).meta({ description: 'How old this is: whether a newer release is due (độ cũ)' }),
    certainty: Certainty.meta({ description: 'How certain the calendar is' }),
    breaks: z.array(MethodologyChange).meta({
      description: 'Where the methodology changed; `GET /v1/series` says what compares (đứt gãy chuỗi)',
    }),
  }),
  'Where one unit stands in one index',
);

export const ProfileAnswer = named(
  'ProfileAnswer',
  envelope(
    ProfileRow,
    z.strictObject({
      unit_set: UnitSet,
      valid_from: Day.nullable(),
      valid_to: Day.nullable(),
      predecessors: UnitSetBody.shape.successions.meta({ description: 'What the unit came from (đơn vị tiền thân)' }),
      notes: z.array(Message).meta({ description: 'What a reader must know, in the asked language (ghi chú)' }),
      degraded: Degraded,
    }),
  ),
  'One unit in every index (hồ sơ đơn vị)',
);
