import { describe, expect, it } from 'vitest';
import { dayText, differenceText, exactText, instantText, monthText, scoreText } from './figures.ts';

describe('a figure', () => {
  it.each([
    [66.499268, 2, '66,50', '66.50'],
    [2.675, 2, '2,68', '2.68'],
    [1234.5, 1, '1.234,5', '1,234.5'],
    [0, 2, '0,00', '0.00'],
    [-0.001, 2, '0,00', '0.00'],
    [100, 0, '100', '100'],
  ])('%d to %i decimals is %s in Vietnamese, %s in English', (value, decimals, vi, en) => {
    expect([scoreText('vi', value, decimals), scoreText('en', value, decimals)]).toEqual([vi, en]);
  });

  it('as it was sent keeps every digit', () => {
    expect([66.499268, 60, -0.5, 1e-7].map((figure) => exactText('vi', figure))).toEqual([
      '66,499268',
      '60',
      '−0,5',
      '1e-7',
    ]);
  });

  it('has its sign where it is a difference, and none where it rounds to nothing', () => {
    expect([0.42, -0.08, 0.001, 0].map((value) => differenceText('vi', value, 2))).toEqual([
      '+0,42',
      '−0,08',
      '0,00',
      '0,00',
    ]);
  });

  it('of a date is written as the language writes it', () => {
    expect([dayText('vi', '2020-05-05'), dayText('en', '2026-11-25T14:59:14.635Z')]).toEqual([
      '5/5/2020',
      '25 November 2026',
    ]);
    // After midnight in Vietnam.
    expect(dayText('vi', '2026-11-25T17:00:00.000Z')).toBe('26/11/2026');
    expect(instantText('vi', '2026-11-25T17:05:00.000Z')).toBe('26/11/2026 00:05');
    expect([monthText('vi', '2026-03-01'), monthText('en', '2026-03-01')]).toEqual(['3/2026', 'March 2026']);
  });
});
