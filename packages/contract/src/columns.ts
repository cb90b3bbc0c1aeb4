import { ANALYSIS_COLUMNS } from './analysis-columns.ts';
import { RELEASE_COLUMNS } from './release-columns.ts';

/**
 * The tables of the API: which columns a row has, in this order in every format. New columns are only appended. What a
 * column means is in `column-words.ts`, once for all tables.
 */

/** A `code` is a text that programs compare; a `list` holds several texts, with a bar between them in a cell. */
export type Kind = 'text' | 'code' | 'number' | 'flag' | 'date' | 'time' | 'list';

/** A column's kind, with a question mark where it may be null. */
type KindOf = Kind | `${Kind}?`;

const COLUMNS_OF = {
  rankings: {
    ...RELEASE_COLUMNS,
    group: 'code',
    component: 'code',
    unit: 'code',
    unit_name: 'text',
    score: 'number?',
    maximum: 'number?',
    percent: 'number?',
    status: 'code',
    reason: 'code?',
    rank: 'number?',
    rank_published: 'number?',
    rank_reason: 'code?',
    rank_of: 'number?',
    percentile: 'number?',
    tied: 'flag',
    grade: 'text?',
    grade_published: 'text?',
    score_change: 'number?',
    rank_change: 'number?',
    methodology: 'code',
    revision: 'number',
  },
  series: {
    ...RELEASE_COLUMNS,
    group: 'code?',
    component: 'code',
    unit: 'code',
    unit_name: 'text',
    score: 'number?',
    status: 'code',
    reason: 'code?',
    rank: 'number?',
    rank_published: 'number?',
    rank_of: 'number?',
    methodology: 'code',
    revision: 'number',
    carried: 'code?',
    origin_units: 'list',
    score_min: 'number?',
    score_max: 'number?',
    rank_simulated: 'number?',
    rank_simulated_of: 'number?',
  },
  releases: {
    ...RELEASE_COLUMNS,
    status: 'code',
    entry: 'number',
    revision: 'number?',
    at: 'time',
    title: 'text',
    publisher: 'text',
    published_on: 'date?',
    extent: 'code',
    methodology: 'code',
    kind: 'code?',
    certainty: 'code?',
  },
  units: {
    unit_set: 'code',
    unit: 'code',
    name_vi: 'text',
    name_en: 'text',
    kind: 'code?',
    groups: 'list',
    aliases: 'list',
    iso_3166_2: 'code?',
  },
  indices: {
    index: 'code',
    name_vi: 'text',
    name_en: 'text',
    publisher_vi: 'text',
    publisher_en: 'text',
    level: 'code',
    version: 'number',
  },
  changes: {
    id: 'number',
    ...RELEASE_COLUMNS,
    entry: 'number',
    at: 'time',
    cause: 'code',
    reason: 'text?',
    action: 'code',
    revision: 'number?',
    revision_before: 'number?',
    rows_changed: 'number',
    component: 'code?',
    group: 'code?',
    unit: 'code?',
    score_before: 'number?',
    score: 'number?',
    rank_before: 'number?',
    rank: 'number?',
    rank_published_before: 'number?',
    rank_published: 'number?',
    grade_published_before: 'text?',
    grade_published: 'text?',
  },
  ...ANALYSIS_COLUMNS,
} as const satisfies Record<string, Record<string, KindOf>>;

export type TableName = keyof typeof COLUMNS_OF;

export const TABLE_NAMES = Object.keys(COLUMNS_OF) as TableName[];

type NamesOf<T> = T extends unknown ? keyof T : never;

/** A field of a row, by its name in JSON. */
export type FieldName = NamesOf<(typeof COLUMNS_OF)[TableName]>;

/** One row of a table holds nothing else. */
export type FieldNameOf<T extends TableName> = keyof (typeof COLUMNS_OF)[T];

export type Column = { name: string; kind: Kind; nullable: boolean };

/** The fields of a row in JSON, in order. */
export const fieldsOf = (table: TableName): Column[] =>
  Object.entries<KindOf>(COLUMNS_OF[table]).map(([name, kind]) => ({
    name,
    kind: kind.replace('?', '') as Kind,
    nullable: kind.endsWith('?'),
  }));

/** The columns of a file: a file is in no language, so a unit has its name in both. */
export const columnsOf = (table: TableName): Column[] =>
  fieldsOf(table).flatMap((field) =>
    field.name === 'unit_name'
      ? [
          { ...field, name: 'unit_name_vi' },
          { ...field, name: 'unit_name_en' },
        ]
      : [field],
  );
