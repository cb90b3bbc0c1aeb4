/** The width that most rows have; among equals the greater. */
export const mostFrequent = (widths: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [best = [0]] = [...counts].sort(([a, n], [b, m]) => m - n || b - a);
  return best[0] ?? 0;
};
