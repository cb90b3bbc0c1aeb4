import { readWorkbook, type Sheet } from '../workbook/workbook.ts';
import type { Cell, Table } from './table.ts';

/** The sheets of a workbook as tables. @throws Problem 422 for what is no workbook or too large. */
export const readTables = async (bytes: Buffer): Promise<Table[]> => (await readWorkbook(bytes)).map(tableOf);

const tableOf = ({ name, hidden, rows }: Sheet): Table => ({
  sheet: name,
  hidden,
  rows: [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) =>
      [...cells]
        .sort(([a], [b]) => a - b)
        .map(
          ([column, { value, formula, percent }]): Cell => ({
            row,
            column,
            value: typeof value === 'string' ? value.normalize('NFC') : value,
            formula,
            ...(percent ? { percent } : {}),
          }),
        ),
    ),
});
