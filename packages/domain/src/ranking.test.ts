import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMethodology, announced, aUnitSet, released } from './fixtures.ts';
import { rankComponent } from './ranking.ts';

const ranks = (scores: Record<string, number | null>, methodology = aMethodology()) => {
  const ranking = rankComponent(
    { announcement: announced(), units: released(scores), methodology, unit_set: aUnitSet(Object.keys(scores)) },
    'total',
  );
  return Object.fromEntries(ranking.groups[0]?.places.map(({ unit, rank }) => [unit, rank]) ?? []);
};

describe('a ranking', () => {
  it('gives units with the same score the same rank and skips the next', () => {
    expect(ranks({ a: 9, b: 8, c: 8, d: 7 })).toEqual({ a: 1, b: 2, c: 2, d: 4 });
  });

  it('ranks a score of zero and lists a missing score unranked', () => {
    expect(ranks({ a: 1, zero: 0, missing: null })).toEqual({ a: 1, zero: 2, missing: null });
  });

  it('does not take scores that differ below the printed decimals for a tie', () => {
    expect(ranks({ a: 52.8231, b: 52.8229 })).toEqual({ a: 1, b: 2 });
  });

  it('ties scores that are equal at the decimals that the methodology names', () => {
    expect(ranks({ a: 52.8231, b: 52.8229, c: 52.9 }, aMethodology({ tie_decimals: 2 }))).toEqual({ c: 1, a: 2, b: 2 });
  });

  it('puts the lowest first where lower is better', () => {
    expect(ranks({ a: 3, b: 1 }, aMethodology({ direction: 'lower-is-better' }))).toEqual({ b: 1, a: 2 });
  });

  it('ranks every group on its own and the whole only where the methodology does', () => {
    const unit_set = aUnitSet(['a', 'b', 'c'], { departments: ['a', 'b'], districts: ['c'] });
    const methodology = aMethodology({ ranked_groups: ['departments', 'districts'] });

    const { groups } = rankComponent(
      { announcement: announced(), units: released({ a: 1, b: 2, c: 3 }), methodology, unit_set },
      'total',
    );

    expect(groups.map(({ group, rank_of }) => [group, rank_of])).toEqual([
      ['departments', 2],
      ['districts', 1],
    ]);
  });

  it('ranks the known top of a partial release among the announced population, and invents no last place', () => {
    const { groups } = rankComponent(
      {
        announcement: announced({ extent: 'top', population: { all: 21 } }),
        units: released({ a: 87.87, b: 87.28, c: null }),
        methodology: aMethodology(),
        unit_set: aUnitSet(['a', 'b', 'c']),
      },
      'total',
    );

    expect(groups[0]).toMatchObject({ population: 21, scored: 2, rank_of: 21 });
    expect(groups[0]?.places.map(({ rank }) => rank)).toEqual([1, 2, null]);
  });

  it('does not say of how many where nobody says how many there are', () => {
    const { groups } = rankComponent(
      {
        announcement: announced({ extent: 'top' }),
        units: released({ a: 97.685, b: 87.187 }),
        methodology: aMethodology(),
        unit_set: { ...aUnitSet(['a', 'b', 'c']), roster: 'partial' },
      },
      'total',
    );

    expect(groups[0]).toMatchObject({ population: null, rank_of: null, places: [{ rank: 1 }, { rank: 2 }] });
  });

  it('ranks nobody where only some units are known', () => {
    const { groups } = rankComponent(
      {
        announcement: announced({ extent: 'partial' }),
        units: released({ a: 9, b: 8 }),
        methodology: aMethodology(),
        unit_set: aUnitSet(['a', 'b', 'c']),
      },
      'total',
    );

    expect(groups[0]?.rank_of).toBeNull();
    expect(groups[0]?.places.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
    ]);
  });

  it('lists units that the release does not mention only where the roster is complete', () => {
    const unit_set = { ...aUnitSet(['a', 'b']), roster: 'partial' as const };

    const { units } = rankComponent(
      { announcement: announced(), units: released({ a: 1 }), methodology: aMethodology(), unit_set },
      'total',
    );

    expect(units.map(({ unit }) => unit)).toEqual(['a']);
  });

  it('grades only where every threshold is known', () => {
    const bands = [
      { grade: 'Xuất sắc', name_en: 'Excellent', from: 90 },
      { grade: 'Tốt', name_en: 'Good', from: 80 },
    ];
    const graded = (from: number | null) =>
      rankComponent(
        {
          announcement: announced(),
          units: released({ a: 85 }),
          methodology: aMethodology({
            grades: [{ group: 'all', bands: [...bands, { grade: 'Khá', name_en: 'Fair', from }] }],
          }),
          unit_set: aUnitSet(['a']),
        },
        'total',
      ).groups[0]?.places[0]?.grade;

    expect(graded(70)).toBe('Tốt');
    expect(graded(null)).toBeNull();
  });

  const someScores = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 4 }).filter((name) => name !== '__proto__'),
    fc.option(
      fc.integer({ min: 0, max: 30 }).map((score) => score / 10),
      { nil: null },
    ),
    { minKeys: 1, maxKeys: 25 },
  );

  it('is one more than the number of strictly better units, whatever the order of input', () => {
    fc.assert(
      fc.property(someScores, fc.infiniteStream(fc.nat()), (scores, random) => {
        const ranked = ranks(scores);
        const shuffled = Object.entries(scores)
          .map((entry) => ({ entry, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);

        expect(ranks(Object.fromEntries(shuffled))).toEqual(ranked);
        for (const [unit, score] of Object.entries(scores)) {
          const better = Object.values(scores).filter(
            (other) => other !== null && score !== null && other > score,
          ).length;
          expect(ranked[unit]).toBe(score === null ? null : better + 1);
        }
      }),
    );
  });
});
