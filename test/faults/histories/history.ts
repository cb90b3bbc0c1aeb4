import './quiet.ts';
import type { Backend } from './backend.ts';
import { Divergence } from './divergence.ts';
import type { FaultKind } from './fault-kinds.ts';
import { requireLog } from './final-log.ts';
import { requireServed } from './final-served.ts';
import { misfortune } from './misfortune.ts';
import { MUTANTS } from './mutants.ts';
import { keepReading } from './reader.ts';
import { rebuildAll, requireIdleReplay, requirePoisonBound, requireVerified } from './recovery.ts';
import type { Script } from './script.ts';
import { createWorld } from './world.ts';
import { createWriter } from './writer.ts';

/** What a history came to. */
export type Report = {
  events: number;
  entries: number;
  invocations: number;
  repeats: number;
  /** Stream records that nobody delivers, because the stream forgot them or retries were exhausted. */
  trimmed: number;
  givenUp: number;
  faults: Record<FaultKind, number>;
  /** The order of events in one number: equal where two runs were the same. */
  trace: number;
};

/** What was written before a history began is everywhere. */
const LAGGING = /^(RANKING|SERIES|CHANGES|RELEASES|LOG)/;

/**
 * Lets the script happen, heals everything, lets the stream run dry, has ranked again what was lost for good, and then
 * compares everything that is served with the model.
 *
 * @throws Divergence with the last events.
 */
export const runHistory = async (script: Script, backend: Backend, mutant = 'none'): Promise<Report> => {
  const world = createWorld(script, backend, MUTANTS[mutant] ?? {});
  const { scheduler, faults, poller, model, counts } = world;
  backend.lagBy(({ pk }) => {
    if (script.faults['stale-read'] === 0 || !scheduler.isRunning() || !LAGGING.test(pk)) return 0;
    return faults.strikes('stale-read') ? 1 + faults.random.below(3) : 0;
  });
  let writing = script.writers.length;
  const isOver = () => writing === 0 && scheduler.count() >= script.events;
  const write = async (steps: Script['writers'][number], name: string) => {
    const act = createWriter(world, name);
    for (const step of steps) {
      const period = script.periods[step.period % script.periods.length] ?? '2019';
      await act(step, { edition: step.edition, period });
    }
    writing--;
    if (writing === 0) faults.heal();
  };
  const all = [
    ...script.writers.map((steps, i) => write(steps, `writer-${i + 1}`).catch(scheduler.fail)),
    keepReading(world, 'steady-reader', isOver),
    keepReading(world, 'reader', isOver),
  ];
  try {
    await scheduler.run(poller.chances, misfortune(world));
    await Promise.all(all);
    await requireLog(world);
    if (poller.lost.length + poller.given.length > 0) await rebuildAll(world);
    await requireServed(world);
    await requireVerified(world);
    await requireIdleReplay(world);
    await requirePoisonBound(world);
  } catch (error) {
    if (error instanceof Divergence) error.events = scheduler.lastEvents();
    throw error;
  }
  return {
    events: scheduler.count(),
    entries: model.log.ledger.length,
    invocations: counts.invocations,
    repeats: counts.repeats,
    trimmed: poller.lost.length,
    givenUp: poller.given.length,
    faults: faults.counts,
    trace: scheduler.trace(),
  };
};
