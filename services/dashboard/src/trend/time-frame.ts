import { comparePeriods, monthsOf } from '@chi-so/domain/identity';

/** The time axis that drawings above each other share, in CSS pixels: where a period stands, and the room beside the lines. */
export type TimeFrame = {
  width: number;
  left: number;
  right: number;
  /** Periods in the order of time. */
  periods: readonly string[];
  xOf: (period: string) => number;
  xOfMonth: (month: number) => number;
};

type Room = { width: number; left: number; labels: number };

/** `until`: the last month that has to be on the axis, beyond the last period or not. */
export const timeFrame = (all: Iterable<string>, until: number, { width, left, labels }: Room): TimeFrame => {
  const periods = [...new Set(all)].sort(comparePeriods);
  const [first, last] = [periods[0] ?? '', periods.at(-1) ?? ''];
  const [start, end] = [monthsOf(first).last, Math.max(monthsOf(last).last, until)];
  const right = width - labels;
  const inset = 8;
  const xOfMonth = (month: number) =>
    end === start ? (left + right) / 2 : left + inset + ((month - start) / (end - start)) * (right - left - 2 * inset);
  return { width, left, right, periods, xOfMonth, xOf: (period) => xOfMonth(monthsOf(period).last) };
};

/** The periods that have room for their names: the last one always, of the others as many as do not touch. */
export const namedPeriods = ({ periods, xOf }: TimeFrame, room: number): string[] => {
  const named: string[] = [];
  for (const period of periods.toReversed()) {
    const before = named.at(-1);
    if (before === undefined || xOf(before) - xOf(period) >= room) named.push(period);
  }
  return named.reverse();
};

/** Places for labels of one height, each as near to where it wants to be as the others leave room; the order is kept. */
export const spreadLabels = (wanted: readonly number[], gap: number, top: number, bottom: number): number[] => {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  const placed = order.map(({ y }) => y);
  for (let i = 0; i < placed.length; i++) {
    placed[i] = Math.max(placed[i] ?? 0, i === 0 ? top : (placed[i - 1] ?? 0) + gap);
  }
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i] ?? 0, i === placed.length - 1 ? bottom : (placed[i + 1] ?? 0) - gap);
  }
  const found = new Map(order.map(({ i }, at) => [i, placed[at] ?? 0]));
  return wanted.map((_, i) => found.get(i) ?? 0);
};
