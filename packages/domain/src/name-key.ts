import { LOST, ungarbled } from './garbled-text.ts';

/**
 * What is the same in a name however it was typed: case, Unicode form, the place of tone marks (Hòa, Hoà), hyphens, dots
 * and blanks do not count, and the word for the kind of unit (Tỉnh, TP., UBND huyện …) is set apart. Diacritics do count:
 * Phù Yên is not Phú Yên. Only a text without any may stand for a name with them.
 */

/** The letters of a name in three readings, word by word, blanks between the words. */
export type Letters = {
  /** Small letters with their diacritics, the tone behind its vowels. */
  marked: string;
  /** ASCII letters. */
  plain: string;
  /** ASCII letters, those that have a diacritic in capitals: an encoding that fails loses exactly these. */
  losable: string;
};

export type Kind = 'province' | 'city' | 'town' | 'township' | 'rural' | 'urban' | 'ward' | 'commune' | 'zone';

export type NameKey = {
  /** As typed, once readable: NFC, one blank between words. */
  text: string;
  all: Letters;
  /** What the kind word can mean; empty where the name has none. */
  kinds: readonly Kind[];
  /** Whether the kind word is written out: `Thành phố` is, `TP.` is not. */
  inFull: boolean;
  /** The name without the words for its kind. */
  bare: Letters;
};

const AUTHORITIES = ['Ủy ban nhân dân', 'Ủy ban nhân dân các', 'UBND', "People's Committee of"];

const BEFORE: readonly [words: string, ...kinds: Kind[]][] = [
  ['Thành phố trực thuộc trung ương', 'city'],
  ['Thành phố', 'city'],
  ['TP', 'city'],
  ['City of', 'city'],
  ['Tỉnh', 'province'],
  ['Province of', 'province'],
  ['Thị xã', 'town'],
  ['TX', 'town'],
  ['Thị trấn', 'township'],
  ['Huyện', 'rural'],
  ['H', 'rural'],
  ['Quận', 'urban'],
  ['Q', 'urban'],
  ['Phường', 'ward'],
  ['P', 'ward'],
  ['Xã', 'commune'],
  ['X', 'commune'],
  ['Đặc khu', 'zone'],
];

const AFTER: readonly [words: string, ...kinds: Kind[]][] = [
  ['Province', 'province'],
  ['City', 'city'],
  ['Municipality', 'city'],
  ['Town', 'town', 'township'],
  ['Township', 'township'],
  ['District', 'rural', 'urban'],
  ['Ward', 'ward'],
  ['Commune', 'commune'],
  ['Special Zone', 'zone'],
];

const QUALITIES = '\u0302\u0306\u031B\u0335';
const TONES = '\u0300\u0301\u0303\u0309\u0323';

/** Everything that resolving needs to know about a name. */
export const nameKey = (name: string): NameKey => {
  const text = ungarbled(name).normalize('NFC').replace(/\s+/gu, ' ').trim();
  const words = wordsOf(text);
  const own = withoutAuthority(words);
  const { rest, kinds, abbreviated } = splitKind(own);
  return { text, all: lettersOf(words), kinds, inFull: kinds.length > 0 && !abbreviated, bare: lettersOf(rest) };
};

/** Words in NFD with đ as a crossed d, so that every diacritic is a mark of its own. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[đðɖ]/gu, 'd\u0335')
    .replaceAll('&', ' va\u0300 ')
    .replaceAll('?', LOST)
    .replace(/\p{Cf}/gu, '')
    .split(/[^\p{L}\p{N}\p{M}\uFFFD]+/u)
    .filter(Boolean)
    .map(toneBehindVowels);

/** `hòa` and `hoà` have the same letters and the same tone. */
const toneBehindVowels = (word: string): string =>
  word.replace(new RegExp(`[aeiouy][aeiouy${QUALITIES}${TONES}]*`, 'gu'), (vowels) => {
    const tones = vowels.replace(new RegExp(`[^${TONES}]`, 'gu'), '');
    return vowels.replace(new RegExp(`[${TONES}]`, 'gu'), '') + tones;
  });

const lettersOf = (words: readonly string[]): Letters => {
  const marked = words.join(' ');
  return { marked, plain: plainOf(marked), losable: plainOf(marked.replace(MARKED, (run) => run.toUpperCase())) };
};

/** A letter with marks, or the vowels that share a tone. */
const MARKED = new RegExp(`[aeiouy${QUALITIES}]+[${TONES}]|\\p{L}[${QUALITIES}]`, 'gu');

const plainOf = (marked: string): string => marked.replace(/\p{M}/gu, '');

const withoutAuthority = (words: readonly string[]): readonly string[] => {
  const authority = AUTHORITIES.map(wordsOf).find((written) => startsWith(words, written));
  return authority ? words.slice(authority.length) : words;
};

const splitKind = (words: readonly string[]) => {
  const before = BEFORE.find(([written]) => startsWith(words, wordsOf(written)));
  if (before) return found(before, words.slice(wordsOf(before[0]).length));
  const after = AFTER.find(([written]) => endsWith(words, wordsOf(written)));
  if (after) return found(after, words.slice(0, -wordsOf(after[0]).length));
  return { rest: words, kinds: [], abbreviated: false };
};

const found = ([written, ...kinds]: readonly [string, ...Kind[]], rest: readonly string[]) => ({
  rest,
  kinds,
  abbreviated: written.length <= 2 && written === written.toUpperCase(),
});

/** A kind word is typed with all its diacritics or without any; the name itself must remain. */
const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  words.length > start.length && start.every((word, at) => words[at] === word || words[at] === plainOf(word));

const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  startsWith([...words].reverse(), [...end].reverse());
