import type { ReleaseFile, ScoreRow } from '../release-file.ts';

/** A file's results as a table: a column for each component, a row for each unit. */
export type FileColumns = ReadonlyMap<string, ReadonlyMap<string, ScoreRow>>;

/** A row with a number in it. */
export type ScoredRow = ScoreRow & { score: number };

/** The results of the file. Where a cell is given twice, which is an error of its own, the first one counts. */
export const columnsOf = ({ rows }: Pick<ReleaseFile, 'rows'>): FileColumns => {
  const columns = new Map<string, Map<string, ScoreRow>>();
  for (const row of rows) {
    if (row.stage !== 'result') continue;
    const column = columns.get(row.component) ?? new Map<string, ScoreRow>();
    columns.set(row.component, column);
    if (!column.has(row.unit)) column.set(row.unit, row);
  }
  return columns;
};

export const isScored = (row: ScoreRow): row is ScoredRow => row.score !== null;

/** Rows of the column that hold a number. */
export const scoredRows = (column: ReadonlyMap<string, ScoreRow> | undefined): ScoredRow[] =>
  [...(column?.values() ?? [])].filter(isScored);

/** Numbers of a published column. */
export const numbersOf = (column: ReadonlyMap<string, number | null> | undefined): number[] =>
  [...(column?.values() ?? [])].flatMap((score) => score ?? []);
