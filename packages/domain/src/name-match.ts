import { LOST } from './garbled-text.ts';
import type { Letters } from './name-key.ts';

/** Comparing the letters of a typed name with those of a known one, where they are not simply equal. */

/** Without blanks: `TT Huế` and `TTHuế` are the same. */
export const joined = (letters: string): string => letters.replaceAll(' ', '');

/** Whether every letter typed is the known one, with its diacritics or with some of them missing. */
export const fits = (typed: Letters, known: Letters): boolean => patternsOf(typed).marked.test(padded(known.marked));

/** The same, where a lost letter stands for one that has diacritics, or for a blank, also one at either end. */
export const fitsWithLost = (typed: Letters, known: Letters): boolean =>
  tells(typed.plain) && patternsOf(typed).losable.test(padded(known.losable)) && fits(typed, known);

/** Whether the name would fit if one letter more were lost, whatever its diacritics. */
export const fitsWithOneMoreLost = (typed: Letters, known: Letters): boolean =>
  patternsOf(typed).lossier.some((looser) => looser.test(known.losable));

type Patterns = { marked: RegExp; losable: RegExp; lossier: RegExp[] };
const patterns = new WeakMap<Letters, Patterns>();

/** The patterns of a typed name, made once for all the names that it is compared with. */
const patternsOf = (typed: Letters): Patterns => {
  const letters = [...typed.plain];
  const made = patterns.get(typed) ?? {
    marked: pattern(marksOptional(typed.marked)),
    losable: pattern(letters.map(losable)),
    lossier: letters.flatMap((letter, lost) =>
      /\p{L}/u.test(letter) ? [pattern(letters.map((other, at) => (at === lost ? '[A-Z]' : losable(other))))] : [],
    ),
  };
  patterns.set(typed, made);
  return made;
};

/** Too little is left to tell anything where most letters are lost. */
const tells = (plain: string): boolean => {
  const left = joined(plain).replaceAll(LOST, '').length;
  return left >= 2 && left >= plain.length / 3;
};

const losable = (letter: string): string => {
  if (letter === LOST) return '[A-Z ]';
  return /\p{L}/u.test(letter) ? `[${letter}${letter.toUpperCase()}]` : letter;
};

/** A lost blank may have stood at either end. */
const padded = (name: string): string => `   ${name}   `;

/** Letters one after the other, whatever the blanks. */
const pattern = (letters: readonly string[]): RegExp =>
  new RegExp(`^ *${letters.filter((letter) => letter !== ' ').join(' ?')} *$`, 'u');

const marksOptional = (marked: string): string[] =>
  (marked.match(/[^\p{M}]\p{M}*/gu) ?? []).map((letter) => {
    const [base = '', ...marks] = letter;
    const quality = marks.find((mark) => QUALITY.test(mark)) ?? `${QUALITY.source}?`;
    const tone = marks.find((mark) => TONE.test(mark)) ?? `${TONE.source}?`;
    if (base === ' ') return base;
    return base === LOST ? `(?:\\p{L}${quality}${tone}| )` : `${base}${quality}${tone}`;
  });

const QUALITY = /[\u0302\u0306\u031B\u0335]/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** How many letters have to be put in, taken out, replaced or swapped with their neighbour; `most` + 1 where more. */
export const editDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? most) + 1 : replaced;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return Math.min(row[b.length] ?? 0, most + 1);
};
