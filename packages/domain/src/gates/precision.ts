import { decimalsOf } from '../decimal.ts';

/**
 * How finely figures are printed. A number alone does not tell: 7.3 may stand for 7.30, and 7 for 7.00. A publisher
 * prints a column with one number of decimals, so in a column of rounded figures a short one has lost its zeros, or was
 * rounded once more (PCI 2008 on the publisher's website has 36.4 among figures of two decimals, for 36.39): it is taken
 * to have one decimal less than the column at least. In a column of full-precision figures a short one was typed, and
 * has the decimals that it shows.
 */
export type Precision = {
  /** Decimals of the whole column; null where each figure has its own. */
  column: number | null;
  of: (value: number) => number;
};

/** Columns with more decimals than this are taken for full-precision figures. */
const MOST_PRINTED = 4;
/** Fewer figures do not make a column. */
const FEWEST = 5;

export const precisionOf = (figures: readonly number[]): Precision => {
  const decimals = figures.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  return figures.length < FEWEST || decimals > MOST_PRINTED
    ? { column: null, of: decimalsOf }
    : { column: decimals, of: (value) => Math.max(decimalsOf(value), decimals - 1) };
};

/** Half a unit of the last printed decimal: the most that rounding can hide. */
export const halfUnit = (decimals: number): number => 0.5 * 10 ** -decimals;

/** Room for the binary noise of single-precision workbooks in a sum, relative to the figure. */
export const BINARY_NOISE = 1e-6;

/** Room for the same noise in one figure: 34.63130187988281 is 34.631302. */
const noiseOf = (value: number): number => 1e-6 + 1e-7 * Math.abs(value);

/**
 * Whether two figures are the same to the fewer decimals of the two: 73.40 and 73.396484 are. Columns that are printed
 * alike are compared as printed: there 73.4 and 73.44 differ.
 */
export const isSame = (a: number, b: number, [ofA, ofB]: readonly [Precision, Precision]): boolean => {
  const isPrintedAlike = ofA.column !== null && ofA.column === ofB.column;
  const rounding = isPrintedAlike ? 0 : halfUnit(Math.min(ofA.of(a), ofB.of(b)));
  return Math.abs(a - b) <= rounding + noiseOf(a);
};
