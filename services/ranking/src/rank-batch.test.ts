import { recorded } from '@chi-so/runtime/metrics';
import { linesOf } from '@chi-so/runtime/written-lines';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aScene, contentOf, type Scene } from '../../../test/faults/scene.ts';

/** What the ranking function measures and says of a batch. */

let scene: Scene;
beforeEach(async () => {
  scene = await aScene();
  // What making the scene has measured.
  await linesOf(recorded(async () => {}));
});
afterEach(() => void vi.useRealTimers());

type Line = Record<string, unknown>;

/** The metrics of a batch with one entry, and the lines of its log. */
const ranked = async (entry: number): Promise<{ metrics: Line; log: Line[] }> => {
  const lines = await linesOf(() => recorded(scene.rank)([entry]));
  const all = lines.map((line): Line => JSON.parse(line));
  return {
    metrics: all.find(({ _aws }) => _aws !== undefined) ?? {},
    log: all.filter(({ level }) => level !== undefined),
  };
};
const all = contentOf([61, 60, 59, 58, 57]);
const withoutTwo = contentOf([61, 60, 59, null, null]);

it('measures what it put, how long that was after the publication, and how much the ranking covers', async () => {
  const entry = await scene.release('2020', all);
  vi.useFakeTimers({ toFake: ['Date'], now: scene.clock.now + 1500 });

  const { metrics } = await ranked(entry);
  expect(metrics).toMatchObject({ PublicationLag: 1500, Coverage: 100 });
  expect(metrics.RankingsRecomputed).toBeGreaterThan(3);
  expect(metrics).not.toHaveProperty('CoverageShrank');
  expect(metrics).not.toHaveProperty('RankingsDegraded');
});

it('says which release covers less than the publication before it', async () => {
  await ranked(await scene.release('2020', all));
  const { metrics, log } = await ranked(await scene.release('2021', withoutTwo));

  expect(metrics).toMatchObject({ Coverage: 60, CoverageShrank: 1 });
  expect(log.find(({ message }) => message === 'coverage shrank')).toMatchObject({
    release: 'toy/T5/main/2021',
    now: { scored: 3, units: 5 },
    before: { scored: 5, units: 5 },
  });
});

it('measures no lag of an entry that was ranked before', async () => {
  const entry = await scene.release('2020', all);
  await ranked(entry);

  expect((await ranked(entry)).metrics).toMatchObject({ RankingsRecomputed: 0 });
  expect((await ranked(entry)).metrics).not.toHaveProperty('PublicationLag');
});
