/**
 * Chance that comes out the same for the same seed, on every machine: Mulberry32 (Tommy Ettinger, public domain), 32 bits
 * of state, one 32-bit number a call, which passes gjrand's tests. Enough to spread some 100,000 draws; no cryptography.
 */

/** Gives numbers from 0 to below 1. The seed is a whole number from 0 to below 2^32. */
export const uniformDraws = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
};
