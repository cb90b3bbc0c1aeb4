/** Arithmetic on scores as they are printed: in decimals, not in the binary noise below them. */

/** How many decimals a score has as released: 66.5 has 1, 66.499268 has 6. */
export const decimalsOf = (value: number): number => {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const fraction = mantissa.split('.')[1] ?? '';
  return Math.max(0, fraction.length - Number(exponent));
};

/** a − b with as many decimals as the finer of the two: 66.5 − 66.4 is 0.1. */
export const subtract = (a: number, b: number): number =>
  // Millionths are whole numbers that a double holds exactly; their quotient is the nearest double, as the text's is.
  isInMillionths(a) && isInMillionths(b)
    ? Math.round((a - b) * MILLION) / MILLION
    : Number((a - b).toFixed(Math.min(20, Math.max(decimalsOf(a), decimalsOf(b)))));

const MILLION = 1_000_000;
const isInMillionths = (value: number): boolean =>
  Math.abs(value) < MILLION && Math.round(value * MILLION) / MILLION === value;

/** Rounds half up (away from zero) on the decimal string: 2.675 becomes 2.68, which binary rounding makes 2.67. */
export const roundHalfUp = (value: number, decimals: number): number => {
  if (decimalsOf(value) <= decimals) return value;
  const [whole = '0', fraction = ''] = plain(Math.abs(value)).split('.');
  const kept = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  const rounded = fraction.charCodeAt(decimals) >= 53 /* '5' */ ? kept + 1n : kept;
  return (Math.sign(value) * Number(rounded)) / 10 ** decimals;
};

/** The number in decimals without an exponent: 1e-7 is 0.0000001. */
export const plain = (value: number): string =>
  String(value).includes('e') ? value.toFixed(Math.min(100, decimalsOf(value))) : String(value);
