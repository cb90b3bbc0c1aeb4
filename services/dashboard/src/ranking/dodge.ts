/** A dot on an axis: where it is along it, and in which lane beside it, 0 in the middle, ±1 next to that. */
export type Dot<T> = { item: T; x: number; lane: number };

/** Puts dots of one size beside each other so that none hides another, each as near to the axis as there is room. */
export const dodge = <T>(items: readonly T[], xOf: (item: T) => number, diameter: number): Dot<T>[] => {
  const lastInLane = new Map<number, number>();
  return [...items]
    .sort((a, b) => xOf(a) - xOf(b))
    .map((item) => {
      const x = xOf(item);
      let step = 0;
      while (x - (lastInLane.get(laneAt(step)) ?? Number.NEGATIVE_INFINITY) < diameter) step++;
      const lane = laneAt(step);
      lastInLane.set(lane, x);
      return { item, x, lane };
    });
};

/** 0, 1, −1, 2, −2 … */
const laneAt = (step: number): number => (step % 2 === 0 ? -step / 2 : (step + 1) / 2) || 0;

/** A label with its width, beside the point that it names. */
export type Label = { x: number; width: number };
export type PlacedLabel<T> = { label: T; left: number; row: number };

/** Puts labels into rows above an axis, within its width, so that none covers another; the first has the first choice. */
export const placeLabels = <T extends Label>(labels: readonly T[], width: number): PlacedLabel<T>[] => {
  const placed: PlacedLabel<T>[] = [];
  for (const label of labels) {
    const left = Math.max(0, Math.min(width - label.width, label.x - label.width / 2));
    let row = 0;
    const collides = (other: PlacedLabel<T>) =>
      other.row === row && left < other.left + other.label.width + 8 && other.left < left + label.width + 8;
    while (placed.some(collides)) row++;
    placed.push({ label, left, row });
  }
  return placed;
};

/** Round values between two ends, about as many as wanted: 60, 65, 70. */
export const ticksBetween = (low: number, high: number, wanted: number): number[] => {
  const rough = (high - low) / Math.max(1, wanted);
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
};
