/** A table as a file has it, whatever the file's format: cells with their places, before anybody knows what they mean. */

export type Cell = {
  /** From 1, as a person sees it. */
  row: number;
  /** From 0. */
  column: number;
  /** As stored. Text files hold text only; a column of numbers in text is read as one (`readNumbers`). */
  value: string | number | boolean;
  /** Whether the value was computed when the file was last saved; `external` from another file. */
  formula: 'none' | 'own' | 'external';
  /** Whether a number is shown as a percentage: 0.93 as 93%. */
  percent?: boolean;
};

export type Table = {
  /** The sheet's name; null in a text file. */
  sheet: string | null;
  /** Whether a reader of the workbook does not see it. */
  hidden: boolean;
  /** Rows in order, each with its cells in order. Empty cells and rows are absent. */
  rows: Cell[][];
};

/** `A`, `Z`, `AA` … for columns from 0. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
