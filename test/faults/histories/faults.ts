import type { Random } from '../../fixtures/random.ts';
import { FAULTS, type FaultKind, type FaultLevels } from './fault-kinds.ts';

/** How likely each kind is at level 1: of calls that it can strike, or of events. */
const LIKELIHOOD: Record<FaultKind, number> = {
  throttled: 0.008,
  'lost-answer': 0.01,
  'never-arrives': 0.004,
  'arrives-late': 0.008,
  conflict: 0.03,
  unprocessed: 0.08,
  'small-page': 0.08,
  crash: 0.0012,
  abandoned: 0.001,
  'not-invoked': 0.02,
  'poller-crash': 0.0008,
  'taken-over': 0.001,
  'old-checkpoint': 0.0008,
  'shard-split': 0.0012,
  trim: 0.0003,
  'destination-down': 0.3,
  outage: 0.0004,
  clock: 0.0012,
  replay: 0.0008,
  rebuild: 0.00015,
  'stale-read': 0.1,
};

export type Faults = ReturnType<typeof createFaults>;

/** Decides what goes wrong, and counts it. Once healed, nothing does. */
export const createFaults = (levels: FaultLevels, random: Random) => {
  const counts = Object.fromEntries(FAULTS.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  let isHealed = false;
  /** At most one of the kinds, by one throw of the dice. */
  const strikes = <K extends FaultKind>(...kinds: readonly K[]): K | undefined => {
    if (isHealed) return undefined;
    let dice = random.next();
    const struck = kinds.find((kind) => {
      dice -= LIKELIHOOD[kind] * levels[kind];
      return dice < 0;
    });
    if (struck) counts[struck]++;
    return struck;
  };
  return {
    counts,
    strikes,
    random,
    heal: (): void => {
      isHealed = true;
    },
    isHealed: (): boolean => isHealed,
  };
};
