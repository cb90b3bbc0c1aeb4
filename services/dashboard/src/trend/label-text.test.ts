import { describe, expect, it } from 'vitest';
import { decimalsBy } from './decimals.ts';
import { medianLabel, rankLabel, scoreLabel } from './label-text.ts';
import { rowOf } from './row-fixtures.ts';

const lineOf = (row: Parameters<typeof rowOf>[0]) => ({
  ...{ unit: 'VN63-46', name: 'Huế', tone: 'mine' },
  rows: [rowOf(row)],
});
const decimalsOf = decimalsBy([
  { methodology: 'hue', decimals: 3 },
  { methodology: 'hanoi', decimals: 2 },
]);

describe('the label at the end of a line', () => {
  it('has the decimals of the methodology that its figure is by', () => {
    const line = lineOf({ score: 87.187, methodology: 'hue' });
    const median = {
      period: '2019',
      unit_set: 'VN63-46',
      methodology: 'hanoi',
      median: 87.187,
      low: 80,
      high: 90,
      of: 9,
    };

    expect(scoreLabel(line, '2019', decimalsOf, 'vi')?.figure).toBe('87,187');
    expect(medianLabel(median, '2019', decimalsOf, 'vi').figure).toBe('87,19');
  });

  it('calls a rank computed that no publisher printed', () => {
    const figureOf = (rank_published: number | null) =>
      rankLabel(lineOf({ rank_published }), '2019', new Set(), 'vi')?.figure;

    expect([figureOf(20), figureOf(null)]).toEqual(['20/63', 'thứ hạng tính toán 20/63']);
  });
});
