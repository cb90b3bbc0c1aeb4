import { describe, expect, it } from 'vitest';
import type { UnitSet } from '../data/catalogue.ts';
import type { UnitComponents } from '../data/components.ts';
import { rowOf } from '../ranking/row-fixtures.ts';
import { componentStandings, extremesOf, regionOf } from './component-standing.ts';
import { standingOf } from './dumbbell-fixtures.ts';

const change = { against: '2018', verdict: 'comparable', withheld: null };
const about = (component_name: string, extent = 'complete') => ({ component_name, extent, change });

/** Three units in two components. */
const loaded = (meta = {}): UnitComponents =>
  ({
    rows: [
      rowOf({ component: 'time', unit: 'A', score: 8.5, rank: 1 }),
      rowOf({ component: 'time', unit: 'B', score: 7.3, rank: 2, score_change: -0.4 }),
      rowOf({ component: 'time', unit: 'C', score: 6.2, rank: 3 }),
      rowOf({ component: 'land', unit: 'B', score: 5, rank: 1 }),
      rowOf({ component: 'total', unit: 'B', score: 60, rank: 2 }),
    ],
    meta: { components: { time: about('Chi phí thời gian'), land: about('Đất đai'), total: about('PCI'), ...meta } },
    methodology: {
      components: [
        { component: 'total', minimum: 0, maximum: 100 },
        { component: 'land', minimum: 1, maximum: 10 },
        { component: 'time', minimum: null, maximum: null },
      ],
    },
    chosen: { unit: 'B', peers: ['X', 'C'] },
  }) as never;

describe('a unit in the components of a release', () => {
  const region = { name: 'Bắc Trung Bộ', units: new Set(['B', 'C']) };

  it('stands in each of them, in the order of the methodology, beside median, region, leader and peers', () => {
    const [land, time] = componentStandings(loaded(), region);

    expect(land).toMatchObject({ name: 'Đất đai', before: null, scale: { low: 1, high: 10, isKnown: true } });
    expect(time).toMatchObject({
      before: { period: '2018', score: 7.7 },
      median: 7.3,
      regionMean: 6.75,
      leader: { unit: 'A' },
      peers: [{ unit: 'C', tone: 'peer-2' }],
      scale: { low: 6.2, high: 8.5, isKnown: false },
    });
  });

  it('has no median and no mean where not everybody is known', () => {
    const [, time] = componentStandings(loaded({ time: about('Chi phí thời gian', 'partial') }), region);

    expect(time).toMatchObject({ median: null, regionMean: null });
  });

  it.each([
    ['is withheld', { score: null, status: 'Q', reason: 'withheld' }],
    ['is an estimate', { status: 'E' }],
  ] as const)('has no median and no mean where the figure of somebody %s', (_, figure) => {
    const given = loaded();
    const rows = given.rows.map((row) => (row.component === 'time' && row.unit === 'C' ? { ...row, ...figure } : row));
    const [, time] = componentStandings({ ...given, rows }, region);

    expect(time).toMatchObject({ median: null, regionMean: null });
  });

  it('has the median of those that were scored where somebody was not surveyed', () => {
    const given = loaded();
    const rows = [...given.rows, rowOf({ component: 'time', unit: 'D', score: null, reason: 'not-surveyed' })];

    expect(componentStandings({ ...given, rows }, region)[1]?.median).toBe(7.3);
  });

  it('is strongest where its rank is best among those ranked there', () => {
    const standings = [
      standingOf('a', { row: { rank: 10, rank_of: 63 } }),
      standingOf('b', { row: { rank: 9, rank_of: 10 } }),
      standingOf('c', { row: { rank: null } }),
    ];

    expect(extremesOf(standings)).toMatchObject({ best: { component: 'a' }, worst: { component: 'b' } });
    expect(extremesOf(standings.slice(0, 1))).toBeNull();
  });
});

describe('the region of a unit', () => {
  const set = (...groups: string[]): UnitSet =>
    ({
      data: [
        { unit: 'B', groups },
        { unit: 'C', groups: ['north'] },
      ],
      meta: { groups: [{ group: 'north', name_vi: 'Phía Bắc' }] },
    }) as never;

  it('is the one group that it is in besides the ranked one, with everybody in it', () => {
    expect(regionOf(set('all', 'north'), 'B', 'all', ({ name_vi }) => name_vi)).toEqual({
      name: 'Phía Bắc',
      units: new Set(['B', 'C']),
    });
  });

  it.each([[['all']], [['all', 'north', 'coast']]])('is none in %j: nobody says which', (groups) => {
    expect(regionOf(set(...groups), 'B', 'all', ({ group }) => group)).toBeNull();
  });
});
