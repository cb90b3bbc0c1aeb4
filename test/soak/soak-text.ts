import type { SoakReport } from './soak.ts';

/** A process may hold so much more in the last quarter than in the one before: a leak grows for as long as it runs. */
const MOST_GROWTH = 1.1;

/** What no soak may show, a line each; `memory` only where it ran long enough for heaps to have found their size. */
export const failuresOf = ({ reads, writes, lost, differences, memory }: SoakReport): string[] => [
  ...reads.wrong.map((one) => `wrong answer to a reader: ${one}`),
  ...writes.wrong.map((one) => `wrong answer to a writer: ${one}`),
  ...lost.map((one) => `lost: ${one}`),
  ...differences.map((one) => `differs from a recomputation: ${one}`),
  ...Object.entries(memory).flatMap(([name, { before, after }]) =>
    after > before * MOST_GROWTH ? [`${name} grew from ${before.toFixed(1)} to ${after.toFixed(1)} MB`] : [],
  ),
];

export const soakText = ({ reads, writes, faults, memory }: SoakReport): string => {
  const sorted = reads.milliseconds.toSorted((a, b) => a - b);
  const lag = writes.lag.toSorted((a, b) => a - b);
  const at = (values: readonly number[], share: number) =>
    (values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN).toFixed(1);
  const counts = (statuses: ReadonlyMap<number, number>) =>
    [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status} × ${count}`);
  return [
    `reads: ${sorted.length} (${counts(reads.statuses).join(', ')}); p50 ${at(sorted, 0.5)} ms, p99 ${at(sorted, 0.99)} ms, most ${at(sorted, 1)} ms`,
    `writes: ${counts(writes.statuses).join(', ')}; ${writes.acknowledged.length} publications acknowledged`,
    `from the answer to a publication to its ranking: p50 ${at(lag, 0.5)} ms, p99 ${at(lag, 0.99)} ms`,
    `faults: ${Object.entries(faults)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    ...Object.entries(memory).map(
      ([name, { before, after }]) => `memory of ${name}: ${before.toFixed(1)} MB, then ${after.toFixed(1)} MB`,
    ),
  ].join('\n');
};
