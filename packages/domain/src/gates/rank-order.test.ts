import { describe, expect, it } from 'vitest';
import { aMethodology, announced, aScore, aUnitSet } from '../fixtures.ts';
import { aContext, aFile, aRow } from './fixtures.ts';
import { rankOrder } from './rank-order.ts';

/** Units with a score and a printed rank. */
const printed = (units: [string, number, number | null][]) =>
  units.map(([unit, score, rank_published], i) => aRow({ row: i + 2, unit, ...aScore({ score, rank_published }) }));

const found = (units: [string, number, number | null][], given: Parameters<typeof aContext>[1] = {}) =>
  rankOrder(aContext(printed(units), given)).map(({ severity, rule, row }) => [severity, rule, row]);

describe('printed ranks', () => {
  it('that follow from the scores are no finding', () => {
    expect(
      found([
        ['a', 9.12, 1],
        ['b', 8.5, 2],
        ['c', 8.5, 2],
        ['d', 7, 4],
      ]),
    ).toEqual([]);
  });

  it('that contradict the scores are warnings', () => {
    expect(
      found([
        ['a', 90, 2],
        ['b', 80, 1],
        ['c', 70, 3],
      ]),
    ).toEqual([
      ['warning', 'rank-order', 2],
      ['warning', 'rank-order', 3],
    ]);
  });

  it('that count through a tie, or rank by digits that are not printed, are only told', () => {
    expect(
      found([
        ['a', 57.62, 1],
        ['b', 57.62, 2],
        ['c', 51.31, 4],
        ['d', 51.3, 3],
      ]),
    ).toEqual([
      ['info', 'rank-order', 3],
      ['info', 'rank-order', 4],
      ['info', 'rank-order', 5],
    ]);
  });

  it('that are in order among more units are told once', () => {
    expect(
      found(
        [
          ['a', 90, 1],
          ['b', 80, 3],
          ['c', 70, 5],
        ],
        { unitSet: { ...aUnitSet(['a', 'b', 'c']), roster: 'partial' } },
      ),
    ).toEqual([['info', 'rank-order', null]]);
  });

  it('may not be beyond the number of units, be they printed or claimed', () => {
    const rows = printed([
      ['a', 90, 1],
      ['b', 80, 64],
    ]);
    const claimed = aRow({ row: 4, unit: 'c', ...aScore({ score: 70, rank_claimed: 4 }) });

    expect(rankOrder(aContext([...rows, claimed])).filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'rank', row: 3, column: 'rank_published', value: 64 },
      { rule: 'rank', row: 4, column: 'rank_claimed', value: 4 },
    ]);
  });

  it('go up to the announced population, and to nowhere where nobody says how many there are', () => {
    const context = aContext(printed([['a', 90, 21]]), {
      unitSet: { ...aUnitSet(['a']), roster: 'partial' },
    });
    const errors = (population: Record<string, number>) =>
      rankOrder({
        ...context,
        file: aFile(context.file.rows, { announcement: announced({ extent: 'partial', population }) }),
      }).filter(({ severity }) => severity === 'error').length;

    expect([errors({}), errors({ all: 21 }), errors({ all: 20 })]).toEqual([0, 0, 1]);
  });

  it('may not be the same for two units with another between them', () => {
    expect(
      found([
        ['a', 90, 1],
        ['b', 80, 2],
        ['c', 70, 1],
      ]).filter(([severity]) => severity === 'error'),
    ).toEqual([['error', 'rank-order', 4]]);
  });

  it('of two leagues are judged apart', () => {
    const unitSet = aUnitSet(['a', 'b', 'c', 'd'], { departments: ['a', 'b'], districts: ['c', 'd'] });

    expect(
      found(
        [
          ['a', 90, 1],
          ['c', 80, 1],
          ['b', 70, 2],
          ['d', 60, 2],
        ],
        { unitSet, methodology: aMethodology({ ranked_groups: ['departments', 'districts'] }) },
      ),
    ).toEqual([]);
  });

  it('that all contradict are told of twenty units, the farthest off first, and counted', () => {
    const units = Array.from({ length: 30 }, (_, i): [string, number, number] => [`u${i}`, 90.5 - i, 30 - i]);
    const findings = rankOrder(aContext(printed(units))).filter(({ severity }) => severity === 'warning');

    expect(findings).toHaveLength(21);
    expect([findings[0]?.row, findings.at(-1)?.value]).toEqual([2, 10]);
  });
});
