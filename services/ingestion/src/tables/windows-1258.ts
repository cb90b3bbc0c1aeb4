/**
 * The code page of Vietnamese Windows before Unicode, which Excel still saves a plain CSV in. A table of our own: a Node
 * with less than all of ICU does not have it. Tones stand behind their letters, so what comes out is not NFC.
 */
export const fromWindows1258 = (bytes: Buffer): string => {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (HIGH[byte - 0x80] ?? '');
  return text;
};

/** Bytes 80 to FF. */
const HIGH = [
  '€\u0081‚ƒ„…†‡ˆ‰\u008A‹Œ\u008D\u008E\u008F',
  '\u0090‘’“”•–—˜™\u009A›œ\u009D\u009EŸ',
  '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯',
  '\u00B0±²³´µ¶·¸¹º»¼½¾¿',
  'ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏ',
  'ĐÑ\u0309ÓÔƠÖ\u00D7ØÙÚÛÜƯ\u0303ß',
  'àáâăäåæçèéêë\u0301íîï',
  'đñ\u0323óôơö\u00F7øùúûüư₫ÿ',
].join('');
