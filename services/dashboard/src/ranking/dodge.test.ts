import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dodge, placeLabels, ticksBetween } from './dodge.ts';

describe('dots on an axis', () => {
  it('never hide each other, however close their scores are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 63 }), (places) => {
        const dots = dodge(places, (x) => x, 11);
        expect(dots).toHaveLength(places.length);
        for (const [i, one] of dots.entries()) {
          for (const other of dots.slice(i + 1)) {
            if (one.lane === other.lane) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(11);
          }
        }
      }),
    );
  });

  it('stay on the axis where there is room', () => {
    expect(dodge([0, 20, 40], (x) => x, 11).map(({ lane }) => lane)).toEqual([0, 0, 0]);
    expect(dodge([0, 5, 6], (x) => x, 11).map(({ lane }) => lane)).toEqual([0, 1, -1]);
  });
});

describe('labels above an axis', () => {
  it('keep within its width and out of each other’s way', () => {
    const placed = placeLabels(
      [
        { x: 5, width: 100 },
        { x: 20, width: 100 },
        { x: 295, width: 80 },
      ],
      300,
    );

    expect(placed.map(({ left, row }) => [left, row])).toEqual([
      [0, 0],
      [0, 1],
      [220, 0],
    ]);
  });
});

describe('the ticks of an axis', () => {
  it.each([
    [59.95, 73.4, 5, [60, 65, 70]],
    [84.07, 85.9, 5, [84.5, 85, 85.5]],
    [0.2, 0.73, 3, [0.2, 0.4, 0.6]],
    [5, 5, 4, [5]],
  ])('from %d to %d, about %i, are %j', (low, high, wanted, ticks) => {
    expect(ticksBetween(low, high, wanted)).toEqual(ticks);
  });
});
