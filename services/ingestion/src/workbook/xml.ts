import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Budget, damaged, LIMITS, tooLarge } from './limits.ts';

/** Reads a part element by element, without building a tree. Names are without their namespace prefix. */
export type Reader = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** How much of a part is read at once: a fault or a limit stops it between two pieces. */
const PIECE = 64 * 1024;

/** @throws Problem 422 where the part is no XML in UTF-8, or from the reader itself. */
export const readXml = (part: Buffer, reader: Reader, budget: Pick<Budget, 'elements'>): void => {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw damaged(error.message, error.message);
  });
  // Entities of one's own are how a small file asks for endless text.
  parser.on('doctype', () => {
    throw damaged('không được có DOCTYPE', 'it may not have a DOCTYPE');
  });
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (/^(utf-?8|us-ascii)$/i.test(encoding)) return;
    throw damaged(`bảng mã ${encoding}, không phải UTF-8`, `the encoding is ${encoding}, not UTF-8`);
  });
  let depth = 0;
  let attributeCount = 0;
  // Counted one by one: the parser keeps what is open, and the attributes of a tag until it ends.
  parser.on('opentagstart', () => {
    attributeCount = 0;
    if (++depth > LIMITS.depth || --budget.elements < 0) throw tooManyElements();
  });
  parser.on('attribute', () => {
    if (++attributeCount > LIMITS.attributes) throw tooManyElements();
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => reader.open?.(local(name), attributes));
  if (reader.text) {
    parser.on('text', reader.text);
    parser.on('cdata', reader.text);
  }
  parser.on('closetag', ({ name }) => {
    depth--;
    reader.close?.(local(name));
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < part.length; at += PIECE) {
    parser.write(decoded(decoder, part.subarray(at, at + PIECE), at + PIECE < part.length));
  }
  parser.close();
};

const decoded = (decoder: TextDecoder, piece: Buffer, more: boolean): string => {
  try {
    return decoder.decode(piece, { stream: more });
  } catch {
    throw damaged('nội dung không phải UTF-8', 'it is not UTF-8');
  }
};

const tooManyElements = () =>
  tooLarge(
    `hơn ${LIMITS.elements} phần tử, ${LIMITS.depth} cấp hoặc ${LIMITS.attributes} thuộc tính`,
    `more than ${LIMITS.elements} elements, ${LIMITS.depth} levels or ${LIMITS.attributes} attributes`,
  );

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
