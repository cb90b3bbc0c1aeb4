import { describe, expect, it } from 'vitest';
import { aComponent, aMethodology, aScore } from '../fixtures.ts';
import type { Methodology } from '../methodology.ts';
import { aContext, aRow } from './fixtures.ts';
import { gradeBand } from './grade-band.ts';

const withBands = (from: number | null, given: Partial<Methodology> = {}) =>
  aMethodology({
    grades: [
      {
        group: 'all',
        bands: [
          { grade: 'A', name_en: 'Group A', from: 90 },
          { grade: 'B', name_en: 'Group B', from },
        ],
      },
    ],
    ...given,
  });

const found = (score: number | null, grade_published: string, methodology = withBands(80)) =>
  gradeBand(aContext([aRow({ row: 2, ...aScore({ score, grade_published }) })], { methodology }));

describe('a printed grade', () => {
  it('that the score earns is no finding, whatever its spelling', () => {
    expect([...found(91, 'A'), ...found(90, 'a '), ...found(85, 'Group B')]).toEqual([]);
  });

  it('that the score does not earn is a warning', () => {
    expect(found(85, 'A')).toMatchObject([{ rule: 'grade-band', severity: 'warning', row: 2, value: 'A' }]);
  });

  it('that the methodology does not have is a warning', () => {
    expect(found(85, 'AB')).toMatchObject([{ rule: 'grade-band', value: 'AB' }]);
  });

  it('is not judged by thresholds that are unknown, without a score, or below the last band', () => {
    expect([...found(85, 'A', withBands(null)), ...found(null, 'A'), ...found(60, 'B')]).toEqual([]);
    expect(found(85, 'Tốt', aMethodology())).toEqual([]);
  });

  it('of a scorecard is earned by the percentage', () => {
    const card = withBands(80, {
      aggregation: { kind: 'points', factor: 1 },
      rank_by: 'percent',
      components: [aComponent('total', null, 70), aComponent('plan', 'total', 70)],
    });

    expect(found(62.62, 'B', card)).toEqual([]);
    expect(found(62.62, 'A', card)).toHaveLength(1);
  });
});
