import type { TemplateCell, TemplateSheet } from '@chi-so/domain/template';
import writeWorkbook, { type CellObject } from 'write-excel-file/node';

/** Sheets that people fill in, as an XLSX file. */

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sheets as an XLSX file. Texts are text cells whatever they begin with: nothing here is a formula. */
export const sheetWorkbook = (sheets: readonly TemplateSheet[]): Promise<Buffer> =>
  writeWorkbook(
    sheets.map(({ name, rows, widths, frozen }) => ({
      sheet: name,
      data: rows.map((row) => row.map(cellOf)),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: frozen.rows,
      stickyColumnsCount: frozen.columns,
    })),
  ).toBuffer();

const cellOf = ({ value, style, indent }: TemplateCell): CellObject => ({
  ...(value === null ? {} : typeof value === 'number' ? { value, type: Number } : textCell(value)),
  ...STYLES[style],
  ...(indent ? { indent } : {}),
});

/** The most letters that Excel takes in one cell. */
const MOST_LETTERS = 32_767;

/**
 * A text in a cell, whatever it begins with; what XML cannot hold is left out by the writer. The writer keeps its texts in
 * a plain object and takes one such as `constructor` for a text that is there already. With a blank behind it is another
 * one, which looks the same and is read the same.
 */
export const textCell = (text: string): CellObject => ({
  value: (text in {} ? `${text} ` : text).slice(0, MOST_LETTERS),
  type: String,
});

const LINE = { borderStyle: 'thin', borderColor: '#D0D0D0' } as const;
const STYLES: Record<TemplateCell['style'], CellObject> = {
  head: { ...LINE, fontWeight: 'bold', backgroundColor: '#E8EEF4', wrap: true, alignVertical: 'center' },
  id: { ...LINE, textColor: '#707070', backgroundColor: '#F0F0F0' },
  name: LINE,
  line: { textColor: '#404040' },
  hint: { textColor: '#707070', fontStyle: 'italic' },
  input: { ...LINE, backgroundColor: '#FFFBE6' },
  computed: { ...LINE, backgroundColor: '#F0F0F0' },
};
