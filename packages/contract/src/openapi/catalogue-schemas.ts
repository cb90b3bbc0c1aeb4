import * as z from 'zod';
import { IndexBody, MethodologyBody, UnitBody, UnitSetBody } from '../catalogue-body.ts';
import { Certainty, Day, Index, MethodologyId, Period, Unit, UnitSet, Version } from './fields.ts';
import { envelope, NextUrl, NoMeta, named, next_cursor } from './named.ts';

const IndexRow = named(
  'IndexRow',
  z.strictObject({ ...IndexBody.shape, version: Version }),
  'A published composite instrument (chỉ số) and its publisher',
);

const { calendar: Calendar } = IndexBody.shape;

const MethodologySummary = named(
  'MethodologySummary',
  z.strictObject({
    index: Index,
    methodology: MethodologyId,
    name_vi: z.string(),
    name_en: z.string(),
    unit_set: UnitSet.nullable(),
    period_from: Period,
    period_to: Period.nullable(),
    version: Version,
    calendar: Calendar,
  }),
  'One version of how an index is built, and when it is used',
);

export const IndicesAnswer = named(
  'IndicesAnswer',
  envelope(IndexRow, z.strictObject({ next_cursor }), NextUrl),
  'All indices (danh mục chỉ số)',
);
export const IndexAnswer = named(
  'IndexAnswer',
  envelope(IndexRow, z.strictObject({ methodologies: z.array(MethodologySummary) })),
  'One index with its methodologies',
);

export const MethodologyRow = named(
  'MethodologyRow',
  z.strictObject({ ...MethodologyBody.shape, version: Version }),
  'Components, weights, maxima, grades, and how certain each fact is (bộ tiêu chí)',
);
export const MethodologyAnswer = named('MethodologyAnswer', envelope(MethodologyRow, NoMeta), 'One methodology');

const { units: _units, groups, successions, sources, ...unitSetFields } = UnitSetBody.shape;

export const UnitSetsAnswer = named(
  'UnitSetsAnswer',
  envelope(
    named(
      'UnitSetSummary',
      z.strictObject({ ...unitSetFields, units: z.int().meta({ description: 'Number of units' }), version: Version }),
      'A dated population (tập đơn vị)',
    ),
    NoMeta,
  ),
  'All unit sets',
);

export const UnitsAnswer = named(
  'UnitsAnswer',
  envelope(
    named('UnitRow', z.strictObject({ unit_set: UnitSet, ...UnitBody.shape }), 'A province or a unit inside one'),
    z.strictObject({ ...unitSetFields, groups, successions, sources, version: Version, next_cursor }),
    NextUrl,
  ),
  'The units of a set, and what they came from',
);

const dates = { valid_from: Day.nullable(), valid_to: Day.nullable() };
const DatedUnit = z.strictObject({ unit_set: UnitSet, ...UnitBody.shape, ...dates });

export const UnitAnswer = named(
  'UnitAnswer',
  envelope(
    named('DatedUnit', DatedUnit, 'A unit and the days on which it is one'),
    z.strictObject({
      predecessors: successions.meta({ description: 'What it came from (đơn vị tiền thân)' }),
      successors: successions.meta({ description: 'What became of it (đơn vị kế thừa)' }),
    }),
  ),
  'One unit',
);

const Rule = z
  .enum([
    'unit-id',
    'gso-code',
    'exact',
    'folded',
    'without-kind',
    'missing-marks',
    'lost-letters',
    'other-kind',
    'near',
  ])
  .meta({ description: 'How the name was found, strict rules first' });

const Resolved = named(
  'ResolvedUnit',
  z.strictObject({ ...DatedUnit.shape, rule: Rule }),
  'The one unit that a name means',
);
const Candidate = named(
  'UnitCandidate',
  z.strictObject({ unit: Unit, unit_set: UnitSet, name_vi: z.string(), rule: Rule, ...dates }),
  'What a name could mean (ứng viên)',
);
const orNull = z.string().nullable();

export const ResolveAnswer = named(
  'ResolveAnswer',
  z.strictObject({
    data: z.array(Resolved).meta({ description: 'The unit, or nothing where the name could mean several' }),
    candidates: z.array(Candidate),
    meta: z.strictObject({ name: z.string(), on: Day.nullable(), set: orNull, parent: orNull }),
    next: z.null(),
  }),
  'What a name means (đối chiếu tên)',
);

export const CalendarAnswer = named(
  'CalendarAnswer',
  envelope(
    named(
      'CalendarRow',
      z.strictObject({
        index: Index,
        index_name: z.string(),
        unit_set: UnitSet.nullable(),
        latest_period: Period.nullable(),
        published_on: Day.nullable().meta({ description: "Day of the publisher's own release" }),
        next_expected: z
          .strictObject({ period: Period, from: Day, to: Day, overdue: z.boolean() })
          .nullable()
          .meta({ description: 'Days between which the next one is expected (dự kiến)' }),
        certainty: Certainty,
        source: z.string().nullable(),
      }),
      'When an index came out and when it is expected',
    ),
    NoMeta,
  ),
  'Releases to come (lịch công bố)',
);

/** What a write to the catalogue answers: the id under the name of what it is of. */
export const savedAnswer = (id: string, key: string) =>
  named(
    id,
    envelope(z.strictObject({ [key]: z.string(), version: Version, changed: z.boolean() }), NoMeta),
    'The version that is the newest now, and whether this request made it',
  );
