import {
  AlignmentType,
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Column } from './content.ts';
import { CELL_MARGIN, fitted } from './fitted-columns.ts';
import { paragraph } from './paragraphs.ts';

/** A table of figures: as wide as the text, its head repeated on every page. */
export const drawnTable = ({ columns, rows }: Extract<Block, { kind: 'table' }>): Table => {
  const { size, widths } = fitted(columns, rows);
  const cell = (text: string, i: number, head: boolean, keepNext: boolean) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children: [
        paragraph(text, {
          size,
          bold: head,
          keepNext,
          align: head ? AlignmentType.CENTER : ALIGN[columns[i]?.align ?? 'left'],
        }),
      ],
    });
  // The last row stays on the page of the source beneath it.
  const row = (texts: readonly string[], { head = false, isLast = false }) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: texts.map((text, i) => cell(text, i, head, head || isLast)),
    });
  return new Table({
    rows: [
      row(
        columns.map(({ name }) => name),
        { head: true },
      ),
      ...rows.map((texts, i) => row(texts, { isLast: i === rows.length - 1 })),
    ],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 20, bottom: 20 },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
  });
};

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const ALIGN: Record<Column['align'], 'left' | 'center' | 'right'> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};
