/** More than these are a number. */
const MOST_NAMED = 3;

/**
 * The greatest, three at most. One that is as great as another that would be left out is left out with it: of neither is it
 * true that it is among the greatest.
 */
export const greatest = <T>(items: readonly T[], sizeOf: (item: T) => number): T[] => {
  const sorted = items.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const next = sorted[MOST_NAMED];
  const first = sorted.slice(0, MOST_NAMED);
  return next === undefined ? first : first.filter((item) => sizeOf(item) > sizeOf(next));
};
