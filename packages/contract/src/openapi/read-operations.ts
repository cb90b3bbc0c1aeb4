import type { RouteKey } from '../routes.ts';
import {
  CalendarAnswer,
  IndexAnswer,
  IndicesAnswer,
  MethodologyAnswer,
  ResolveAnswer,
  UnitAnswer,
  UnitSetsAnswer,
  UnitsAnswer,
} from './catalogue-schemas.ts';
import { type Operation, ok } from './operation.ts';
import { path, query, whichRelease } from './parameters.ts';
import { RankingAnswer, SeriesAnswer } from './ranking-schemas.ts';
import { resolveQuery, seriesQuery } from './read-parameters.ts';
import { ChangesAnswer, ReleaseAnswer, ReleasesAnswer } from './release-schemas.ts';

/** What anybody may read. */
export const READ = {
  'GET /v1/rankings/{index}/{period}': {
    id: 'getRanking',
    tag: 'Rankings',
    summary: 'Ranking of a release (bảng xếp hạng)',
    description:
      'Rows best first, then those without a rank and why. `rank` is computed here from the scores as released, ' +
      '`rank_published` is what the publisher printed. `revision` and `as_of` serve what was official before.',
    path: { index: path.index, period: path.period },
    query: {
      ...whichRelease,
      group: query.group,
      component: query.componentOrEvery,
      as_of: query.asOf,
      revision: query.revision,
    },
    answers: ok(RankingAnswer),
    problems: ['not-found', 'ambiguous-release', 'no-such-group', 'withdrawn', 'component-dropped', 'unreadable'],
  },
  'GET /v1/series': {
    id: 'getSeries',
    tag: 'Rankings',
    summary: 'Scores and ranks of some units over time (chuỗi số liệu)',
    description: 'One row a unit and period. `meta.breaks` says between which periods no line may be drawn.',
    query: seriesQuery,
    answers: ok(SeriesAnswer),
  },
  'GET /v1/changes': {
    id: 'getChanges',
    tag: 'Rankings',
    summary: 'What each publication changed (thay đổi)',
    description:
      'Gapless and in order: start at 0, keep `meta.last`, ask again with it. A withdrawal is a tombstone. ' +
      'An empty page means that you are up to date.',
    query: {
      since: path.revision
        .min(0)
        .max(9_999_999_999)
        .default(0)
        .meta({ description: 'Number of the last change that you have', examples: [0] }),
      limit: path.revision
        .max(100)
        .default(100)
        .meta({ description: 'Changes on a page (số thay đổi mỗi trang)', examples: [5] }),
    },
    answers: ok(ChangesAnswer),
  },
  'GET /v1/indices': {
    id: 'listIndices',
    tag: 'Catalogue',
    summary: 'All indices (danh mục chỉ số)',
    answers: ok(IndicesAnswer),
  },
  'GET /v1/indices/{index}': {
    id: 'getIndex',
    tag: 'Catalogue',
    summary: 'One index with its methodologies',
    path: { index: path.index },
    answers: ok(IndexAnswer),
    problems: ['not-found'],
  },
  'GET /v1/indices/{index}/methodologies/{methodology}': {
    id: 'getMethodology',
    tag: 'Catalogue',
    summary: 'A methodology (bộ tiêu chí, phương pháp)',
    description: 'Components with weights or maxima, grades, comparability, and how certain each fact is.',
    path: { index: path.index, methodology: path.methodology },
    query: { version: query.version },
    answers: ok(MethodologyAnswer),
    problems: ['not-found'],
  },
  'GET /v1/unit-sets': {
    id: 'listUnitSets',
    tag: 'Catalogue',
    summary: 'All unit sets (tập đơn vị)',
    answers: ok(UnitSetsAnswer),
  },
  'GET /v1/units': {
    id: 'listUnits',
    tag: 'Catalogue',
    summary: 'Units of a set (đơn vị)',
    query: { set: path.set },
    answers: ok(UnitsAnswer),
    problems: ['not-found'],
  },
  'GET /v1/units/resolve': {
    id: 'resolveUnit',
    tag: 'Catalogue',
    summary: 'The unit that a name means (đối chiếu tên đơn vị)',
    description:
      'A name without an era is no identity: `on` or `set` say which. Where a name could mean several units, `data` ' +
      'is empty and `candidates` lists them.',
    query: resolveQuery,
    answers: ok(ResolveAnswer),
    problems: ['not-found'],
  },
  'GET /v1/units/{unit}': {
    id: 'getUnit',
    tag: 'Catalogue',
    summary: 'A unit, what it came from and what became of it',
    path: { unit: path.unit },
    answers: ok(UnitAnswer),
    problems: ['not-found'],
  },
  'GET /v1/calendar': {
    id: 'getCalendar',
    tag: 'Catalogue',
    summary: 'Releases to come (lịch công bố)',
    answers: ok(CalendarAnswer),
  },
  'GET /v1/calendar.ics': {
    id: 'getCalendarFile',
    tag: 'Catalogue',
    summary: 'The same as a calendar to subscribe to',
    answers: { 200: { description: 'iCalendar, RFC 5545', content: { 'text/calendar': 'text' } } },
  },
  'GET /v1/releases': {
    id: 'listReleases',
    tag: 'Releases',
    summary: 'Releases and their state (đợt công bố)',
    query: { index: path.index.optional() },
    answers: ok(ReleasesAnswer),
  },
  'GET /v1/releases/{index}/{period}': {
    id: 'getRelease',
    tag: 'Releases',
    summary: 'Where a release comes from, and every publication of it',
    path: { index: path.index, period: path.exactPeriod },
    query: whichRelease,
    answers: ok(ReleaseAnswer),
    problems: ['not-found', 'ambiguous-release'],
  },
  'GET /v1/releases/{index}/{period}/template.xlsx': {
    id: 'getTemplate',
    tag: 'Releases',
    summary: 'A workbook to fill in (biểu mẫu)',
    path: { index: path.index, period: path.exactPeriod },
    query: { ...whichRelease, group: query.group, methodology: path.methodology.optional() },
    answers: {
      200: {
        description: 'XLSX workbook',
        content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'bytes' },
      },
    },
    problems: ['not-found', 'ambiguous-release', 'methodology'],
  },
} as const satisfies Partial<Record<RouteKey, Operation>>;
