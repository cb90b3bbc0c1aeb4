import { expect, it } from 'vitest';
import { nearestFirst } from './nearest-first.ts';

it('puts the nearest first, and last whose distance nobody knows', () => {
  const rows = [2.5, null, 0, 1.2, null].map((distance) => ({ distance }));

  expect(nearestFirst(rows).map(({ distance }) => distance)).toEqual([0, 1.2, 2.5, null, null]);
});
