import { AlignmentType, BorderStyle, Paragraph, type Table, TextRun } from 'docx';
import { INDENT, SIZE } from './page.ts';

/** Paragraphs of a document. Spaces are in twentieths of a point. */

/** What a page is made of. */
export type Part = Paragraph | Table;

type Look = {
  size?: number;
  bold?: boolean;
  italics?: boolean;
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  indent?: number;
  before?: number;
  after?: number;
  keepNext?: boolean;
};

export const paragraph = (text: string, look: Look = {}): Paragraph => {
  const { size = SIZE.body, bold = false, italics = false, align = AlignmentType.LEFT } = look;
  const { indent = 0, before = 0, after = 0, keepNext = false } = look;
  return new Paragraph({
    alignment: align,
    indent: { firstLine: indent },
    spacing: { before, after },
    keepNext,
    children: [new TextRun({ text, size, bold, italics })],
  });
};

export const centred = (text: string, look: Look = {}): Paragraph =>
  paragraph(text, { ...look, align: AlignmentType.CENTER });

/** A line of the body: justified, its first line indented, six points below. */
export const bodyLine = (text: string, look: Look = {}): Paragraph =>
  paragraph(text, { align: AlignmentType.JUSTIFIED, indent: INDENT, after: 120, ...look });

/** A line under a title, of the width that is left between the indents. */
export const rule = (width: number, share: number, after = 0): Paragraph => {
  const side = Math.round((width * (1 - share)) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [],
  });
};
