import type { RouteKey } from '../routes.ts';
import {
  CalendarAnswer,
  IndexAnswer,
  MethodologyAnswer,
  ResolveAnswer,
  UnitAnswer,
  UnitSetsAnswer,
} from './catalogue-schemas.ts';
import { Moved } from './file-schemas.ts';
import { XLSX } from './media-types.ts';
import { json, type Operation, ok } from './operation.ts';
import { path, query, whichRelease } from './parameters.ts';
import { ProfileAnswer } from './profile-schemas.ts';
import { profileQuery, resolveQuery } from './read-parameters.ts';
import { ReleaseAnswer } from './release-schemas.ts';

/** What anybody may read, besides tables. */
export const READ = {
  'GET /v1/indices/{index}': {
    id: 'getIndex',
    tag: 'Catalogue',
    summary: 'One index with its methodologies',
    description: '`pci.csv` and `pci.zip` are answered 308: all its figures.',
    path: { index: path.index },
    answers: { ...ok(IndexAnswer), 308: json(Moved) },
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
  'GET /v1/units/{unit}/profile': {
    id: 'getProfile',
    tag: 'Rankings',
    summary: 'One unit in every index (hồ sơ đơn vị)',
    description:
      'Where it stands in the latest period of each index, or in the one that is asked for, how that compares with the ' +
      'period before, and when the next release is to be expected. An index that says nothing of the unit has a row ' +
      'without figures.',
    path: { unit: path.unit },
    query: profileQuery,
    answers: ok(ProfileAnswer),
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
  'GET /v1/releases/{index}/{period}': {
    id: 'getRelease',
    tag: 'Releases',
    summary: 'Where a release comes from, and every publication of it',
    path: { index: path.index, period: path.periodOrLatest },
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
        content: { [XLSX]: 'bytes' },
      },
    },
    problems: ['not-found', 'ambiguous-release', 'methodology'],
  },
} as const satisfies Partial<Record<RouteKey, Operation>>;
