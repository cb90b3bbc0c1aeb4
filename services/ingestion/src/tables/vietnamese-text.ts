/** Whether letters make up Vietnamese, so that bytes read in the wrong encoding are not taken for names. */

/** Letters that Vietnamese has besides ASCII, without their tones. */
const QUALITIES = 'ăâđêôơư';
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Consonants, one to three vowels, a final consonant: all that a syllable is made of. `đ` is a letter of its own. */
const SYLLABLE = new RegExp(
  `^(?:ngh|ng|gh|gi|nh|ch|tr|th|ph|kh|qu|[bcdđghklmnpqrstvxzfjw])?[aeiouy${QUALITIES}]{1,3}(?:ng|nh|ch|[cmnptk])?$`,
  'u',
);

/** Names of other languages of the country stand in the same files, and a word may lack its blank. */
const MOST_ODD = 0.1;

/** Whether nearly all words with letters beyond ASCII are syllables. True of a text without such words. */
export const isMostlySyllables = (text: string): boolean => {
  let marked = 0;
  let odd = 0;
  for (const word of wordsBeyondAscii(text)) {
    marked++;
    if (!isSyllable(word)) odd++;
  }
  return odd <= marked * MOST_ODD;
};

const isSyllable = (word: string): boolean => {
  const parts = word.normalize('NFD').toLowerCase();
  const tones = parts.match(TONES)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(parts.replace(TONES, '').normalize('NFC'));
};

const BEYOND_ASCII = /[^\p{ASCII}]/u;
const LETTERS = /[\p{L}\p{M}]+/gu;

/** Each only as long as a syllable could be: longer runs are told apart by their beginning. */
const wordsBeyondAscii = function* (text: string): Generator<string> {
  for (const [word] of text.matchAll(LETTERS)) if (BEYOND_ASCII.test(word)) yield word.slice(0, 20);
};

/**
 * The encodings of the fonts before Unicode. Both are shown as letters of Western Europe wherever their font is missing,
 * also in files that are UTF-8 by now: TCVN3 as `Qu¶ng Ninh`, with signs inside words; VNI as `Thöøa Thieân`, a mark
 * behind its letter.
 */
export const legacyFontOf = (text: string): 'TCVN3 (ABC)' | 'VNI' | null => {
  let tcvn3 = 0;
  let vni = 0;
  let proper = 0;
  for (const [word] of text.matchAll(WORDS)) {
    if (!BEYOND_ASCII.test(word)) continue;
    if (SIGN_IN_WORD.test(word)) tcvn3++;
    else if (MARK_BEHIND_LETTER.test(word)) vni++;
    else if (VIETNAMESE_ONLY.test(word)) proper++;
  }
  const most = Math.max(tcvn3, vni);
  if (most < FEWEST || most <= proper) return null;
  return tcvn3 >= vni ? 'TCVN3 (ABC)' : 'VNI';
};

/** Fewer could be a foreign name or a sign that somebody typed. */
const FEWEST = 3;

const WORDS = /[^\s\d,;.:"'()]+/gu;
/** TCVN3 has ă â ê ô ơ đ and à ả ã á ạ where Western Europe has signs. */
const SIGN_IN_WORD =
  /[a-z\u00C0-\u00FF][¨©ª¬®µ¶·¸¹¼½¾]|[¨©ª¬®µ¶·¸¹¼½¾][a-z\u00C0-\u00FF]|[a-z\u00C0-\u00FF][«»][a-z\u00C0-\u00FF]/iu;
/** A vowel (`ö` is ư, `ô` is ơ) with what VNI prints behind it; not what Vietnamese itself may have there: `uâ`, `oà`. */
const MARK_BEHIND_LETTER = /[aeouyöô][øûïåäëü]|[ae][èéêùúáàãâõ]|o[âùõ]|ñ/iu;
/** What neither font prints: đ, ă, ơ, ư and letters with two marks. */
const VIETNAMESE_ONLY = /[\u0102-\u01B0\u1EA0-\u1EF9]|\p{M}/u;
