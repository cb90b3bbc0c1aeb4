import { aMethodology, announced, aScore, aUnitSet } from '../fixtures.ts';
import type { ReleaseFile, ScoreRow } from '../release-file.ts';
import type { Source } from '../score.ts';
import type { GateContext, ScoreColumns } from './context.ts';

/** Small examples of what gates look at, for tests. */

export const aSource = (kind: Source['kind'] = 'publisher'): Source => ({
  title: 'T',
  publisher: 'P',
  kind,
  certainty: 'confirmed',
  document: null,
  published_on: null,
  signatory: null,
  url: null,
  notes: [],
});

export const aRow = (given: Partial<ScoreRow>): ScoreRow => ({
  row: 1,
  unit: 'a',
  component: 'total',
  stage: 'result',
  ...aScore({ score: 50 }),
  ...given,
});

/** Scores by component and unit. */
export type Table = Record<string, Record<string, number | null>>;

/** Rows of a table, numbered from 2 in the order in which they are given. */
export const rowsOfTable = (table: Table): ScoreRow[] =>
  Object.entries(table)
    .flatMap(([component, column]) =>
      Object.entries(column).map(([unit, score]) => aRow({ unit, component, ...aScore({ score }) })),
    )
    .map((row, i) => ({ ...row, row: i + 2 }));

export const columnsOfTable = (table: Table): ScoreColumns =>
  new Map(Object.entries(table).map(([component, column]) => [component, new Map(Object.entries(column))]));

export const aFile = (rows: ScoreRow[], given: Partial<ReleaseFile> = {}): ReleaseFile => ({
  release: { index: 'test', period: '2019', unit_set: 'TEST', edition: 'main' },
  methodology: null,
  source: aSource(),
  announcement: announced(),
  rows,
  ...given,
});

/** A context in which nothing is published; the unit set is what the rows name. */
export const aContext = (rows: ScoreRow[], given: Partial<GateContext> = {}): GateContext => ({
  file: aFile(rows),
  unitSet: aUnitSet([...new Set(rows.map(({ unit }) => unit))].sort()),
  methodology: aMethodology(),
  published: null,
  others: [],
  editions: [],
  ...given,
});

/** Units `u00`, `u01`, … with what `score` gives each. */
export const manyUnits = (count: number, score: (i: number) => number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`u${String(i).padStart(2, '0')}`, score(i)]));
