import type { Finding } from '@chi-so/domain/finding';
import { fault, type Reading, readReleaseTable, type TableRow } from './release-table.ts';
import type { Cell } from './workbook/sheet.ts';
import { readWorkbook, type Sheet } from './workbook/workbook.ts';

/** The release layout in the first sheet of a workbook that a person can see: the same lines and the same table. */
export const readReleaseWorkbook = async (bytes: Buffer): Promise<Reading> => {
  const findings: Finding[] = [];
  const sheet = (await readWorkbook(bytes)).find(({ hidden }) => !hidden);
  const rows = sheet ? rowsOfSheet(sheet, findings) : [];
  const start = rows.findIndex(({ cells }) => !cells[0]?.startsWith('#'));
  const table = start < 0 ? [] : rows.slice(start);
  const width = table[0]?.cells.length ?? 0;
  // A sheet has no ends of rows: cells after the last filled one are empty, not missing.
  const squared = table.map(({ row, cells }) => ({
    row,
    cells: [...cells, ...Array(Math.max(0, width - cells.length)).fill('')],
  }));
  return readReleaseTable(rows.slice(0, Math.max(0, start)), squared, findings);
};

const rowsOfSheet = ({ rows }: Sheet, findings: Finding[]): TableRow[] =>
  [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const width = Math.max(...cells.keys()) + 1;
      return {
        row,
        cells: Array.from({ length: width }, (_, column) => textOf(row, column, cells.get(column), findings)),
      };
    });

/** What was computed when the file was last saved may not be what it says now: only values are taken. */
const textOf = (row: number, column: number, cell: Cell | undefined, findings: Finding[]): string => {
  if (!cell) return '';
  if (cell.formula) {
    const name = columnName(column);
    findings.push(
      fault(
        'formula',
        row,
        name,
        String(cell.value),
        `Ô ${name}${row} có công thức: hãy dán giá trị`,
        `The cell ${name}${row} is a formula: paste its value`,
      ),
    );
  }
  return String(cell.value);
};

const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
