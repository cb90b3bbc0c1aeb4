import { describe, expect, it } from 'vitest';
import { en, figure, listed, periodWords, vi, written } from './sentence.ts';

describe('a sentence', () => {
  it('writes a number with all digits that were released and the decimal mark of its language', () => {
    expect([66.499268, 20, 0, -1.5, 1e-7, 1000].map((value) => written(value, 'vi'))).toEqual([
      ...['66,499268', '20', '0', '-1,5', '0,0000001', '1000'],
    ]);
    expect(written(66.499268, 'en')).toBe('66.499268');
  });

  it('keeps the figures and the names in it, those of its parts too, in their order', () => {
    const part = vi`đạt ${figure('score', 66.5)} điểm`;
    expect(vi`${'Huế'} ${part}, thứ ${figure('rank', 3)}.`).toEqual({
      text: 'Huế đạt 66,5 điểm, thứ 3.',
      figures: [
        { kind: 'score', value: 66.5 },
        { kind: 'rank', value: 3 },
      ],
      names: ['Huế'],
    });
  });

  it('names periods as people do', () => {
    const all = ['2019', '2025-H1', '2025-H2', '2025-Q3'];
    expect(all.map((period) => periodWords(period, 'vi').text)).toEqual([
      ...['năm 2019', 'nửa đầu năm 2025', 'nửa cuối năm 2025', 'quý 3 năm 2025'],
    ]);
    expect(all.map((period) => periodWords(period, 'en').text)).toEqual(['2019', 'H1 2025', 'H2 2025', 'Q3 2025']);
  });

  it('lists names with "và" or "and" before the last', () => {
    expect([listed(['A'], 'vi').text, listed(['A', 'B', 'C'], 'vi').text, listed(['A', 'B'], 'en').text]).toEqual([
      ...['A', 'A, B và C', 'A and B'],
    ]);
    expect(en`${listed(['A', 'B'], 'en')}`.names).toEqual(['A', 'B']);
  });
});
