import * as z from 'zod';
import type { RouteKey } from '../routes.ts';
import { IndicesAnswer, UnitsAnswer } from './catalogue-schemas.ts';
import { tableForm, wideTableForm } from './file-parameters.ts';
import { Moved } from './file-schemas.ts';
import { json, type Operation, rows } from './operation.ts';
import { path, query, whichRelease } from './parameters.ts';
import { RankingAnswer } from './ranking-schemas.ts';
import { pageQuery, seriesQuery } from './read-parameters.ts';
import { ChangesAnswer, ReleasesAnswer } from './release-schemas.ts';
import { SeriesAnswer } from './series-schemas.ts';

/** Tables: the same rows as JSON, CSV or a workbook, by `format=` or by the suffix of the address. */

type Table = Omit<Operation, 'answers'>;

/** A route that answers rows in every form. */
export const table = (
  { query: own, ...operation }: Table,
  answer: z.ZodType,
  form: Operation['query'] = tableForm,
): Operation => ({
  ...operation,
  query: { ...own, ...form },
  answers: { ...rows(answer), 308: json(Moved) },
});

/** The same of a table in pages. */
const paged = (operation: Table, answer: z.ZodType, form?: Operation['query']): Operation =>
  table(
    {
      ...operation,
      description: [operation.description, PAGES].filter(Boolean).join(' '),
      query: { ...operation.query, ...pageQuery },
      problems: [...(operation.problems ?? []), 'invalid-cursor', 'cursor-mismatch', 'page-gone'],
    },
    answer,
    form,
  );

const PAGES =
  'Where there are more rows than `limit`, `next` is the address of the next page, also in the header `Link`. All pages ' +
  'are of the state that the first was of, or refused as `page-gone`.';

const ranking: Table = {
  id: 'getRanking',
  tag: 'Rankings',
  summary: 'Ranking of a release (bảng xếp hạng)',
  description:
    'Rows best first, then those without a rank and why. `rank` is computed here from the scores as released, ' +
    '`rank_published` is what the publisher printed. `revision` and `as_of` serve what was official before.',
  path: { index: path.index, period: path.periodOrFile },
  query: {
    ...whichRelease,
    group: query.group,
    component: query.componentOrEvery,
    as_of: query.asOf,
    revision: query.revision,
  },
  problems: ['not-found', 'ambiguous-release', 'no-such-group', 'withdrawn', 'component-dropped', 'unreadable'],
};

const series: Table = {
  id: 'getSeries',
  tag: 'Rankings',
  summary: 'Scores and ranks of some units over time (chuỗi số liệu)',
  description:
    'One row a unit and period. `meta.breaks` says between which periods no line may be drawn. With `basis=VN34` the ' +
    'rows are of the units since 2025-07-01, whatever was released: across the same territory a figure keeps its rank, ' +
    'of merged territory there is an estimate, named so, and no rank. An id of either era may be asked for.',
  query: seriesQuery,
  problems: ['no-such-group', 'not-found'],
};

const number = (least: number, most: number, description: string, example: number) =>
  z
    .int()
    .min(least)
    .max(most)
    .meta({ description, examples: [example] })
    .optional();

const changes: Table = {
  id: 'getChanges',
  tag: 'Rankings',
  summary: 'What each publication changed (thay đổi)',
  description:
    'Gapless and in order: start at 0, keep `meta.last`, ask again with it. A withdrawal is a tombstone. ' +
    'An empty page means that you are up to date. A file (CSV, XLSX) holds all of it.',
  query: {
    since: number(0, 9_999_999_999, 'Number of the last change that you have', 0),
    limit: number(1, 100, 'Changes on a page (số thay đổi mỗi trang)', 5),
  },
};

const releases: Table = {
  id: 'listReleases',
  tag: 'Releases',
  summary: 'Releases and their state (đợt công bố)',
  query: { index: path.index.optional() },
};

const units: Table = {
  id: 'listUnits',
  tag: 'Catalogue',
  summary: 'Units of a set (đơn vị)',
  query: { set: path.set },
  problems: ['not-found'],
};

const indices: Table = { id: 'listIndices', tag: 'Catalogue', summary: 'All indices (danh mục chỉ số)' };

export const TABLES = {
  'GET /v1/rankings/{index}/{period}': paged(ranking, RankingAnswer, wideTableForm),
  'GET /v1/series': paged(series, SeriesAnswer, wideTableForm),
  'GET /v1/changes': table(changes, ChangesAnswer),
  'GET /v1/releases': paged(releases, ReleasesAnswer),
  'GET /v1/units': paged(units, UnitsAnswer),
  'GET /v1/indices': paged(indices, IndicesAnswer),
} as const satisfies Partial<Record<RouteKey, Operation>>;
