import * as z from 'zod';
import type { RouteKey } from '../routes.ts';
import { layout, profile, value } from './file-parameters.ts';
import { ColumnsAnswer } from './file-schemas.ts';
import { XLSX } from './media-types.ts';
import type { Operation } from './operation.ts';
import { path, query } from './parameters.ts';
import { seriesQuery } from './read-parameters.ts';

/** The tables as files: CSV from the read API, workbooks and descriptions of columns from a function of their own. */

const csv: Operation['answers'] = {
  200: {
    description: 'CSV, RFC 4180: the fields of the rows in JSON, a unit with its name in both languages; not paged',
    content: { 'text/csv': 'text' },
  },
};

const file = (description: string, example: string, pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .meta({ description, examples: [example] });

const since = z
  .int()
  .min(0)
  .max(9_999_999_999)
  .default(0)
  .meta({ description: 'The last change that you have', examples: [0] });

/** Parameters of the lists, of which each takes its own: no example is right for all of them. */
const OF_LISTS = Object.fromEntries(
  Object.entries({ ...seriesQuery, set: path.set, since }).map(([name, schema]) => [
    name,
    schema.meta({ examples: [] }).optional(),
  ]),
);

export const FILES = {
  'GET /v1/indices.csv': {
    id: 'listIndicesAsCsv',
    tag: 'Catalogue',
    summary: 'All indices as CSV',
    query: { profile },
    answers: csv,
  },
  'GET /v1/units.csv': {
    id: 'listUnitsAsCsv',
    tag: 'Catalogue',
    summary: 'Units of a set as CSV',
    query: { set: path.set, profile },
    answers: csv,
    problems: ['not-found'],
  },
  'GET /v1/releases.csv': {
    id: 'listReleasesAsCsv',
    tag: 'Releases',
    summary: 'Releases as CSV',
    query: { index: path.index.optional(), profile },
    answers: csv,
  },
  'GET /v1/series.csv': {
    id: 'getSeriesAsCsv',
    tag: 'Rankings',
    summary: 'Series as CSV, long or with periods as columns',
    query: { ...seriesQuery, layout, value, profile },
    answers: csv,
    problems: ['no-such-group', 'not-found'],
  },
  'GET /v1/changes.csv': {
    id: 'getChangesAsCsv',
    tag: 'Rankings',
    summary: 'Changes as CSV, one changed row a line',
    query: { since, profile },
    answers: csv,
  },
  'GET /v1/exports/{file}': {
    id: 'getListFile',
    tag: 'Rankings',
    summary: 'A list as a workbook, or what its columns mean',
    description:
      '`series.xlsx`, `series.metadata.json`; also releases, units, indices, changes. Takes the parameters of the ' +
      'list: `/v1/exports/series.xlsx?index=pci&unit=VN63-46`. `/v1/series?format=xlsx` leads here.',
    path: {
      file: file(
        'List and suffix',
        'indices.metadata.json',
        /^(series|releases|units|indices|changes)\.(xlsx|metadata\.json)$/,
      ),
    },
    query: { ...OF_LISTS, layout, value },
    answers: {
      200: {
        description: 'XLSX workbook with a second sheet that names the source; or the columns',
        content: { 'application/json': ColumnsAnswer, [XLSX]: 'bytes' },
      },
    },
    problems: ['not-found', 'no-such-group'],
  },
  'GET /v1/exports/rankings/{index}/{file}': {
    id: 'getRankingFile',
    tag: 'Rankings',
    summary: 'A ranking as a workbook, or what its columns mean',
    description:
      '`2019.xlsx`, `2019.metadata.json`. Takes the parameters of the ranking. ' +
      '`/v1/rankings/pci/2019.xlsx` leads here.',
    path: {
      index: path.index,
      file: file(
        'Period and suffix',
        '2019.metadata.json',
        /^(\d{4}(-(H[12]|Q[1-4]))?|latest)\.(xlsx|metadata\.json)$/,
      ),
    },
    query: {
      set: path.set.optional(),
      edition: seriesQuery.edition.optional(),
      group: query.group,
      component: query.componentOrEvery.optional(),
      as_of: query.asOf,
      revision: query.revision,
      layout,
      value,
    },
    answers: {
      200: {
        description: 'XLSX workbook with a second sheet that names the source; or the columns',
        content: { 'application/json': ColumnsAnswer, [XLSX]: 'bytes' },
      },
    },
    problems: ['not-found', 'ambiguous-release', 'no-such-group', 'withdrawn', 'component-dropped', 'unreadable'],
  },
  'GET /v1/exports/indices/{file}': {
    id: 'getIndexFile',
    tag: 'Rankings',
    summary: 'Everything of an index in one file (tải toàn bộ một chỉ số)',
    description:
      '`pci.csv`: all periods, unit sets and components, long. `pci.zip`: the same with its releases, methodologies ' +
      'and what the columns mean. 413 where it would not fit, with the smaller files that hold the same.',
    path: { file: file('Index and suffix', 'pci.zip', /^.+\.(csv|zip)$/) },
    query: { profile },
    answers: {
      200: { description: 'CSV or ZIP', content: { 'text/csv': 'text', 'application/zip': 'bytes' } },
    },
    problems: ['not-found', 'answer-too-large'],
  },
} as const satisfies Partial<Record<RouteKey, Operation>>;
