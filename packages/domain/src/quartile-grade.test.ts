import { releaseFiles } from '@chi-so/reference-data/releases';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Band } from './methodology.ts';
import { type QuartileRules, quartileGrades } from './quartile-grade.ts';

const bands: Band[] = ['high', 'high average', 'low average', 'low'].map((grade) => ({
  grade,
  name_en: grade,
  from: null,
}));
const rules: QuartileRules = { bands, direction: 'higher-is-better', extent: 'complete' };

const gradesOf = (figures: readonly number[], given: Partial<QuartileRules> = {}) =>
  figures.map(quartileGrades(figures, { ...rules, ...given }));
const sizesOf = (grades: readonly (string | null)[]) =>
  bands.map(({ grade }) => grades.filter((one) => one === grade).length);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('a grade by quartiles', () => {
  it('is the best for the highest quarter and the last for the lowest', () => {
    expect(gradesOf([10, 40, 20, 30])).toEqual(['low', 'high', 'low average', 'high average']);
  });

  it('of a score equal to a cut is the better one', () => {
    expect(gradesOf([1, 2, 3, 4, 5])).toEqual(['low', 'low average', 'high average', 'high', 'high']);
  });

  it.each([
    [63, [16, 16, 15, 16]],
    [61, [16, 15, 15, 15]],
    [60, [15, 15, 15, 15]],
    [34, [9, 8, 8, 9]],
  ])('makes groups whose sizes depend on how many are ranked: %i', (count, sizes) => {
    expect(sizesOf(gradesOf(upTo(count)))).toEqual(sizes);
  });

  it('is the same for the same score, however large the group becomes', () => {
    expect(gradesOf([1, 5, 5, 5, 5, 9])).toEqual(['low', 'high', 'high', 'high', 'high', 'high']);
    expect(sizesOf(gradesOf([7, 7, 7, 7]))).toEqual([4, 0, 0, 0]);
  });

  it('is the best for the lowest where lower is better, and a cut still belongs to the better group', () => {
    expect(gradesOf([1, 2, 3, 4, 5], { direction: 'lower-is-better' })).toEqual([
      'high',
      'high',
      'high average',
      'low average',
      'low',
    ]);
  });

  it('counts a score of zero, and gives none to a unit without a score', () => {
    const gradeOf = quartileGrades([0, 1, 2, 3], rules);

    expect([gradeOf(0), gradeOf(null)]).toEqual(['low', null]);
  });

  it.each([
    ['fewer than four are ranked', upTo(3), {}],
    ['nobody is ranked', [], {}],
    ['only the top is known', upTo(30), { extent: 'top' }],
    ['only some are known', upTo(30), { extent: 'partial' }],
    ['the methodology does not name four grades', upTo(30), { bands: bands.slice(1) }],
  ] as const)('is unknown where %s', (_, figures, given) => {
    expect(gradesOf(figures, given).filter((grade) => grade !== null)).toEqual([]);
  });

  it('is that of percentiles by linear interpolation, whatever the scores and their order', () => {
    const percentile = (ascending: readonly number[], share: number) => {
      const at = (ascending.length - 1) * share;
      const [below = 0, above = 0] = [ascending[Math.floor(at)], ascending[Math.ceil(at)]];
      return below + (at - Math.floor(at)) * (above - below);
    };
    const figure = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4);

    fc.assert(
      fc.property(fc.array(figure, { minLength: 4, maxLength: 70 }), (figures) => {
        const ascending = [...figures].sort((a, b) => a - b);
        const cuts = [0.75, 0.5, 0.25, 0].map((share) => percentile(ascending, share));
        const expected = figures.map((one) => bands[cuts.findIndex((cut) => one >= cut)]?.grade);
        expect(gradesOf(figures)).toEqual(expected);
      }),
    );
  });
});

describe('the quartiles of PAPI as it ships', () => {
  const scoresOf = (period: string) => {
    const file = releaseFiles().find((release) => release.index === 'papi' && release.period === period);
    const [, ...rows] = (file?.text ?? '').split('\n').filter((line) => line && !line.startsWith('#'));
    const scores = rows.map((row) => row.split(',')).filter(([, , score]) => score);
    return Map.groupBy(scores, ([, component = '']) => component);
  };
  const figuresOf = (rows: readonly string[][]) => rows.map(([, , score]) => Number(score));

  it.each(['2019', '2020'])('are 16, 16, 15 and 16 provinces in %s, in the total and in every dimension', (period) => {
    const sizes = [...scoresOf(period)].map(([component, rows]) => [component, sizesOf(gradesOf(figuresOf(rows)))]);

    expect(sizes).toEqual(
      ['total', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8'].map((one) => [one, [16, 16, 15, 16]]),
    );
  });

  it('span what the report of 2022 prints under its map of dimension 6', () => {
    const figures = figuresOf(scoresOf('2022').get('d6') ?? []);
    const grades = gradesOf(figures);
    const spans = bands.map(({ grade }) => {
      const own = figures.filter((_, i) => grades[i] === grade);
      return [grade, Math.min(...own).toFixed(4), Math.max(...own).toFixed(4)];
    });

    expect(spans).toEqual([
      ['high', '7.8579', '8.3148'],
      ['high average', '7.5189', '7.8072'],
      ['low average', '7.2294', '7.5173'],
      ['low', '6.4132', '7.2275'],
    ]);
  });
});
