import type { Series, SeriesColumn, SeriesPoint } from '@chi-so/domain/series';
import { describe, expect, it } from 'vitest';
import { type SeriesChoice, seriesBreaks, seriesGroups, seriesRows } from './series-response.ts';

const log = { index: 'pci', unit_set: 'VN63', edition: 'main' };

const point = (unit: string, group: string | null, rank: number | null): SeriesPoint => ({
  ...{ unit, score: 60, status: 'A', reason: null, rank_published: null },
  ...{ group, rank, rank_of: rank === null ? null : 63 },
});

const column = (period: string, points: SeriesPoint[], methodology = 'm1'): SeriesColumn => ({
  ...{ period, entry: 1, revision: 1, comparisons: [], points },
  ...{ methodology, methodology_version: 1, unit_set_version: 1 },
});

const series = (...columns: SeriesColumn[]): Series => ({
  component: 'total',
  units: ['a', 'b'].map((unit) => ({ unit, name_vi: unit, name_en: unit })),
  columns,
});

const ranksOf = (given: Series, choice: Partial<SeriesChoice> = {}) =>
  seriesRows(log, given, { units: ['a', 'b'], ...choice }, 'vi').map(({ period, unit, group, rank }) =>
    [period, unit, group, rank].join(' '),
  );

describe('a series of units that are ranked together and in their regions', () => {
  const both = series(
    column('2019', [point('a', 'all', 5), point('a', 'north', 2), point('b', 'all', 9), point('b', 'south', 1)]),
  );

  it('has their ranks among all, and no others', () => {
    expect(ranksOf(both)).toEqual(['2019 a all 5', '2019 b all 9']);
  });

  it('has those of one region where that is asked for, and only its units', () => {
    expect(ranksOf(both, { group: 'north' })).toEqual(['2019 a north 2']);
    expect(seriesGroups(both)).toEqual(['all', 'north', 'south']);
  });
});

describe('a series of units that are ranked in leagues only', () => {
  it('has each in its own, and those in none without a rank', () => {
    const leagues = series(column('2019', [point('a', 'departments', 5), point('b', null, null)]));

    expect(ranksOf(leagues)).toEqual(['2019 a departments 5', '2019 b  ']);
  });
});

describe('the bounds of a series', () => {
  const points = [point('a', 'all', 1)];
  const quarters = series(
    column('2018', points),
    column('2019-Q1', points),
    column('2019', points),
    column('2020-H1', points, 'm2'),
  );
  const periods = (choice: Partial<SeriesChoice>) =>
    seriesRows(log, quarters, { units: ['a'], ...choice }, 'vi').map(({ period }) => period);

  it('take in a year with its parts', () => {
    expect(periods({ from: '2019', to: '2019' })).toEqual(['2019-Q1', '2019']);
    expect(periods({ from: '2019-H2' })).toEqual(['2020-H1']);
    expect(periods({ to: '2019-H1' })).toEqual(['2018', '2019-Q1']);
  });

  it('leave out the breaks beyond them', () => {
    const breaks = (choice: Partial<SeriesChoice>) =>
      seriesBreaks(quarters, choice, 'vi').map(({ from, to }) => [from, to]);

    expect(breaks({})).toEqual([['2019', '2020-H1']]);
    expect(breaks({ to: '2019' })).toEqual([]);
  });
});
