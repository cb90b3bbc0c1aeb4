import { describe, expect, it } from 'vitest';
import { carriedPoint } from './carried-point.ts';
import { meanScore } from './mean-score.ts';
import type { SeriesPoint } from './series.ts';

const point = (unit: string, score: number | null, given: Partial<SeriesPoint> = {}): SeriesPoint => ({
  ...{ unit, score, status: score === null ? 'M' : 'A', reason: score === null ? 'not-surveyed' : null },
  ...{ rank: score === null ? null : 4, rank_published: null, rank_of: 63, group: 'all' },
  ...given,
});
const whole = { relation: 'whole', units: ['a', 'b'] } as const;
const originOf = ({ relation, units }: { relation: 'whole'; units: readonly string[] }) => ({
  relation,
  units: [...units],
});

describe('a figure carried over the same territory', () => {
  it('keeps status and ranks, and names the unit that it was published of', () => {
    const published = point('a', 60.5, { status: 'P', rank_published: 5 });

    expect(carriedPoint('m', { relation: 'same', units: ['a'] }, [published])).toMatchObject({
      ...{ unit: 'm', score: 60.5, status: 'P', rank: 4, rank_published: 5, rank_of: 63 },
      ...{ carried: 'unchanged', origin_units: ['a'], score_min: null },
    });
  });
});

describe('a figure of merged territory', () => {
  it('is an estimate without a rank, between the least and the greatest of its constituents', () => {
    expect(carriedPoint('m', originOf(whole), [point('a', 60), point('b', 61)])).toMatchObject({
      ...{ score: 60.5, status: 'E', rank: null, rank_published: null, rank_of: null, group: null },
      ...{ carried: 'constituents', origin_units: ['a', 'b'], score_min: 60, score_max: 61 },
    });
  });

  it('is missing where one constituent has no score: the other one is not the whole', () => {
    const expected = { score: null, rank: null, score_min: null, score_max: null, origin_units: ['a', 'b'] };

    expect(carriedPoint('m', originOf(whole), [point('a', 60), point('b', null)])).toMatchObject({
      ...expected,
      ...{ status: 'M', reason: 'unknown' },
    });
    expect(carriedPoint('m', originOf(whole), [point('a', 60)])).toMatchObject(expected);
    expect(carriedPoint('m', originOf(whole), [point('a', null), point('b', null)])).toMatchObject({
      ...expected,
      reason: 'not-surveyed',
    });
    expect(carriedPoint('m', originOf(whole), [])).toBeUndefined();
  });

  it('shown for a part of it is an estimate too, named after the whole', () => {
    expect(carriedPoint('a', { relation: 'part', units: ['m'] }, [point('m', 60)])).toMatchObject({
      ...{ unit: 'a', score: 60, status: 'E', rank: null, carried: 'merged-unit', origin_units: ['m'] },
    });
  });
});

describe('the mean of scores', () => {
  it('has one decimal more than the finest of them, rounded half up', () => {
    expect(meanScore([60.11, 60.12])).toBe(60.115);
    expect(meanScore([60, 61])).toBe(60.5);
    expect(meanScore([0.1, 0.2])).toBe(0.15);
    expect(meanScore([1, 1, 2])).toBe(1.3);
    expect(meanScore([66.499268])).toBe(66.499268);
  });
});
