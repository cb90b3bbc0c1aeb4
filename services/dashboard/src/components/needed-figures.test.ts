import { describe, expect, it } from 'vitest';
import { neededFigures } from './needed-figures.ts';

describe('the points that a target needs', () => {
  it.each([
    [0.424, 66.924, '0,43', '66,93'],
    [0.42, 66.92, '0,42', '66,92'],
    [0.01, 66.51, '0,01', '66,51'],
    [0.003421, 66.503421, '0,003421', '66,503421'],
  ])('%d are enough as they are written', (points, required_score, lacking, score) => {
    expect(neededFigures({ points, required_score }, 2, 'vi')).toEqual({ points: lacking, score });
  });
});
