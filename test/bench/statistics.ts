/** What many measurements of one thing say. */

/** A median, and the quartiles on both sides of it. */
export type Spread = { median: number; low: number; high: number };

/** The value below which such a share (0 to 1) of the values lies, between two neighbours in proportion. NaN of none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

/**
 * Round by round, what the one took by what the other took. What else runs on the machine weighs on both of a round, so
 * these say more than a ratio of two medians.
 */
export const ratiosOf = (ones: readonly number[], others: readonly number[]): Spread => {
  if (ones.length !== others.length) throw new Error(`${ones.length} rounds cannot be paired with ${others.length}`);
  return spreadOf(ones.map((one, i) => one / (others[i] as number)));
};

/** The exponent of the growth: 0 is flat, 1 in proportion, 2 squared (least squares over the logarithms). */
export const slopeOf = (points: readonly (readonly [size: number, cost: number])[]): number => {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (pick: 0 | 1) => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const along = logs.reduce((sum, [size, cost]) => sum + (size - x) * (cost - y), 0);
  return along / logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
};
