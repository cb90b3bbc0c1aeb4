import type { CodeWith } from '@chi-so/contract/problem-codes';
import { Problem } from '@chi-so/runtime/problem';
import { LIMITS } from '../workbook/limits.ts';
import { isMostlySyllables, legacyFontOf } from './vietnamese-text.ts';
import { fromWindows1258 } from './windows-1258.ts';

/**
 * The text that the bytes of a file stand for. A wrong guess would turn names into other names, so what is not certain
 * is refused with what to do; and nothing is read whose letters are lost already.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

/** `marked` where the file itself says so. Lines end in `\n`. */
export type DecodedText = { text: string; encoding: Encoding; marked: boolean };

/** Characters of one line; a row of the widest real table has a few thousand. */
export const LONGEST_LINE = 100_000;

/** @throws Problem 415 where the bytes are no text that can be read for certain; 422 where it is too long. */
export const decodeText = (bytes: Buffer): DecodedText => {
  const decoded = decode(bytes);
  const text = decoded.text.replace(/^\uFEFF+/u, '').replace(/\r\n?/gu, '\n');
  refuseTooLong(text);
  refuseBinary(text);
  refuseLegacyFont(text);
  return { ...decoded, text: text.normalize('NFC') };
};

const decode = (bytes: Buffer): DecodedText => {
  const marked = MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))?.[0];
  const encoding = marked ?? (bytes.includes(0) ? utf16Of(bytes) : null);
  if (encoding !== null && encoding !== 'utf-8') {
    const text = decodeAs(encoding, bytes);
    if (text === null) throw broken(encoding);
    return { text, encoding, marked: marked !== undefined };
  }
  const text = decodeAs('utf-8', bytes);
  if (text === null) {
    if (marked) throw broken('utf-8');
    return { text: readWindows1258(bytes), encoding: 'windows-1258', marked: false };
  }
  if (text.includes('\uFFFD')) throw notUtf8(text);
  return { text, encoding: 'utf-8', marked: marked !== undefined };
};

const MARKS: readonly [Encoding, Buffer][] = [
  ['utf-8', Buffer.from('efbbbf', 'hex')],
  ['utf-16le', Buffer.from('fffe', 'hex')],
  ['utf-16be', Buffer.from('feff', 'hex')],
];

const decodeAs = (encoding: Encoding, bytes: Buffer): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Every blank, digit and plain letter of UTF-16 has a zero byte, always on the same side. No letter of Vietnamese has one
 * on the other side.
 */
const utf16Of = (bytes: Buffer): Encoding => {
  const zeros = [0, 0];
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = bytes.length / 10;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  throw notText();
};

const readWindows1258 = (bytes: Buffer): string => {
  const latin = bytes.toString('latin1');
  refuseTooLong(latin);
  refuseLegacyFont(latin);
  const text = fromWindows1258(bytes).normalize('NFC');
  if (/[\u0080-\u009F]/u.test(text) || !isMostlySyllables(text)) {
    throw unsupported(
      'encoding',
      'Không nhận ra bảng mã của tệp: hãy lưu lại dưới dạng UTF-8 (Excel: "CSV UTF-8") hoặc .xlsx',
      'The encoding of the file is not recognised: save it as UTF-8 (Excel: "CSV UTF-8") or .xlsx',
    );
  }
  return text;
};

const unsupported = (code: CodeWith<415>, vi: string, en: string): Problem => new Problem(415, code, { vi, en });

const broken = (encoding: Encoding): Problem =>
  unsupported(
    'encoding',
    `Tệp tự nhận là ${encoding.toUpperCase()} nhưng có byte không hợp lệ hoặc bị cắt cụt: hãy lưu lại dưới dạng UTF-8`,
    `The file says that it is ${encoding.toUpperCase()}, but has invalid bytes or is cut off: save it as UTF-8`,
  );

const notText = (): Problem =>
  unsupported(
    'not-text',
    'Tệp không phải là văn bản: hãy gửi bảng dưới dạng .xlsx hoặc .csv',
    'The file is not text: send the table as .xlsx or .csv',
  );

/** A gateway that takes a `text/*` body for UTF-8 has put the mark of a lost letter wherever it was not. */
const notUtf8 = (text: string): Problem => {
  const lines = text.slice(0, text.indexOf('\uFFFD')).split(/\r\n?|\n/u).length;
  return unsupported(
    'not-utf8',
    `Có chữ đã bị mất trên đường gửi (dòng ${lines}): hãy gửi tệp gốc với Content-Type application/octet-stream`,
    `Letters were lost on the way (line ${lines}): send the original file as application/octet-stream`,
  );
};

/** Text has next to no control characters; what is copied from a PDF may have a few. */
const refuseBinary = (text: string): void => {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) throw notText();
    if (code < 0x09 || (code > 0x0d && code < 0x20)) controls++;
  }
  if (controls > 1 + text.length / 1000) throw notText();
};

const refuseLegacyFont = (text: string): void => {
  const font = legacyFontOf(text);
  if (font === null) return;
  throw unsupported(
    'legacy-font',
    `Chữ Việt theo bảng mã ${font}: hãy chuyển sang Unicode (ví dụ bằng công cụ chuyển mã của UniKey) rồi gửi lại`,
    `Vietnamese in the ${font} encoding: convert it to Unicode (for example with UniKey's toolkit) and send it again`,
  );
};

const refuseTooLong = (text: string): void => {
  let line = 0;
  for (let start = 0; start < text.length; line++) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end;
    if (next - start > LONGEST_LINE) {
      throw tooLong(
        `dòng ${line + 1} dài hơn ${LONGEST_LINE} ký tự`,
        `line ${line + 1} has more than ${LONGEST_LINE} characters`,
      );
    }
    start = next + 1;
  }
  if (line > LIMITS.rows) throw tooLong(`hơn ${LIMITS.rows} dòng`, `more than ${LIMITS.rows} lines`);
};

export const tooLong = (vi: string, en: string): Problem =>
  new Problem(422, 'text-too-large', { vi: `Tệp văn bản quá lớn: ${vi}`, en: `The text file is too large: ${en}` });
