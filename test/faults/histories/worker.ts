import './quiet.ts';
import fc from 'fast-check';
import type { Divergence } from './divergence.ts';
import type { Report } from './history.ts';
import { inMemory, onBoth } from './places.ts';
import { aScript, type Script, scriptOf } from './script.ts';
import { counted, emptyTally, type Tally } from './tally.ts';

/** A process that runs a share of the histories and says what came of them. */

export type Share = {
  seeds: number[];
  mutant: string;
  /** Whether to look for the smallest script that fails, and whether to go on after the first one. */
  shrink: boolean;
  all: boolean;
  endpoint?: string;
};
export type Done = { tally: Tally };
export type Found = { seed: number; message: string; events: string[]; script?: string };

const SAY_EVERY_MS = 2000;

const work = async ({ seeds, mutant, shrink, all, endpoint }: Share): Promise<void> => {
  const tally = emptyTally();
  const run = (script: Script): Promise<Report> =>
    endpoint === undefined ? inMemory(script, mutant) : onBoth(script, endpoint, mutant);
  let saidAt = Date.now();
  for (const seed of seeds) {
    try {
      counted(tally, await run(scriptOf(seed)));
    } catch (error) {
      const { message, stack, events } = error as Divergence;
      await say({ tally });
      const found = { seed, message: events ? message : `${stack}`, events: events ?? [] };
      await say(shrink ? { ...found, script: await smallest(seed, run) } : found);
      if (!all) return;
    }
    if (Date.now() - saidAt < SAY_EVERY_MS) continue;
    saidAt = Date.now();
    await say({ tally });
  }
  await say({ tally });
};

/** fast-check draws the same script from the same seed, and takes away from it what the failure does not need. */
const smallest = async (seed: number, run: (script: Script) => Promise<unknown>): Promise<string> => {
  const property = fc.asyncProperty(aScript, async (script) => void (await run(script)));
  const { counterexample, numShrinks } = await fc.check(property, { seed, numRuns: 1 });
  return `(${numShrinks} steps) ${JSON.stringify(counterexample?.[0])}`;
};

const say = (message: Done | Found): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });

process.once('message', (share: Share) => {
  work(share).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
