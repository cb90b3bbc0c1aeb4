import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FORMAT, type Header, trailerLine } from '@chi-so/storage/table-dump-file';
import { createDigester, type Digest } from '@chi-so/storage/table-dump-hash';
import { itemOfLine, type RawItem } from '@chi-so/storage/table-dump-line';
import { Complaint } from './complaint.ts';

/** Reads what an export wrote, also compressed. */

/** Reads the file to its end without keeping it, and gives what it holds; complains where that is not what it says. */
export const checkFile = async (path: string, onItem: (items: number) => void = () => {}): Promise<CheckedFile> => {
  const digester = createDigester();
  let header: { text: string; said: Header } | undefined;
  let trailer: string | undefined;
  for await (const { line, number, place } of linesOf(path)) {
    if (place === 'header') header = { text: line.toString(), said: headerOf(line.toString()) };
    if (place === 'trailer') trailer = line.toString();
    if (place !== 'item') continue;
    itemAt(line, number);
    digester.add(line);
    onItem(number - 1);
  }
  if (!header) throw new Complaint(NOT_AN_EXPORT);
  const digest = digester.digest();
  refuseUnlike(digest, header.text, trailer ?? '');
  return { at: header.said.at, digest };
};

export type CheckedFile = { at: string; digest: Digest };

/** The items of a file that has been checked. */
export const itemsIn = async function* (path: string): AsyncGenerator<RawItem> {
  for await (const { line, number, place } of linesOf(path)) if (place === 'item') yield itemAt(line, number);
};

const headerOf = (line: string): Header => {
  const header = parsed(line) as Partial<Header> | null;
  if (typeof header?.format !== 'string' || !header.format.startsWith('chi-so-records/')) {
    throw new Complaint(NOT_AN_EXPORT);
  }
  if (header.format !== FORMAT) {
    throw new Complaint({
      vi: `Tệp có dạng ${header.format}; bản chiso này chỉ đọc ${FORMAT}`,
      en: `The file has the format ${header.format}; this chiso reads ${FORMAT} only`,
    });
  }
  return { format: header.format, table: String(header.table), at: String(header.at) };
};

const itemAt = (line: Buffer, number: number): RawItem => {
  try {
    return itemOfLine(line.toString());
  } catch (error) {
    const why = (error as Error).message;
    throw new Complaint({
      vi: `Tệp đã bị sửa hay hỏng: dòng ${number} không phải là một bản ghi (${why})`,
      en: `The file was altered or is damaged: line ${number} is no item (${why})`,
    });
  }
};

const refuseUnlike = (digest: Digest, header: string, trailer: string): void => {
  const said = parsed(trailer) as Partial<Digest> | null;
  if (typeof said?.items !== 'number' || typeof said.hash !== 'string') {
    throw new Complaint({
      vi: `Tệp bị cắt cụt: sau ${digest.items} bản ghi không có dòng cuối`,
      en: `The file is truncated: after ${digest.items} items its last line is not there`,
    });
  }
  if (said.items !== digest.items) {
    throw new Complaint({
      vi: `Tệp đã bị sửa hay hỏng: có ${digest.items} bản ghi, dòng cuối ghi ${said.items}`,
      en: `The file was altered or is damaged: it has ${digest.items} items, and its last line says ${said.items}`,
    });
  }
  if (trailer !== trailerLine(digest, header)) {
    throw new Complaint({
      vi: 'Tệp đã bị sửa hay hỏng: nội dung không khớp với mã băm ở dòng cuối',
      en: 'The file was altered or is damaged: its content does not have the hash of its last line',
    });
  }
};

const NOT_AN_EXPORT = {
  vi: 'Tệp không phải do chiso export ghi ra: dòng đầu không đúng',
  en: 'The file was not written by chiso export: its first line is another',
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

type Line = { line: Buffer; number: number; place: 'header' | 'item' | 'trailer' };

/** The first line is the header and the last the trailer, whatever they hold. */
const linesOf = async function* (path: string): AsyncGenerator<Line> {
  let held: Buffer | undefined;
  let number = 0;
  for await (const line of split(path)) {
    if (held) yield { line: held, number, place: number === 1 ? 'header' : 'item' };
    held = line;
    number++;
  }
  if (held) yield { line: held, number, place: number === 1 ? 'header' : 'trailer' };
};

/** An item of 400 KB is not longer, even if all of it has to be escaped. */
const LONGEST = 4 * 1024 * 1024;
const NEW_LINE = 10;

/** By line feeds alone: Node's own readline also ends lines at U+2028, which may stand inside a text. */
const split = async function* (path: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of unpacked(path)) {
    rest = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = rest.indexOf(NEW_LINE); end >= 0; end = rest.indexOf(NEW_LINE, from)) {
      yield rest.subarray(from, end);
      from = end + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > LONGEST) throw new Complaint(NOT_AN_EXPORT);
  }
  if (rest.length > 0) yield rest;
};

/** By its first two bytes, not by its name: who copies a file may call it anything. */
const isCompressed = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
};

const unpacked = async function* (path: string): AsyncGenerator<Buffer> {
  const bytes = createReadStream(path, { highWaterMark: 1 << 20 });
  const texts: Readable = (await isCompressed(path)) ? pipeline(bytes, createGunzip(), () => {}) : bytes;
  try {
    for await (const chunk of texts) yield chunk;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('Z_')) throw error;
    throw new Complaint({
      vi: `Tệp nén bị cắt cụt hay hỏng (${message})`,
      en: `The compressed file is truncated or damaged (${message})`,
    });
  }
};
