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
  /** Capitals in one word: `BĐINH`. Every letter of it counts, one letter away is another unit. */
  isAbbreviation: boolean;
};

type KindWord = readonly [words: string, ...kinds: Kind[]];

const AUTHORITIES = ['Ủy ban nhân dân', 'UBND', "People's Committee of"];

const BEFORE: readonly KindWord[] = [
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

const AFTER: readonly KindWord[] = [
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
const A_TONE = new RegExp(`[${TONES}]`, 'gu');
const VOWELS = new RegExp(`[aeiouy][aeiouy${QUALITIES}${TONES}]*`, 'gu');

/** Where a blank was left out: `ĐắkLắk`. */
const CAMEL = /\p{Ll}(?=\p{Lu}\p{Ll})/gu;

/** Everything that resolving needs to know about a name. */
export const nameKey = (name: string): NameKey => {
  const text = ungarbled(name).normalize('NFC').replace(/\s+/gu, ' ').trim();
  const words = wordsOf(text.replace(CAMEL, '$& '));
  const { rest, kinds, inFull } = splitKind(withoutAuthority(words));
  const isAbbreviation = /^\p{Lu}{2,}$/u.test(text);
  return { text, all: lettersOf(words), kinds, inFull, bare: lettersOf(rest), isAbbreviation };
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
  word.replace(VOWELS, (vowels) => vowels.replace(A_TONE, '') + (vowels.match(A_TONE) ?? []).join(''));

const lettersOf = (words: readonly string[]): Letters => {
  const marked = words.join(' ');
  return { marked, plain: plainOf(marked), losable: plainOf(marked.replace(MARKED, (run) => run.toUpperCase())) };
};

/** A letter with a mark of its own; vowels that share a tone, where none of them has one. */
const MARKED = new RegExp(`\\p{L}[${QUALITIES}]|[aeiouy]+(?=[${TONES}])`, 'gu');

const plainOf = (marked: string): string => marked.replace(/\p{M}/gu, '');

/** Words that may stand before or after a name, split as names are. */
const split = (written: string, kinds: readonly Kind[] = []) => ({
  words: wordsOf(written),
  kinds,
  inFull: written.length > 2,
});
const authorities = AUTHORITIES.map((written) => split(written));
const before = BEFORE.map(([written, ...kinds]) => split(written, kinds));
const after = AFTER.map(([written, ...kinds]) => split(written, kinds));

const withoutAuthority = (words: readonly string[]): readonly string[] =>
  words.slice(authorities.find((authority) => startsWith(words, authority.words))?.words.length ?? 0);

const splitKind = (words: readonly string[]) => {
  const first = before.find((kind) => startsWith(words, kind.words));
  if (first) return { ...first, rest: words.slice(first.words.length) };
  const last = after.find((kind) => endsWith(words, kind.words));
  if (last) return { ...last, rest: words.slice(0, -last.words.length) };
  return { rest: words, kinds: [], inFull: false };
};

/** A kind word is typed with all its diacritics or without any; the name itself must remain. */
const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  words.length > start.length && start.every((word, at) => words[at] === word || words[at] === plainOf(word));

const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  startsWith([...words].reverse(), [...end].reverse());
