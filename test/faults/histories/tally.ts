import type { FaultKind } from './fault-kinds.ts';
import type { Report } from './history.ts';

/** What many histories came to together. */
export type Tally = {
  histories: number;
  fewestEvents: number;
  sums: Record<'events' | 'entries' | 'invocations' | 'repeats' | 'trimmed' | 'givenUp', number>;
  faults: Partial<Record<FaultKind, number>>;
};

export const emptyTally = (): Tally => ({
  histories: 0,
  fewestEvents: Number.POSITIVE_INFINITY,
  sums: { events: 0, entries: 0, invocations: 0, repeats: 0, trimmed: 0, givenUp: 0 },
  faults: {},
});

export const counted = (tally: Tally, report: Report): void => {
  tally.histories++;
  tally.fewestEvents = Math.min(tally.fewestEvents, report.events);
  for (const key of Object.keys(tally.sums) as (keyof Tally['sums'])[]) tally.sums[key] += report[key];
  for (const [kind, count] of Object.entries(report.faults) as [FaultKind, number][]) {
    tally.faults[kind] = (tally.faults[kind] ?? 0) + count;
  }
};

/** In lines, for whoever ran them. */
export const tallyText = ({ histories, fewestEvents, sums, faults }: Tally): string => {
  const kinds = Object.entries(faults).map(([kind, count]) => `${kind} ${count}`);
  return [
    `${histories} histories, ${sums.events} events (${fewestEvents} at least), ${sums.entries} log entries, ` +
      `${sums.invocations} invocations, ${sums.repeats} requests repeated`,
    `${sums.trimmed} stream records lost for good, ${sums.givenUp} given up after all retries`,
    `faults: ${kinds.join(', ')}`,
  ].join('\n');
};
