/**
 * Where a list goes on, as its pages carry it: how many rows were given, of which list, and of which state of it. Whoever
 * gets one sends it back as it is. It keeps nothing secret and grants nothing: its check sum tells an altered one from a
 * whole one, so that nobody gets rows that were not meant.
 */
export type Cursor = {
  /** Rows before this page. */
  from: number;
  /** Fingerprint of the list: its address and what chooses its rows. */
  list: string;
  /** The state that the first page was of, such as a publication; in the words of the table. */
  pin: string;
};

/** A cursor as text of letters, digits, `-` and `_`; its pin is of plain letters (ASCII). */
export const cursorText = ({ from, list, pin }: Cursor): string => {
  const content = `${from} ${list} ${pin}`;
  return toBase64Url(`${fingerprint(content)} ${content}`);
};

/** The cursor that a text holds; undefined for what `cursorText` has not made, or somebody has altered. */
export const cursorOf = (text: string): Cursor | undefined => {
  const [, from, list = '', pin = ''] = CONTENT.exec(fromBase64Url(text)) ?? [];
  const cursor = { from: Number(from), list, pin };
  return from !== undefined && cursorText(cursor) === text ? cursor : undefined;
};

const CONTENT = /^[0-9a-z]+ (\d{1,9}) ([0-9a-z]+) (.+)$/;

/** Up to 11 letters and digits that tell one text from another; no safeguard against somebody who means to deceive. */
export const fingerprint = (text: string): string => {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const byte of new TextEncoder().encode(text)) {
    a = Math.imul(a ^ byte, 2_654_435_761);
    b = Math.imul(b ^ byte, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (2 ** 32 * (b & 0x1f_ffff) + (a >>> 0)).toString(36);
};

const toBase64Url = (text: string): string => btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const fromBase64Url = (text: string): string =>
  /^[\w-]{1,400}$/.test(text) && text.length % 4 !== 1 ? atob(text.replace(/-/g, '+').replace(/_/g, '/')) : '';
