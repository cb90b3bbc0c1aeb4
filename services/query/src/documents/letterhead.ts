import { Table, TableBorders, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { DocumentContent } from './content.ts';
import { OFFICIAL } from './official-words.ts';
import { SIZE, TEXT_WIDTH } from './page.ts';
import { centred, type Part, paragraph, rule } from './paragraphs.ts';

/** What stands above and below the body of an administrative document. */

/** Cells side by side without borders: the layout of a page, no table of figures. */
const sideBySide = (left: Part[], right: Part[], share: number): Table => {
  const widths = [Math.round(TEXT_WIDTH * share), TEXT_WIDTH - Math.round(TEXT_WIDTH * share)];
  const cells = [left, right].map(
    (children, i) =>
      new TableCell({
        children: children,
        width: { size: widths[i] ?? 0, type: WidthType.DXA },
        margins: { left: 0, right: 0 },
      }),
  );
  return new Table({
    rows: [new TableRow({ children: cells, cantSplit: true })],
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
  });
};

const LEFT = 0.38;

/** Issuer and number at the left; quốc hiệu, tiêu ngữ, place and date at the right; then title and subject. */
export const letterhead = ({ lang, title, about, symbol }: DocumentContent): Part[] => {
  const words = OFFICIAL[lang];
  const [left, right] = [TEXT_WIDTH * LEFT, TEXT_WIDTH * (1 - LEFT)];
  return [
    sideBySide(
      [
        centred(words.superior, { size: SIZE.letterhead }),
        centred(words.issuer, { size: SIZE.letterhead, bold: true }),
        rule(left, 0.4, 120),
        centred(words.number(symbol), { size: SIZE.number }),
      ],
      [
        centred(words.nation, { size: SIZE.letterhead, bold: true }),
        centred(words.motto, { size: SIZE.motto, bold: true }),
        rule(right, lang === 'vi' ? 0.52 : 0.6, 120),
        centred(words.place_and_date, { size: SIZE.number, italics: true }),
      ],
      LEFT,
    ),
    centred(title, { bold: true, size: SIZE.title, before: 360 }),
    centred(about, { bold: true, size: SIZE.title, after: 60 }),
    rule(TEXT_WIDTH, 0.25, 240),
  ];
};

/** `Phụ lục`, its name, and the document that it goes with. */
export const annexHead = ({ lang, title, about, symbol }: DocumentContent): Part[] => [
  centred(title, { bold: true, size: SIZE.title }),
  centred(about, { bold: true, size: SIZE.title }),
  centred(OFFICIAL[lang].attached(symbol), { italics: true, size: SIZE.title, after: 240 }),
];

/** Recipients at the left, signature at the right, on one page. */
export const closing = ({ lang }: DocumentContent): Part[] => {
  const words = OFFICIAL[lang];
  return [
    paragraph('', { size: SIZE.list, keepNext: true }),
    sideBySide(
      [
        paragraph(words.recipients, { size: SIZE.letterhead, bold: true, italics: true }),
        ...words.recipient_lines.map((line) => paragraph(line, { size: SIZE.list })),
      ],
      [
        centred(words.position, { size: SIZE.motto, bold: true }),
        centred(words.signature, { size: SIZE.motto, italics: true, before: 480, after: 480 }),
        centred(words.signatory, { size: SIZE.motto, bold: true }),
      ],
      0.5,
    ),
  ];
};
