import { RANK_REASONS } from '@chi-so/domain/rank-reason';
import { EXTENTS, REASONS, STAGES, STATUSES } from '@chi-so/domain/score';
import * as z from 'zod';
import { named } from './named.ts';

/** Fields that answers have in common: the same name means the same everywhere, in JSON and in CSV. */

const text = (description: string, ...examples: string[]) => z.string().meta({ description, examples });
const whole = (description: string, ...examples: number[]) => z.int().meta({ description, examples });

export const Index = text('Index (chỉ số), a published composite instrument', 'pci');
export const Period = text('Period that the scores are about (kỳ): a year, half-year or quarter', '2019', '2025-H1');
export const UnitSet = text('Unit set (tập đơn vị): the dated population of a release', 'VN63', 'VN34', 'VN63-46');
export const Edition = text('Edition (lần xuất bản): `main`, or another publication of the same key', 'main');
export const Group = text('Group (khối): a league inside a unit set; `all` is everybody', 'all');
export const Component = text('Component (chỉ số thành phần); `total` is the root', 'total', 'entry');
export const Unit = text('Unit (đơn vị): era and GSO code, so that a code never changes owner', 'VN63-46');
export const UnitName = text('Name of the unit in the asked language', 'Thừa Thiên Huế');
export const MethodologyId = text('Methodology (phương pháp, bộ tiêu chí) that the scores were made by', 'pci-2013');
export const RevisionNumber = whole('Revision (bản): one immutable content of a release', 1);
export const Entry = whole('Position in the log of publications; name it in `If-Match` to build on it', 12);
export const Instant = text('UTC instant, ISO 8601 with milliseconds', '2026-05-06T02:00:00.000Z');
export const Day = text('Day, ISO 8601 (ngày)', '2020-05-05');
export const Version = whole('Version of a catalogue item, counted from 1', 1);
export const Sha256 = z
  .string()
  .nullable()
  .meta({ description: 'SHA-256 of the bytes of the file that it came from, in hexadecimal' });
export const Message = text('What it says, in the asked language');
export const Why = z.string().nullable().meta({ description: 'Reason that was given (lý do); null where none was' });

export const Score = z
  .number()
  .nullable()
  .meta({
    description:
      'Score as released (điểm), in the points of the methodology; null where there is none, never 0 instead',
    examples: [66.499268],
  });
export const Status = z.enum(STATUSES).meta({
  description: 'SDMX status: A normal, E estimated, P provisional, M missing, Q withheld (tình trạng)',
  examples: ['A'],
});
export const MissingReason = z
  .enum(REASONS)
  .nullable()
  .meta({ description: 'Why there is no score; null where there is one' });
export const Rank = z
  .int()
  .nullable()
  .meta({
    description: 'Rank computed here (thứ hạng tính lại), 1 is best, ties share one: 1, 2, 2, 4; null: not ranked',
    examples: [20],
  });
export const RankPublished = z
  .number()
  .nullable()
  .meta({
    description: 'Rank that the publisher printed (thứ hạng công bố); null where it printed none',
    examples: [20],
  });
export const RankReason = z
  .enum(RANK_REASONS)
  .nullable()
  .meta({ description: 'Why the two ranks differ; null where they do not' });
export const RankOf = z
  .int()
  .nullable()
  .meta({
    description: 'Number of units that are ranked; null where nobody can be ranked or nobody says',
    examples: [63],
  });
export const GradePublished = z
  .string()
  .nullable()
  .meta({
    description: 'Grade that the publisher printed (xếp loại, nhóm công bố)',
    examples: ['Khá'],
  });
export const Extent = z.enum(EXTENTS).meta({
  description: 'How much of the population the release shows: all of it, the best k, or some units',
  examples: ['complete'],
});
export const CAUSES = ['publish', 'correct', 'rollback', 'withdraw', 'methodology'] as const;
export const Cause = z.enum(CAUSES).meta({ description: 'Why the entry was written', examples: ['publish'] });
export const Stage = z.enum([...STAGES, 'result']).meta({
  description: 'Stage of an evaluation: self (tự chấm), appraisal-1, appraisal-2 (thẩm định), result (kết quả)',
  examples: ['result'],
});
export const Severity = z.enum(['error', 'warning', 'info']).meta({
  description: 'An error stops publication, a warning must be acknowledged before it',
});
export const Certainty = z.enum(['confirmed', 'derived', 'unknown']).meta({
  description: 'How certain it is: seen in a source, derived from one, or not known',
});
export const Degraded = z.string().nullable().meta({
  description: 'What could not be read, where these are the last readable rows; null where everything is there',
});

/** The four names of a release. */
export const ReleaseFields = { index: Index, period: Period, unit_set: UnitSet, edition: Edition };

export const Source = named(
  'Source',
  z.strictObject({
    title: text('Title of the document', 'PCI 2019'),
    publisher: text('Who published it', 'VCCI'),
    kind: z.enum(['publisher', 'official', 'province', 'press', 'compilation']),
    certainty: Certainty,
    document: z.string().nullable().meta({ description: 'Number of the document (số văn bản)' }),
    published_on: Day.nullable(),
    signatory: z.string().nullable().meta({ description: 'Who signed it (người ký)' }),
    url: z.string().nullable(),
    notes: z.array(z.string()),
  }),
  'The document that a release comes from (nguồn)',
);

export const Finding = named(
  'Finding',
  z.strictObject({
    rule: text('Name of the rule that found it', 'arithmetic'),
    severity: Severity,
    sheet: z.string().nullable(),
    row: z.int().nullable().meta({ description: 'Row of the sheet or line of the file, from 1' }),
    column: z.string().nullable().meta({ description: "The column's letter, or the field's name" }),
    value: z.union([z.string(), z.number()]).nullable(),
    message: Message,
    unit: z.string().optional().meta({ description: 'Whose figure it is, where its place tells' }),
    component: z.string().optional().meta({ description: 'Of which component, where its place tells' }),
    stage: Stage.optional(),
  }),
  'What is wrong or remarkable in a file, with its place (phát hiện khi kiểm tra)',
);
