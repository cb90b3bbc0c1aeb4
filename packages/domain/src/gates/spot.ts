import type { Spot } from '../finding.ts';
import type { ScoreRow } from '../release-file.ts';

type Field =
  | 'unit'
  | 'component'
  | 'stage'
  | 'status'
  | 'score'
  | 'rank_published'
  | 'rank_claimed'
  | 'grade_published';

/** Where a figure stands: the column's letter where the file is a workbook, the field's name where it is our layout. */
export const spotOf = (row: ScoreRow, field: Field, value: string | number | null = row[field]): Spot => {
  const letters: Partial<Record<Field, string>> = row.at ?? {};
  return { sheet: row.sheet ?? null, row: row.row, column: letters[field] ?? field, value };
};
