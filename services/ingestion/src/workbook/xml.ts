import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse } from './limits.ts';

/** Reads a part element by element, without building a tree. Names are without their namespace prefix. */
export type Reader = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** How much of a part is read at once: a fault or a limit stops it between two pieces. */
const PIECE = 64 * 1024;

/** @throws Problem 422 where the part is no XML, or from the reader itself. */
export const readXml = (part: Buffer, reader: Reader): void => {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw refuse(
      'damaged-workbook',
      `Tệp Excel bị hỏng: ${error.message}`,
      `The workbook is damaged: ${error.message}`,
    );
  });
  // Entities of one's own are how a small file asks for endless text.
  parser.on('doctype', () => {
    throw refuse('damaged-workbook', 'Tệp Excel không được có DOCTYPE', 'A workbook may not have a DOCTYPE');
  });
  if (reader.open) {
    const open = reader.open;
    parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => open(local(name), attributes));
  }
  if (reader.text) parser.on('text', reader.text);
  if (reader.close) {
    const close = reader.close;
    parser.on('closetag', ({ name }) => close(local(name)));
  }
  const text = part.toString('utf8');
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
