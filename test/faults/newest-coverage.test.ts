import { recompute } from '@chi-so/ranking/recompute';
import { beforeEach, expect, it } from 'vitest';
import { aScene, contentOf, LOG, type Scene } from './scene.ts';

/** What the ranking function says of how much the newest ranking of a log covers. */

let scene: Scene;
beforeEach(async () => {
  scene = await aScene();
});

const complete = contentOf([61, 60, 59]);
const withoutOne = contentOf([61, 60, null]);
const coverageAfter = async (entry: number) => (await recompute(scene.tools, LOG, [entry])).coverage;

it('is of the newest period, beside the period before it', async () => {
  await coverageAfter(await scene.release('2021', complete));
  const coverage = await coverageAfter(await scene.release('2022', withoutOne));

  expect(coverage?.now.scored).toBe((coverage?.before?.scored ?? 0) - 1);
  expect(coverage?.now.units).toBe(coverage?.before?.units);
});

it('is beside what was official of the same period, where something was', async () => {
  await coverageAfter(await scene.release('2021', withoutOne));
  await coverageAfter(await scene.release('2022', complete));
  const coverage = await coverageAfter(await scene.release('2022', withoutOne));

  expect(coverage?.now.scored).toBe((coverage?.before?.scored ?? 0) - 1);
});

it('is nothing of an older period that is put in late, nor of what was ranked before', async () => {
  const newest = await scene.release('2022', complete);
  await coverageAfter(newest);

  expect(await coverageAfter(await scene.release('2021', withoutOne))).toBeNull();
  expect(await coverageAfter(newest)).toBeNull();
});

it('has nothing before it where nothing was official before', async () => {
  expect(await coverageAfter(await scene.release('2021', withoutOne))).toMatchObject({ before: null });
});
