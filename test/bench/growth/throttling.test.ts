import { describe, expect, it } from 'vitest';
import { type Limits, type Load, throttled } from './throttling.ts';

const WIDE: Limits = {
  gateway: { perSecond: 1e6, burst: 1e6 },
  functions: { atOnce: 1e6, start: 1e6, growth: 0 },
  itemUnits: 1e6,
};
const LOAD: Load = { perSecond: 1000, seconds: 20, shares: [1], units: 0.5, milliseconds: 10, seed: 1 };

const sumOf = ({ answered, refused, waiting }: ReturnType<typeof throttled>) =>
  answered + waiting + refused.gateway + refused.functions + refused.item;

describe('reads within every limit', () => {
  it('are all answered', () => {
    const outcome = throttled(LOAD, WIDE);
    expect(outcome.answered).toBe(outcome.asked);
    expect(outcome.first).toBeNull();
  });

  it('come as often as they should, by chance that is the same for the same seed', () => {
    const { asked } = throttled(LOAD, WIDE);
    expect(Math.abs(asked - 20_000)).toBeLessThan(500);
    expect(throttled(LOAD, WIDE).asked).toBe(asked);
    expect(throttled({ ...LOAD, seed: 2 }, WIDE).asked).not.toBe(asked);
    const few = throttled({ ...LOAD, perSecond: 20, seconds: 500 }, WIDE).asked;
    expect(Math.abs(few - 10_000)).toBeLessThan(400);
  });
});

describe('every read', () => {
  it.each([1, 2, 3])('is answered, refused or under way (seed %i)', (seed) => {
    const narrow: Limits = {
      gateway: { perSecond: 900, burst: 1000 },
      functions: { atOnce: 40, start: 5, growth: 10 },
      itemUnits: 200,
    };
    const outcome = throttled({ ...LOAD, seed }, narrow);
    expect(sumOf(outcome)).toBe(outcome.asked);
  });
});

describe('the gateway', () => {
  it('lets its burst through, and then its rate', () => {
    const outcome = throttled(LOAD, { ...WIDE, gateway: { perSecond: 100, burst: 300 } });
    expect(outcome.answered).toBe(300 + 100 * 20 - 10);
    expect(outcome.first).toEqual({ limit: 'gateway', second: 0 });
  });
});

describe('functions', () => {
  it('are refused where there is no room for them, until more may start', () => {
    const functions = { atOnce: 100, start: 5, growth: 100 };
    const outcome = throttled(LOAD, { ...WIDE, functions });
    // Ten at once are needed: half of the first ten seconds is refused, nothing after.
    expect(outcome.refused.functions).toBeGreaterThan(4500);
    expect(outcome.refused.functions).toBeLessThan(5500);
    expect(outcome.mostAtOnce).toBeLessThanOrEqual(14);
  });
});

describe('an item', () => {
  it('gives its units and no more; the others are tried again, and fail at last', () => {
    const outcome = throttled(LOAD, { ...WIDE, itemUnits: 100 });
    // 100 at the start and 100 a second, half a unit each.
    expect(outcome.answered).toBe(200 + 200 * 20 - 20);
    expect(outcome.refused.item).toBeGreaterThan(15_000);
    expect(outcome.first?.limit).toBe('item');
  });

  it('occupies functions by what waits for it', () => {
    const wide = throttled(LOAD, WIDE).mostAtOnce;
    expect(throttled(LOAD, { ...WIDE, itemUnits: 100 }).mostAtOnce).toBeGreaterThan(10 * wide);
  });

  it('does not make more functions run than may', () => {
    const functions = { atOnce: 50, start: 50, growth: 0 };
    const outcome = throttled(LOAD, { ...WIDE, functions, itemUnits: 100 });
    expect(outcome.mostAtOnce).toBeLessThanOrEqual(51);
    expect(outcome.refused.functions).toBeGreaterThan(0);
  });

  it('is not alone: the same reads over many items are answered', () => {
    const outcome = throttled({ ...LOAD, shares: Array.from({ length: 20 }, () => 1) }, { ...WIDE, itemUnits: 100 });
    expect(outcome.answered).toBe(outcome.asked);
  });

  it('is asked for by its share', () => {
    const outcome = throttled({ ...LOAD, shares: [0, 3, 1] }, { ...WIDE, itemUnits: 375 });
    const alone = throttled({ ...LOAD, shares: [1] }, { ...WIDE, itemUnits: 375 });
    expect(alone.refused.item).toBeGreaterThan(1000);
    expect(outcome.refused.item).toBeLessThan(alone.refused.item / 10);
  });
});
