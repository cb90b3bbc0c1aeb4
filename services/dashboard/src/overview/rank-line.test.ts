import { describe, expect, it } from 'vitest';
import { isRanked, placeInTime, runsOf } from './rank-line.ts';

const points = (ranks: Record<string, number | null>) =>
  Object.entries(ranks).map(([period, rank]) => ({ period, rank, rank_of: 63 }));
const periodsOf = (runs: { period: string }[][]) => runs.map((run) => run.map(({ period }) => period));

describe('a line through ranks', () => {
  it('ends where a rank is not known, and where a period is missing: gaps are gaps', () => {
    expect(periodsOf(runsOf(points({ 2015: 1, 2016: 2, 2017: null, 2018: 3, 2020: 4 }), isRanked, []))).toEqual([
      ['2015', '2016'],
      ['2018'],
      ['2020'],
    ]);
  });

  it('ends where two periods do not compare', () => {
    const breaks = [{ from: '2012', to: '2013' }];

    expect(periodsOf(runsOf(points({ 2011: 9, 2012: 8, 2013: 2, 2014: 3 }), isRanked, breaks))).toEqual([
      ['2011', '2012'],
      ['2013', '2014'],
    ]);
  });

  it('stands in time, not in the order of its points', () => {
    expect([placeInTime('2012', '2010', '2020'), placeInTime('2020', '2020', '2020')]).toEqual([0.2, 1]);
  });
});
