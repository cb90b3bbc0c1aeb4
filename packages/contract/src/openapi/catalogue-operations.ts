import { IndexBody, LayoutBody, MethodologyBody, UnitBody, UnitSetBody } from '../catalogue-body.ts';
import type { RouteKey } from '../routes.ts';
import { savedAnswer } from './catalogue-schemas.ts';
import { examples } from './examples.ts';
import { named } from './named.ts';
import { json, type Operation } from './operation.ts';
import { path } from './parameters.ts';

/** A write of the catalogue: the same content again is answered 200 and changes nothing. */
const saving = (key: string, schema: Parameters<typeof named>[1], example: unknown) => {
  const answer = savedAnswer(`Saved${key.charAt(0).toUpperCase()}${key.slice(1)}`, key);
  return {
    tag: 'Catalogue' as const,
    body: { content: { 'application/json': schema }, example },
    answers: { 200: json(answer, 'It was so already'), 201: json(answer, 'A new version') },
  };
};
const PROBLEMS = ['invalid-body', 'not-utf8', 'moved'] as const;

/** What those may do who keep the catalogue. */
export const CATALOGUE = {
  'PUT /v1/indices/{index}': {
    id: 'putIndex',
    summary: 'Add or change an index',
    path: { index: path.index },
    ...saving('index', named('IndexBody', IndexBody, 'An index (chỉ số)'), examples.index),
    problems: PROBLEMS,
  },
  'PUT /v1/indices/{index}/methodologies/{methodology}': {
    id: 'putMethodology',
    summary: 'Add a methodology, or a new version of one',
    description: 'Earlier versions stay: publications pin them. It must hold together: tree, weights, maxima, grades.',
    path: { index: path.index, methodology: path.methodology },
    ...saving(
      'methodology',
      named('MethodologyBody', MethodologyBody, 'A methodology (bộ tiêu chí)'),
      examples.methodology,
    ),
    problems: [...PROBLEMS, 'not-found', 'invalid-methodology'],
  },
  'PUT /v1/indices/{index}/layouts/{layout}': {
    id: 'putLayout',
    summary: "Add or change how a publisher's tables are read (bố cục bảng)",
    description:
      'With `unit_set` it reads the files of that set alone, and whoever writes the releases of the set may save it; ' +
      'without, every file is compared with it, and the token must extend to every set.',
    path: { index: path.index, layout: path.layout },
    ...saving('layout', named('LayoutBody', LayoutBody, 'Words by which columns are known'), examples.layout),
    problems: [...PROBLEMS, 'not-found', 'unknown-component'],
  },
  'PUT /v1/unit-sets/{set}': {
    id: 'putUnitSet',
    summary: 'Add a unit set, or a new version of one',
    path: { set: path.set },
    ...saving('set', named('UnitSetBody', UnitSetBody, 'A dated population (tập đơn vị)'), examples.unitSet),
    problems: PROBLEMS,
  },
  'PUT /v1/unit-sets/{set}/units/{unit}': {
    id: 'putUnit',
    summary: 'Add or change one unit of a set',
    path: { set: path.set, unit: path.unit },
    ...saving('unit', named('UnitBody', UnitBody, 'A unit (đơn vị)'), examples.unit),
    problems: [...PROBLEMS, 'not-found'],
  },
} as const satisfies Partial<Record<RouteKey, Operation>>;
