import { expect, inject, it } from 'vitest';
import { soak } from './soak.ts';
import { failuresOf, soakText } from './soak-text.ts';

// The same as `npm run soak`, which goes on for ten minutes with fifty readers.
it('readers and writers over a bad database lose nothing, and are never told of its faults', async () => {
  const report = await soak({
    assembly: inject('stack').assembly,
    seconds: 20,
    readers: 8,
    writers: 2,
    pauseMs: 100,
    seed: 1,
  });
  console.log(soakText(report));

  // Twenty seconds are no time to tell a leak from a heap that finds its size.
  expect(failuresOf({ ...report, memory: {} })).toEqual([]);
  expect(report.writes.acknowledged.length).toBeGreaterThan(4);
  expect(Math.min(...Object.values(report.faults))).toBeGreaterThan(0);
});
