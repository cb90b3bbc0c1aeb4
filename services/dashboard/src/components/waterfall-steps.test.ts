import { describe, expect, it } from 'vitest';
import { decompositionTitle } from './decomposition-title.ts';
import { decompositionOf } from './waterfall-fixtures.ts';
import { strongestOf, type Waterfall, waterfallOf } from './waterfall-steps.ts';

describe('the steps from one total to the other', () => {
  it('go by size, the residual last and never spread', () => {
    const { start, end, steps } = waterfallOf(decompositionOf()) as Waterfall;

    expect(steps.map(({ key, points }) => [key, points])).toEqual([
      ['labor', 1.9],
      ['time', -1],
      ['land', 0.5],
      ['residual', 0.1],
    ]);
    expect([start, end]).toEqual([60, 61.5]);
    expect(steps.at(-1)?.to).toBeCloseTo(end, 10);
  });

  it('leave a step that nobody can explain where a component is missing', () => {
    const missing = decompositionOf({ land: 0.5, time: null }, { explained: 0.5, residual: null });

    expect(waterfallOf(missing)?.steps.at(-1)).toMatchObject({ kind: 'unexplained', points: 1, from: 60.5, to: 61.5 });
  });

  it('are none where the totals do not compare, or one is missing', () => {
    expect(waterfallOf(decompositionOf({}, null))).toBeNull();
    expect(waterfallOf(decompositionOf({}, { score: null }))).toBeNull();
  });

  it('name what lifts most and what pulls down most', () => {
    const waterfall = waterfallOf(decompositionOf()) as Waterfall;

    expect(strongestOf(waterfall)).toMatchObject({ up: { key: 'labor' }, down: { key: 'time' } });
    expect(decompositionTitle(waterfall, decompositionOf().meta, 'vi')).toBe(
      'Tăng 1,50 điểm so với 2018: cao hơn nhiều nhất ở labor (+1,90); thấp hơn nhiều nhất ở time (−1,00)',
    );
  });

  it('are behind the leader where points are lacking', () => {
    const decomposition = decompositionOf({ land: -1.5 }, { difference: -1.5 });
    const against = { kind: 'leader' as const, period: '2019', unit: 'A', unit_name: 'Quảng Ninh' };

    expect(decompositionTitle(waterfallOf(decomposition) as Waterfall, { ...decomposition.meta, against }, 'en')).toBe(
      '1.50 points behind Quảng Ninh: furthest down in land (−1.50)',
    );
  });
});
