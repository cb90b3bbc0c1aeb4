import type { Reason } from '@chi-so/domain/score';

/**
 * How tables print a value, or that there is none. Only what a table could mean by a cell of its own: what a number says
 * is decided for its whole column (`readNumbers`).
 */

/** What stands for a score that is not there, and why, as far as the text says. */
const MISSING: readonly [Reason, ...string[]][] = [
  ['not-applicable', 'không áp dụng', 'kad', 'not applicable', 'không đánh giá', 'miễn đánh giá'],
  ['not-surveyed', 'không khảo sát', 'chưa khảo sát', 'không điều tra', 'not surveyed'],
  ['withheld', 'không công bố', 'chưa công bố', 'withheld', 'not published'],
  ['unknown', '-', '--', '–', '—', '−', '…', '...', '..', 'n/a', 'na', 'n.a.', 'null'],
  ['unknown', 'không có', 'chưa có', 'không có số liệu', 'chưa có số liệu', 'không xác định', 'không rõ'],
];

const REASON_OF = new Map(MISSING.flatMap(([reason, ...texts]) => texts.map((text) => [text, reason] as const)));

/** Why there is no score, where the text says that there is none. `N/A` does not say why. */
export const missingReason = (text: string): Reason | null => REASON_OF.get(folded(text)) ?? null;

/** Grades as tables print them next to the score. */
const GRADES = [
  ...['xuất sắc', 'rất tốt', 'tốt', 'khá', 'trung bình', 'yếu', 'kém', 'đạt', 'không đạt'],
  ...['rất cao', 'cao nhất', 'trung bình cao', 'trung bình thấp', 'thấp nhất', 'tương đối thấp', 'rất thấp', 'thấp'],
];

/** What fills a cell although it is words: `Không áp dụng`, `Xuất sắc`. */
const WORDS = new Set([...GRADES, ...[...REASON_OF.keys()].filter((text) => /^\p{L}/u.test(text))]);
const MOST_WORDS = 4;

/** How many of the last words make up one such cell; 0 where they do not. */
export const wordsOfCellAtEnd = (words: readonly string[]): number => {
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    if (WORDS.has(folded(words.slice(words.length - count).join(' ')))) return count;
  }
  return 0;
};

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** One number as printed: `92,18`, `91,5%`, `1.234.567`, `+2`, a rank such as `12/63`. */
const NUMBER = /^[+\-−–]?\d[\d.,]*%?$/u;
const RANK_OF = /^\d{1,6}\/\d{1,6}$/u;

export const isNumberText = (text: string): boolean =>
  text.length <= 40 && ((NUMBER.test(text) && /\d%?$/u.test(text)) || RANK_OF.test(text));

/** Whether a text is a value rather than a name: a number, or a sign that there is none. */
export const isValueText = (text: string): boolean => {
  const words = text.split(/\s+/u);
  if (words.length > MOST_WORDS) return false;
  return isNumberText(withoutUnit(words).join('')) || REASON_OF.has(folded(text));
};

const UNITS = new Set(['%', 'điểm', 'đ', 'điểm.', 'points', 'point', 'pts']);

/** Whether a word belongs to the number before it. */
export const isUnitWord = (word: string): boolean => UNITS.has(folded(word));

const withoutUnit = (words: readonly string[]): readonly string[] =>
  words.length > 1 && isUnitWord(words.at(-1) ?? '') ? words.slice(0, -1) : words;
