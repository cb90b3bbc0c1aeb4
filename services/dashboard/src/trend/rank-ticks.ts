/** Ranks to write at an axis that ends with the last one: 1, round ones between, and the last where it does not touch a round one. */
export const rankTicks = (lowest: number): number[] => {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => lowest / one <= 7) ?? 1000;
  const round = Array.from({ length: Math.floor(lowest / step) }, (_, i) => (i + 1) * step);
  const inner = round.filter((rank) => rank > 1 && lowest - rank >= step / 2);
  return [1, ...inner, lowest];
};
