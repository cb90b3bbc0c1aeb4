import { columnMetadata } from '@chi-so/contract/column-words';
import type { Column } from '@chi-so/contract/columns';
import type { Cell } from '@chi-so/contract/csv';
import type { Cells } from '@chi-so/contract/table-cells';
import { textCell } from '@chi-so/runtime/sheet-workbook';
import writeWorkbook, { type CellObject } from 'write-excel-file/node';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Provenance } from './provenance.ts';
import { sourceLines } from './source-lines.ts';

/** A table as a workbook: its rows, and on a second sheet what they are and where they come from. */

/** Excel takes no slash in the name of a sheet. */
export const SHEETS = { rows: 'Số liệu - Data', source: 'Nguồn - Source' } as const;

/** Texts are text cells whatever they begin with: nothing here is a formula. Numbers are numbers. */
export const workbookOf = (found: Pick<FoundTable, 'table'>, cells: Cells, provenance: Provenance): Promise<Buffer> =>
  writeWorkbook([
    {
      sheet: SHEETS.rows,
      data: [
        cells.columns.map(({ name }) => ({ ...textCell(name), ...HEAD })),
        ...cells.rows.map((row) => row.map(cellOf)),
      ],
      columns: cells.columns.map((column) => ({ width: widthOf(column) })),
      stickyRowsCount: 1,
    },
    {
      sheet: SHEETS.source,
      data: [
        ...sourceLines(provenance).map(({ name, text }) => [
          { ...textCell(name), ...NAME },
          { ...textCell(text), ...LINE },
        ]),
        [],
        ['Cột / Column', 'Tên', 'Name', 'Đơn vị / Unit', 'Ý nghĩa', 'Meaning'].map((name) => ({
          ...textCell(name),
          ...HEAD,
        })),
        ...columnMetadata(found.table).map((column) =>
          [
            column.name,
            column.name_vi,
            column.name_en,
            column.unit ?? '',
            column.description_vi,
            column.description_en,
          ].map((text) => ({ ...textCell(text), ...LINE })),
        ),
      ],
      columns: [26, 60, 30, 14, 60, 60].map((width) => ({ width })),
      stickyRowsCount: 0,
    },
  ]).toBuffer();

const HEAD = { fontWeight: 'bold', backgroundColor: '#E8EEF4' } as const;
const NAME = { fontWeight: 'bold', alignVertical: 'top' } as const;
const LINE = { wrap: true, alignVertical: 'top' } as const;

const cellOf = (value: Cell): CellObject | null => {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  return typeof value === 'boolean' ? { value, type: Boolean } : textCell(value);
};

const widthOf = ({ kind, name }: Column): number => Math.max(kind === 'text' ? 28 : 10, Math.min(name.length + 2, 24));
