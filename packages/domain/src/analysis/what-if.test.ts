import { describe, expect, it } from 'vitest';
import { exact } from '../exact-decimal.ts';
import { aWeighing, figuresOf } from './fixtures.ts';
import { gapOf } from './gap.ts';
import { supposedFaults } from './supposed-score.ts';
import { type Weighing, weighingOf } from './weighing.ts';
import { simulate } from './what-if.ts';

const weighing = weighingOf(aWeighing()) as Weighing;
const THREE = {
  u: { total: 6.05, a: 6, b: 6 },
  v: { total: 7, a: 7, b: 7 },
  w: { total: null, a: null, b: 5 },
};

describe('A simulated ranking', () => {
  it('moves a total by coefficient times change, and keeps what the formula does not explain', () => {
    const { units, groups } = simulate(figuresOf(THREE), ['all'], weighing, [{ unit: 'u', component: 'a', value: 8 }]);
    expect(units).toMatchObject([
      { unit: 'u', residual: 0.05, score: 7.25, moved_by: 'change' },
      { unit: 'v', residual: 0, score: 7, moved_by: null },
      { unit: 'w', residual: null, score: null, moved_by: null },
    ]);
    expect(groups[0]?.places.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['u', 1],
      ['v', 2],
      ['w', null],
    ]);
  });

  it('lets the others move by their own trend, within the scale', () => {
    const supposed = [{ unit: 'u', component: 'a', value: 6 }];
    const trend = new Map([
      ['u', 1],
      ['v', 5],
    ]);
    const { units } = simulate(figuresOf(THREE), ['all'], weighing, supposed, trend);
    expect(units.map(({ score, moved_by, capped }) => [score, moved_by, capped])).toEqual([
      [6.05, 'change', false],
      [10, 'trend', true],
      [null, null, false],
    ]);
  });

  it.each([
    ['x', 'a', 5, 'no unit'],
    ['u', 'c', 5, 'no component'],
    ['u', 'total', 5, 'does not weigh'],
    ['u', 'a', 11, 'scale of 0–10'],
    ['w', 'b', 6, 'missing is not zero'],
  ])('cannot be made of %s:%s:%s', (unit, component, value, says) => {
    const faults = supposedFaults(figuresOf(THREE), weighing, [{ unit, component, value }]);
    expect(faults.map(({ message_en }) => message_en)).toEqual([expect.stringContaining(says)]);
  });

  it('has for every rule the scale of the unit’s own group, and pulls nobody back who is beyond it', () => {
    const components = aWeighing().components.map((one) => ({ ...one, maxima: { small: 7 } }));
    const methodology = aWeighing({ components, ranked_groups: ['all', 'small'] });
    const own = weighingOf(methodology) as Weighing;
    const scores = { u: { total: 6, a: 6, b: 6 }, v: { total: 7.5, a: 7, b: 7 } };
    const figures = figuresOf(scores, methodology, {
      groups: { small: ['u', 'v'] },
    });
    const { units } = simulate(figures, ['small'], own, [], new Map([...'uv'].map((unit) => [unit, 3])));

    expect(units.map(({ score, capped }) => [score, capped])).toEqual([
      [7, true],
      [7.5, true],
    ]);
    expect(supposedFaults(figures, own, [{ unit: 'u', component: 'a', value: 8 }])).toHaveLength(1);
    expect(gapOf(figures, own, 'u', exact(7))?.levers.map(({ best }) => best)).toEqual([7, 7]);
  });

  it('cannot be made of the same place twice', () => {
    const twice = [5, 6].map((value) => ({ unit: 'u', component: 'a', value }));
    expect(supposedFaults(figuresOf(THREE), weighing, twice)).toMatchObject([{ message_en: 'u:a is given twice' }]);
  });
});
