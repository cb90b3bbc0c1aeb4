import fc from 'fast-check';
import { type EDITIONS, METHODOLOGIES, PERIODS } from './catalogue.ts';
import { FAULTS, type FaultLevels } from './fault-kinds.ts';

/** A history before it happens: what writers mean to do, how much goes wrong, and the seed of every chance in it. */

/** One intention of a writer. What it comes to depends on what the writer sees when its turn has come. */
export type Step = {
  action: 'release' | 'draft' | 'publish' | 'correct' | 'roll-back' | 're-rank' | 'withdraw' | 'rest';
  edition: (typeof EDITIONS)[number];
  /** Position among the periods of the script. */
  period: number;
  methodology: number;
  /** Seed of the figures that are sent. */
  figures: number;
  /** Where the writer looks before it acts: what is served, the log, or what it remembers. */
  looks: 'ranking' | 'log' | 'memory';
  /** Whether it names the base that it saw where it need not. */
  namesBase: boolean;
  /** Whether it publishes its correction at once. */
  publishes: boolean;
  /** Whether it looks again and insists when somebody else was faster. */
  insists: boolean;
  /** Which of several revisions it means. */
  pick: number;
};

export type Script = {
  /** Seed of the order of events and of when something goes wrong. */
  chance: number;
  periods: string[];
  writers: Step[][];
  faults: FaultLevels;
  /** Readers go on until there were so many events. */
  events: number;
};

const often = <const T>(weight: number, value: T) => ({ weight, arbitrary: fc.constant(value) });
const aSeed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.oneof(
    { withCrossShrink: true },
    often(1, 'rest'),
    often(80, 'release'),
    often(20, 'draft'),
    often(30, 'publish'),
    often(90, 'correct'),
    often(20, 'roll-back'),
    often(20, 're-rank'),
    often(20, 'withdraw'),
  ),
  edition: fc.oneof(often(4, 'main'), often(1, 'web')),
  period: fc.nat(PERIODS.length - 1),
  methodology: fc.oneof(often(4, 0), often(2, 1), often(2, METHODOLOGIES.length - 1)),
  figures: aSeed,
  looks: fc.constantFrom('log', 'ranking', 'memory'),
  namesBase: fc.boolean(),
  publishes: fc.oneof(often(4, true), often(1, false)),
  insists: fc.boolean(),
  pick: fc.nat(7),
});

/** Nearly always on; a history that fails shrinks to the kinds that it needs. */
const level = fc.oneof({ withCrossShrink: true }, often(1, 0), {
  weight: 400,
  arbitrary: fc.integer({ min: 1, max: 3 }),
});

/** Histories of which every one replays from the seed that it is drawn with. */
export const aScript: fc.Arbitrary<Script> = fc.record({
  chance: aSeed,
  periods: fc.subarray([...PERIODS], { minLength: 2, maxLength: 3 }),
  writers: fc.array(fc.array(step, { minLength: 7, maxLength: 12 }), { minLength: 2, maxLength: 3 }),
  faults: fc.record(Object.fromEntries(FAULTS.map((kind) => [kind, level]))) as fc.Arbitrary<FaultLevels>,
  events: fc.constant(200),
});

/** The script of one seed. */
export const scriptOf = (seed: number): Script => {
  const [script] = fc.sample(aScript, { seed, numRuns: 1 });
  if (!script) throw new Error('fast-check gave no script');
  return script;
};
