import { describe, expect, it } from 'vitest';
import { rankTicks } from './rank-ticks.ts';
import { namedPeriods, spreadLabels, timeFrame } from './time-frame.ts';

const room = { width: 1000, left: 0, labels: 200 };

describe('the time axis', () => {
  it('has a period where it lies in time, whatever was left out between', () => {
    const frame = timeFrame(['2023', '2019', '2020'], 0, room);

    expect(frame.periods.map((period) => Math.round(frame.xOf(period)))).toEqual([8, 204, 792]);
  });

  it('goes on to what happened after the last period', () => {
    const frame = timeFrame(['2023', '2024'], 2025 * 12 + 6, room);

    expect(Math.round(frame.xOf('2024'))).toBe(8 + Math.round((784 * 12) / 18));
  });

  it('names the last period, and as many others as have room', () => {
    const years = Array.from({ length: 20 }, (_, i) => String(2005 + i));
    const frame = timeFrame(years, 0, { ...room, width: 400 });

    expect(namedPeriods(frame, 44)).toEqual(['2009', '2014', '2019', '2024']);
  });
});

describe('labels at the ends of lines', () => {
  it('stay where they are while they do not touch', () => {
    expect(spreadLabels([100, 10], 16, 0, 200)).toEqual([100, 10]);
  });

  it('are moved apart in their order, and stay within the drawing', () => {
    expect(spreadLabels([100, 99, 101], 16, 0, 200)).toEqual([115, 99, 131]);
    expect(spreadLabels([199, 200], 16, 0, 200)).toEqual([184, 200]);
  });
});

describe('the ranks at an axis', () => {
  it.each([
    [63, [1, 10, 20, 30, 40, 50, 63]],
    [34, [1, 5, 10, 15, 20, 25, 30, 34]],
    [5, [1, 2, 3, 4, 5]],
    [2, [1, 2]],
  ])('of %i begin with 1 and end with the last', (lowest, ticks) => {
    expect(rankTicks(lowest)).toEqual(ticks);
  });
});
