import { expect, it } from 'vitest';
import { differingFigures, type Figure } from './differing-figures.ts';

const figure = (more: Partial<Figure> = {}): Figure => ({
  ...{ score: 60, rank: 3, rank_published: 3, grade_published: 'Khá' },
  ...more,
});

it('finds what differs beside the score: the computed rank, the printed one, the printed grade', () => {
  expect(differingFigures(figure(), figure({ score: 61 }))).toEqual([]);
  expect(differingFigures(figure(), figure({ grade_published: 'Tốt' }))).toEqual(['grade_published']);
  expect(differingFigures(figure(), figure({ rank: 2, rank_published: null }))).toEqual(['rank', 'rank_published']);
});

it('takes a cell that was not there for one that says nothing', () => {
  expect(differingFigures(null, figure({ rank: null, rank_published: null }))).toEqual(['grade_published']);
});
