import { Problem } from '@chi-so/runtime/problem';
import { COMPONENTS, EDITIONS } from './catalogue.ts';
import { checkAll, checkChanges, checkCurrent, checkPast, checkSeries, type Seen } from './checks.ts';
import { isPassing } from './invocations.ts';
import { readChanges, readRanking, readSeries } from './requests.ts';
import type { Tools } from './tools.ts';
import type { World } from './world.ts';

/** Somebody who reads all the time, and holds each answer against the model. */

/**
 * Reads until the history is over. A `steady-reader` reads consistently, and must never see anything go back; a `reader`
 * reads as the query functions do, from any replica.
 */
export const keepReading = async (
  world: World,
  kind: 'reader' | 'steady-reader',
  isOver: () => boolean,
): Promise<void> => {
  const { model, scheduler, random, script } = world;
  const seen: Seen | null = kind === 'steady-reader' ? new Map() : null;
  const self = { name: kind, speed: 0.2, isDead: false };
  let since = 0;

  const ask = async <T>(handler: (tools: Tools) => Promise<T>): Promise<T | Problem | undefined> => {
    try {
      return await world.invoke(kind, kind, handler);
    } catch (error) {
      if (error instanceof Problem && error.status < 500) return error;
      if (!isPassing(error)) throw error;
      return undefined;
    }
  };

  const read = async (): Promise<void> => {
    const release = { edition: random.below(4) ? EDITIONS[0] : EDITIONS[1], period: random.pick(script.periods) };
    const component = random.pick(COMPONENTS);
    const dice = random.below(10);
    if (dice < 2) {
      const answer = await ask((tools) => readRanking(tools, release, { component: '*' }));
      if (answer) checkAll(model, release, answer, seen);
    } else if (dice < 5) {
      const group = random.below(3) === 0 ? random.pick(['north', 'south', 'all']) : undefined;
      const answer = await ask((tools) => readRanking(tools, release, { component, ...(group ? { group } : {}) }));
      if (answer) checkCurrent(model, release, component, group, answer, seen);
    } else if (dice < 7) {
      const log = model.log.of(release.edition);
      const entry = log[random.below(log.length)];
      if (!entry) return;
      const asked =
        entry.revision !== null && random.below(2) ? { revision: String(entry.revision) } : { as_of: entry.at };
      const about = { ...release, period: entry.period };
      const answer = await ask((tools) => readRanking(tools, about, { component, ...asked }));
      if (answer) checkPast(model, about, component, asked, answer);
    } else if (dice < 8) {
      const answer = await ask((tools) => readSeries(tools, release.edition, component));
      if (answer && !(answer instanceof Problem)) checkSeries(model, release.edition, component, answer, seen);
    } else {
      const limit = random.below(2) ? 1 + random.below(3) : undefined;
      const answer = await ask((tools) => readChanges(tools, since, limit));
      if (answer && !(answer instanceof Problem)) since = checkChanges(model, since, answer);
    }
  };

  try {
    while (!isOver()) {
      await scheduler.perform(
        self,
        () => 'is about to read',
        () => {},
      );
      await read();
    }
  } catch (error) {
    scheduler.fail(error);
  }
};
