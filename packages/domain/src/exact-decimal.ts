/**
 * Sums and products of scores without binary noise: 0.1 × 3 is 0.3, and what is left over is a real remainder. A number
 * stands for its shortest decimal text, which is what was released.
 */

/** A decimal fraction: `units` of 10^-`decimals`. */
export type ExactDecimal = { units: bigint; decimals: number };

export const ZERO: ExactDecimal = { units: 0n, decimals: 0 };

/** Of a finite number. */
export const exact = (value: number): ExactDecimal => {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const decimals = fraction.length - Number(exponent);
  return decimals < 0 ? { units: digits * 10n ** BigInt(-decimals), decimals: 0 } : { units: digits, decimals };
};

/** The nearest double, which prints as the decimal where that has no more than 15 digits. */
export const inexact = ({ units, decimals }: ExactDecimal): number => {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const text = `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`;
  return units < 0n ? -Number(text) : Number(text);
};

export const plus = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => {
  const decimals = Math.max(a.decimals, b.decimals);
  return { units: unitsAt(a, decimals) + unitsAt(b, decimals), decimals };
};

export const negated = ({ units, decimals }: ExactDecimal): ExactDecimal => ({ units: -units, decimals });

export const minus = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => plus(a, negated(b));

export const times = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => ({
  units: a.units * b.units,
  decimals: a.decimals + b.decimals,
});

/** Below 0 where `a` is the smaller, above 0 where it is the greater. */
export const compareExact = (a: ExactDecimal, b: ExactDecimal): number => {
  const { units } = minus(a, b);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
};

/** a ÷ b, away from zero to so many decimals: the least that, times b, is no less than a. @throws RangeError where b is 0. */
export const quotientAway = (a: ExactDecimal, b: ExactDecimal, decimals: number): ExactDecimal => {
  const scaled = a.units * 10n ** BigInt(decimals + b.decimals);
  const by = b.units * 10n ** BigInt(a.decimals);
  const whole = scaled / by;
  const isNegative = scaled < 0n !== by < 0n;
  return { units: scaled % by === 0n ? whole : whole + (isNegative ? -1n : 1n), decimals };
};

/** Rounded half away from zero to at most so many decimals. */
export const roundedTo = (value: ExactDecimal, decimals: number): ExactDecimal => {
  if (value.decimals <= decimals) return value;
  const by = 10n ** BigInt(value.decimals - decimals);
  const size = value.units < 0n ? -value.units : value.units;
  const rounded = (size + by / 2n) / by;
  return { units: value.units < 0n ? -rounded : rounded, decimals };
};

/** Rounded up (1) or down (−1) to at most so many decimals. */
export const roundedTowards = (value: ExactDecimal, way: 1 | -1, decimals: number): ExactDecimal => {
  if (value.decimals <= decimals) return value;
  const by = 10n ** BigInt(value.decimals - decimals);
  const rest = value.units % by;
  const isBeyond = way > 0 ? rest > 0n : rest < 0n;
  return { units: value.units / by + (isBeyond ? BigInt(way) : 0n), decimals };
};

const unitsAt = ({ units, decimals }: ExactDecimal, at: number): bigint => units * 10n ** BigInt(at - decimals);
