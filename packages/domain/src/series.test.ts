import { describe, expect, it } from 'vitest';
import { aMethodology, announced, aUnitSet, released } from './fixtures.ts';
import { rankingDocument } from './ranking-document.ts';
import { seriesColumn } from './series.ts';

const columnOf = (ranked_groups: string[]) => {
  const document = rankingDocument(
    {
      release: { index: 'test', period: '2019', unit_set: 'TEST', edition: 'main' },
      publication: { entry: 1, revision: 1, at: '2026-01-01T00:00:00.000Z', cause: 'publish', reason: null },
      pins: { methodology: 'test-2010', methodology_version: 1, unit_set_version: 1 },
      source: {
        ...{ title: 'thử', publisher: 'thử', kind: 'compilation', certainty: 'unknown' },
        ...{ document: null, published_on: null, signatory: null, url: null, notes: [] },
      },
      announcement: announced(),
      units: released({ a: 3, b: 2, c: 1 }),
      methodology: aMethodology({ ranked_groups }),
      unit_set: aUnitSet(['a', 'b', 'c'], { north: ['a', 'b'], south: ['c'], coast: ['b', 'c'] }),
    },
    'total',
  );
  return seriesColumn(document, []).points.map(({ unit, group, rank, rank_of }) => [unit, group, rank, rank_of]);
};

describe('a column of a series', () => {
  it('places every unit in the group that the methodology ranks', () => {
    expect(columnOf(['all'])).toEqual([
      ['a', 'all', 1, 3],
      ['b', 'all', 2, 3],
      ['c', 'all', 3, 3],
    ]);
  });

  it('places a unit once in each league that it plays in, and nowhere where it plays in none', () => {
    expect(columnOf(['north', 'coast'])).toEqual([
      ['a', 'north', 1, 2],
      ['b', 'north', 2, 2],
      ['b', 'coast', 1, 2],
      ['c', 'coast', 2, 2],
    ]);
    expect(columnOf(['south'])).toEqual([
      ['a', null, null, null],
      ['b', null, null, null],
      ['c', 'south', 1, 1],
    ]);
  });
});
