import { describe, expect, it } from 'vitest';
import { type Publishing, publishing } from './publication-queue.ts';

const GIVEN: Publishing = {
  publications: 100,
  logs: 10,
  seconds: 1000,
  shards: 1,
  batch: 1000,
  milliseconds: 100,
  limitSeconds: 60,
  seed: 1,
};

const most = (values: readonly number[]) => Math.max(...values);

describe('publications that come one by one', () => {
  it('wait for nothing but their own ranking', () => {
    const { delays } = publishing({ ...GIVEN, publications: 1 });
    expect(delays).toHaveLength(1);
    expect(delays[0]).toBeCloseTo(0.1);
  });

  it('are each ranked once, whatever the seed', () => {
    for (const seed of [1, 2, 3]) expect(publishing({ ...GIVEN, seed }).delays).toHaveLength(100);
  });
});

describe('publications that come all at once', () => {
  const burst = { ...GIVEN, seconds: 0.001 };

  it('wait for those before them', () => {
    const { delays, mostPerSecond } = publishing(burst);
    expect(most(delays)).toBeCloseTo(100 * 0.1, 0);
    expect(mostPerSecond).toBe(100);
  });

  it('wait less where the stream has more shards', () => {
    expect(most(publishing({ ...burst, shards: 4 }).delays)).toBeLessThan(0.7 * most(publishing(burst).delays));
  });

  it('lose what a call was doing when its time was over, and nothing else', () => {
    const cut = publishing({ ...burst, limitSeconds: 1.05 });
    expect(cut.cutOff).toBeGreaterThanOrEqual(8);
    expect(cut.delays).toHaveLength(100);
    expect(most(cut.delays)).toBeGreaterThan(most(publishing(burst).delays));
  });

  it('are never ranked where one takes longer than a call may', () => {
    expect(() => publishing({ ...burst, milliseconds: 2000, limitSeconds: 1 })).toThrow('none would ever be ranked');
  });
});
