/**
 * Text that programs have garbled, read back as far as it can be: UTF-7, UTF-8 bytes that were read one by one, and
 * escapes. Other text comes back as it is.
 */

/** A letter that is lost for good. It stands for any one letter that ASCII does not have. */
export const LOST = '\uFFFD';

/** `Ti+HsE-n Giang` is `Tiền Giang`, `T+//0Aw//9AII-Y NINH` is `TÂY NINH`, `L+ADw-U+1ED//QA+-NG SON` is `L�NG SON`. */
export const ungarbled = (text: string): string => readMojibake(readEscapes(readBytes(readUtf7(text))));

const readUtf7 = (text: string): string =>
  text.replace(/\+([A-Za-z0-9+/]{3,})-?/gu, (run, base64: string) => readUtf16(base64) ?? run);

/** What a run of modified base64 holds as UTF-16BE; undefined where it is only letters behind a plus sign. */
const readUtf16 = (base64: string): string | undefined => {
  const spareBits = (base64.length * 6) % 16;
  if (spareBits >= 6) return undefined;
  const bytes = bytesOf(atob(base64.padEnd(Math.ceil(base64.length / 4) * 4, '=')));
  return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
};

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** UTF-8 bytes that stand one by one, each behind the mark of a lost character, put together again. */
const readBytes = (text: string): string =>
  text.replace(/(?:\uFFFD[\u0080-\u00FF])+/gu, (run) => readUtf8(bytesOf(run.replaceAll(LOST, ''))) ?? run);

const readUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** `<U+1EAF>` as R writes it, and what is left of it after a UTF-7 reader has taken `+1EA…` for a run. */
const readEscapes = (text: string): string =>
  text
    .replace(/<U\+([0-9A-F]{4})>|&#x([0-9A-F]{2,4});/giu, (_, r?: string, html?: string) => charOf(r ?? html, 16))
    .replace(/&#(\d{2,5});/gu, (_, decimal: string) => charOf(decimal, 10))
    .replace(/<U[^<>\s]{0,6}>/gu, LOST);

const charOf = (digits: string | undefined, radix: number): string =>
  String.fromCharCode(Number.parseInt(digits ?? '', radix));

/** What Windows-1252 shows for the bytes 80 to 9F, in their order; the five that it lacks stand for themselves. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** `HÃ  Ná»™i`: UTF-8 that was read as Windows-1252. Only where every character is a byte and the bytes are UTF-8. */
const readMojibake = (text: string): string => {
  if (!/[\u00C2-\u00E1]/u.test(text)) return text;
  const codes = Array.from(text, (char) => {
    const place = WINDOWS_1252.indexOf(char);
    return place < 0 ? (char.codePointAt(0) ?? 0) : place + 0x80;
  });
  return codes.every((code) => code < 0x100) ? (readUtf8(Uint8Array.from(codes)) ?? text) : text;
};
