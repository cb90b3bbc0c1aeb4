import { setImmediate as everythingElse } from 'node:timers/promises';
import type { Random } from '../../fixtures/random.ts';
import { Divergence } from './divergence.ts';
import { virtualTime } from './virtual-time.ts';

/**
 * Nothing in a history happens by itself. Every call of a client, every pause and every poll waits here until it is its
 * turn; one is picked by chance, takes effect, and whoever waited for it goes on until all wait again. So one seed is one
 * order of events, whatever the machine does.
 */

/** One run of a function, or of a reader. What it is doing is picked the more often the faster it is. */
export type Invocation = { name: string; speed: number; isDead: boolean };

type Waiting = { by: Invocation | null; speed: number; what: () => string; happen: () => void | Promise<void> };

/** Something that may be picked now, though nothing waits for it. */
export type Chance = { speed: number; what: () => string; happen: () => void };

const LAST_EVENTS = 60;
const MOST_EVENTS = 20_000;

export type Scheduler = ReturnType<typeof createScheduler>;

export const createScheduler = (random: Random, start: number) => {
  let waiting: Waiting[] = [];
  let failure: unknown;
  let count = 0;
  const last: { time: number; by: string; what: () => string; outcome: string }[] = [];
  const clock = { now: start };
  const time = virtualTime((wake, milliseconds) => {
    const due = clock.now + milliseconds;
    const happen = () => {
      clock.now = Math.max(clock.now, due);
      wake();
    };
    waiting.push({ by: null, speed: 4, what: () => 'a pause ends', happen });
  }, random.next);

  let trace = 0;
  let isRunning = false;
  const note = (by: string, what: () => string): { outcome: string } => {
    const event = { time: clock.now, by, what, outcome: '' };
    last.push(event);
    if (last.length > LAST_EVENTS) last.shift();
    return event;
  };

  const pick = <T extends { speed: number }>(from: readonly T[]): T | undefined => {
    let at = random.next() * from.reduce((sum, { speed }) => sum + speed, 0);
    return from.find(({ speed }) => {
      at -= speed;
      return at < 0;
    });
  };

  const fail = (error: unknown): void => {
    failure ??= error;
  };

  /** Waits for its turn, does it then, and goes on with what came of it. Whoever is dead waits for ever. */
  const perform = <T>(by: Invocation, what: () => string, act: () => T | Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (by.isDead) return;
      const happen = async () => {
        const event = note(by.name, what);
        try {
          const result = await act();
          event.outcome = 'done';
          resolve(result);
        } catch (error) {
          event.outcome = (error as Error).name;
          reject(error);
        }
      };
      waiting.push({ by, speed: by.speed, what, happen });
    });

  /** Happens at some time or other, and nobody waits for it. */
  const orphan = (what: () => string, act: () => unknown): void => {
    const happen = async () => {
      const event = note('late', what);
      await Promise.resolve(act()).then(
        () => {
          event.outcome = 'done';
        },
        (error: Error) => {
          event.outcome = error.name;
        },
      );
    };
    waiting.push({ by: null, speed: 0.3, what, happen });
  };

  const kill = (invocation: Invocation): void => {
    invocation.isDead = true;
    waiting = waiting.filter(({ by }) => by !== invocation);
  };

  /** Until nothing waits and nothing could happen. `before` may do something of its own before each event. */
  const run = async (chances: () => Chance[], before: () => void): Promise<void> => {
    isRunning = true;
    time.virtual();
    try {
      for (;;) {
        await everythingElse();
        if (failure !== undefined) throw failure;
        before();
        // Whoever that has struck goes on now, not while a real engine is being waited for.
        await everythingElse();
        const all: (Waiting | Chance)[] = [...waiting, ...chances()];
        const next = pick(all);
        if (!next) return;
        if (++count > MOST_EVENTS) throw new Divergence(`No end after ${MOST_EVENTS} events`);
        clock.now += Math.floor(random.next() * 40);
        trace = (Math.imul(trace, 31) + clock.now + waiting.length) | 0;
        if ('by' in next) {
          waiting.splice(waiting.indexOf(next), 1);
          await next.happen();
        } else {
          note('source', next.what);
          next.happen();
        }
      }
    } finally {
      isRunning = false;
      time.real();
    }
  };

  return {
    perform,
    orphan,
    kill,
    run,
    clock,
    /** For a client that really has to wait. Nobody else runs meanwhile. */
    inRealTime: <T>(act: () => T): T => {
      time.real();
      let result: T | undefined;
      try {
        result = act();
      } finally {
        if (!(result instanceof Promise)) time.virtual();
      }
      return result instanceof Promise ? (result.finally(time.virtual) as T) : (result as T);
    },
    /** Ends the history: something is not as it must be. */
    fail,
    /** The same where this throws. Nobody who is part of the history hears of it. */
    orFail: (act: () => unknown): void => {
      try {
        act();
      } catch (error) {
        fail(error);
      }
    },
    note: (by: string, what: string): void => void note(by, () => what),
    count: (): number => count,
    /** The order of events in one number. */
    trace: (): number => trace,
    isRunning: (): boolean => isRunning,
    lastEvents: (): string[] =>
      last.map(({ time: at, by, what, outcome }) => `${at - start} ${by}: ${what()}${outcome ? ` → ${outcome}` : ''}`),
  };
};
