import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A DOCX as a person reads it: its paragraphs, and its tables as rows of cells. The layout of a page is no table. */

type Part = { text: string } | { rows: string[][] };

const partsOf = (docx: Uint8Array): Part[] => {
  const xml = unzipSync(docx)['word/document.xml'];
  if (!xml) throw new Error('It has no word/document.xml');
  const parts: Part[] = [];
  let rows: string[][] = [];
  let cell: string[] = [];
  let text = '';
  let [inTable, isBordered] = [false, true];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:tbl') [inTable, isBordered, rows] = [true, true, []];
    if (name === 'w:top' && inTable && attributes['w:val'] === 'none') isBordered = false;
    if (name === 'w:tr') rows.push([]);
    if (name === 'w:tc') cell = [];
    if (name === 'w:p') text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:p') inTable ? cell.push(text) : parts.push({ text });
    if (name === 'w:tc') rows.at(-1)?.push(cell.join('\n'));
    if (name === 'w:tbl') {
      inTable = false;
      parts.push(...(isBordered ? [{ rows }] : rows.flat().map((each) => ({ text: each }))));
    }
  });
  parser.write(strFromU8(xml)).close();
  return parts;
};

/** Everything that is written in it, a line each paragraph or cell. */
export const textOf = (docx: Uint8Array): string =>
  partsOf(docx)
    .map((part) => ('text' in part ? part.text : part.rows.flat().join('\n')))
    .join('\n');

/** The tables, each from its head on. */
export const tablesOf = (docx: Uint8Array): string[][][] =>
  partsOf(docx).flatMap((part) => ('rows' in part ? [part.rows] : []));
