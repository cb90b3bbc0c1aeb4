import { editDistance } from './name-match.ts';

/** The known word that a mistyped one most likely is; undefined where none is near enough to be worth a suggestion. */
export const nearest = (typed: string, known: readonly string[]): string | undefined => {
  const lower = typed.toLowerCase();
  const ranked = known
    .map((word) => ({ word, distance: editDistance(lower, word.toLowerCase(), mostOf(word)) }))
    .filter(({ word, distance }) => distance <= mostOf(word))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.word;
};

/** A letter of a short word is much of it: `to` is no `on`. */
const mostOf = (word: string): number => (word.length <= 3 ? 1 : word.length <= 6 ? 2 : 3);
