import { describe, expect, it } from 'vitest';
import { aWeighing, figuresOf } from './fixtures.ts';
import { nearestProfiles, peersAmong } from './peers.ts';
import { type Weighing, weighingOf } from './weighing.ts';

const weighing = weighingOf(aWeighing()) as Weighing;
const FIVE = {
  u: { total: 6, a: 6, b: 6 },
  near: { total: 6.6, a: 7, b: 6 },
  far: { total: 2, a: 2, b: 2 },
  like: { total: 6, a: 6, b: 6 },
  part: { total: 6.1, a: 6, b: null },
};

describe('Peers of a unit', () => {
  it('are ranked among each other, the unit with them', () => {
    expect(
      peersAmong(figuresOf(FIVE), 'u', ['near', 'like', 'far']).map(({ unit, rank, peer_rank, difference }) => [
        ...[unit, rank, peer_rank, difference],
      ]),
    ).toEqual([
      ['near', 1, 1, 0.6],
      ['u', 3, 2, 0],
      ['like', 3, 2, 0],
      ['far', 5, 4, -4],
    ]);
  });

  it('by profile are the nearest in points of the total; one who lacks a component has no distance', () => {
    const nearest = nearestProfiles(figuresOf(FIVE), weighing, 'u', 2);
    expect([...(nearest ?? [])]).toEqual([
      ['like', 0],
      ['near', 0.6],
    ]);
    expect(nearestProfiles(figuresOf(FIVE), weighing, 'part', 2)).toBeUndefined();
  });
});
