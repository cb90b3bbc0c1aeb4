import { Document, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Block, DocumentContent } from './content.ts';
import { drawnTable } from './drawn-table.ts';
import { annexHead, closing, letterhead } from './letterhead.ts';
import { FONT, PAGE, SIZE } from './page.ts';
import { bodyLine, centred, type Part } from './paragraphs.ts';
import { timeless } from './timeless.ts';

/** A document drawn as DOCX, in the layout of an administrative document. The same content gives the same bytes. */
export const draw = async (content: DocumentContent): Promise<Buffer> => {
  const { lang, form, title, about, blocks, origin } = content;
  const document = new Document({
    title: `${title}: ${about}`,
    description: origin.description,
    creator: 'Chỉ Số',
    lastModifiedBy: 'Chỉ Số',
    styles: {
      default: {
        document: { run: { font: FONT, size: SIZE.body, language: { value: lang === 'vi' ? 'vi-VN' : 'en-GB' } } },
      },
    },
    sections: [
      {
        properties: {
          // The first page has no number.
          titlePage: true,
          page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE.margin },
        },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [centred('')] }) },
        children: [
          ...(form === 'letter' ? letterhead(content) : annexHead(content)),
          ...blocks.flatMap((block, i) => drawn(block, i === blocks.length - 1)),
          ...(form === 'letter' ? closing(content) : []),
        ],
      },
    ],
  });
  return timeless(await Packer.toBuffer(document), origin.at);
};

/** The last block stays on the page of the signature. */
const drawn = (block: Block, isLast: boolean): Part[] => {
  switch (block.kind) {
    case 'table':
      return [drawnTable(block)];
    case 'heading':
      return [bodyLine(block.text, { bold: true, before: 120, keepNext: true })];
    case 'item':
      return [bodyLine(`- ${block.text}`)];
    case 'source':
      return [bodyLine(block.text, { indent: 0, italics: true, size: SIZE.note, before: 60 })];
    case 'paragraph':
      return [bodyLine(block.text, { keepNext: isLast })];
  }
};

/** In the middle of the upper margin. */
const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: 'center',
    children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.body })],
  });
