import { describe, expect, it } from 'vitest';
import { type StagedScore, type StageName, stageFigures, stagesIn } from './stage-figures.ts';

const staged = (unit: string, stage: StageName, score: number | null, component = 'c1'): StagedScore => ({
  ...{
    index: 'cchc',
    period: '2023',
    unit_set: 'VN63-46',
    edition: 'main',
    unit,
    component,
    stage,
    score,
    revision: 1,
  },
  ...{ status: score === null ? 'M' : 'A', reason: null, rank_published: null, grade_published: null },
  ...{ rank_claimed: null, source: null, note: null },
});

describe('the stages of an evaluation', () => {
  const scores = [
    staged('a', 'result', 2.2),
    staged('a', 'self', 2.5),
    staged('a', 'appraisal-1', 2),
    staged('b', 'self', 2.5),
    staged('b', 'appraisal-1', 2.4),
    staged('c', 'self', null),
    staged('c', 'result', 1),
  ];

  it('stand side by side in their order, those without a figure left out', () => {
    expect(stagesIn(scores)).toEqual(['self', 'appraisal-1', 'result']);
    expect(stagesIn([staged('a', 'result', 1)])).toEqual([]);
  });

  it('differ by what the result gave or took, on the decimals as released', () => {
    expect(stageFigures(scores, 'unit').map(({ id, difference }) => [id, difference])).toEqual([
      ['a', -0.3],
      // No result yet: the last appraisal.
      ['b', -0.1],
      // What was not self-scored is no zero.
      ['c', null],
    ]);
  });

  it('are those of one unit by component as well', () => {
    const own = [staged('a', 'self', 1, 'c1'), staged('a', 'result', 1, 'c1'), staged('a', 'result', 2, 'c2')];

    expect(stageFigures(own, 'component').map(({ id, difference }) => [id, difference])).toEqual([
      ['c1', 0],
      ['c2', null],
    ]);
  });
});
