import { VERDICTS } from '@chi-so/domain/methodology';
import * as z from 'zod';
import {
  CAUSES,
  Component,
  Degraded,
  Entry,
  Extent,
  GradePublished,
  Group,
  Instant,
  MethodologyId,
  MissingReason,
  Rank,
  RankOf,
  RankPublished,
  RankReason,
  ReleaseFields,
  RevisionNumber,
  Score,
  Source,
  Status,
  Unit,
  UnitName,
  Version,
  Why,
} from './fields.ts';
import { envelope, NextUrl, named, next_cursor } from './named.ts';

const number = (description: string, ...examples: number[]) => z.number().nullable().meta({ description, examples });

export const RankingRow = named(
  'RankingRow',
  z.strictObject({
    ...ReleaseFields,
    group: Group,
    component: Component,
    unit: Unit,
    unit_name: UnitName,
    score: Score,
    maximum: number('Points that apply to the unit (điểm tối đa); null where the index is not a scorecard', 85.5),
    percent: number('Score in percent of the maximum (%); null where the index is not a scorecard', 91.2),
    status: Status,
    reason: MissingReason,
    rank: Rank,
    rank_published: RankPublished,
    rank_reason: RankReason,
    rank_of: RankOf,
    percentile: number('Share of the other ranked units that it stands above, 0 to 100 (%)', 69.35),
    tied: z.boolean().meta({ description: 'Whether others have the same rank (đồng hạng)' }),
    grade: z
      .string()
      .nullable()
      .meta({
        description: 'Grade that the methodology gives (xếp loại); null where a threshold is unknown',
        examples: ['Khá'],
      }),
    grade_published: GradePublished,
    score_change: number('Difference to the earlier period, in points; null where the two do not compare', 2.9),
    rank_change: z
      .int()
      .nullable()
      .meta({
        description: 'Places moved up since the earlier period (tăng hạng); negative: down',
        examples: [4],
      }),
    methodology: MethodologyId,
    revision: RevisionNumber,
  }),
  'The place of one unit in one group, for one component (một dòng của bảng xếp hạng)',
);

export const Publication = z.strictObject({
  entry: Entry,
  revision: RevisionNumber,
  at: Instant,
  cause: z.enum([...CAUSES, 'draft']).meta({ description: 'Why the entry was written' }),
  reason: Why,
});

const byGroup = <S extends z.ZodType>(of: S, description: string) => z.record(z.string(), of).meta({ description });

/** What is known of one component beside its rows. */
const componentFields = {
  component_name: z.string(),
  extent: Extent,
  coverage: byGroup(
    z.strictObject({
      population: z.int().nullable().meta({ description: 'Units in the group; null where nobody says' }),
      scored: z.int().meta({ description: 'Units with a score' }),
      rank_of: RankOf,
    }),
    'Coverage by group (độ phủ)',
  ),
  unranked: byGroup(z.record(z.string(), z.int()), 'Units without a rank, by group and reason (không xếp hạng)'),
  grade_counts: byGroup(z.record(z.string(), z.int()).nullable(), 'Units by group and grade, as announced or printed'),
  change: z
    .strictObject({
      against: z.string().nullable().meta({ description: 'The earlier period; null where none is published' }),
      verdict: z.enum(VERDICTS).nullable(),
      withheld: z.string().nullable().meta({ description: 'Why not everything may be compared' }),
    })
    .meta({ description: 'What changes are measured against (so với kỳ)' }),
  claims: z
    .array(z.strictObject({ unit: Unit, rank_claimed: z.number(), source: z.string() }))
    .meta({ description: 'Ranks that a province or the press states: claims, never published ranks' }),
  computed: z.boolean().meta({ description: 'Whether some scores are added up from their parts' }),
  score_notes: z.array(z.strictObject({ unit: Unit, note: z.string().nullable(), source: z.string().nullable() })),
  notes: z.array(z.string()).meta({ description: 'What a reader must know, in the asked language (ghi chú)' }),
};

/** Where the figures of a release come from. */
export const releaseFields = {
  publication: Publication.meta({ description: 'The log entry that these rows follow from (công bố)' }),
  methodology: z.strictObject({ methodology: MethodologyId, version: Version }),
  unit_set_version: Version,
  decimals: z.int().meta({ description: 'Decimals to display; scores are sent as released', examples: [2] }),
  tie_rule: z.string().meta({ examples: ['competition-1224'] }),
  source: Source,
  citation: z.string().meta({ description: 'How to cite it (trích dẫn)', examples: ['VCCI, PCI 2019, 2020-05-05'] }),
};

export const RankingMeta = named(
  'RankingMeta',
  z.strictObject({ ...releaseFields, ...componentFields, degraded: Degraded, next_cursor }),
  'Where one ranking comes from and how far it reaches',
);

export const EveryComponentMeta = named(
  'EveryComponentMeta',
  z.strictObject({
    ...releaseFields,
    components: z.record(z.string(), z.strictObject({ ...componentFields, degraded: Degraded })),
    next_cursor,
  }),
  'The same of every component of a release, for `component=*`',
);

export const RankingAnswer = named(
  'RankingAnswer',
  envelope(RankingRow, z.union([RankingMeta, EveryComponentMeta]), NextUrl),
  'A ranking (bảng xếp hạng), best first, the unranked after them',
);

export const DraftRankingAnswer = named(
  'DraftRankingAnswer',
  envelope(
    RankingRow,
    z.strictObject({ ...releaseFields, ...componentFields, degraded: Degraded, status: z.literal('draft') }),
  ),
  'How a draft would rank (xếp hạng thử)',
);
