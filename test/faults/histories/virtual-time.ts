/**
 * Time and chance of a history are the history's own: a pause waits for the scheduler, and comes out the same each
 * time.
 */

const REAL = { setTimeout: globalThis.setTimeout, random: Math.random };

type Later = (wake: () => void, milliseconds: number) => void;

/** Puts pauses and `Math.random` into other hands, until `real` is called. */
export const virtualTime = (later: Later, random: () => number) => {
  const set = (wake: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]) => {
    later(() => wake(...given), milliseconds);
  };
  const virtual = () => {
    globalThis.setTimeout = set as unknown as typeof setTimeout;
    Math.random = random;
  };
  const real = () => {
    globalThis.setTimeout = REAL.setTimeout;
    Math.random = REAL.random;
  };
  return { virtual, real };
};
