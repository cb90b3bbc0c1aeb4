import { describe, expect, it } from 'vitest';
import { aggregate, percentOf } from './aggregate.ts';
import { aComponent, aMethodology, aScore } from './fixtures.ts';

const card = aMethodology({
  aggregation: { kind: 'points', factor: 1 },
  components: [
    aComponent('total', null, 100),
    aComponent('steering', 'total', 30),
    aComponent('plan', 'steering', 10),
    aComponent('report', 'steering', 20, { maxima: { districts: 15 } }),
    aComponent('online', 'total', 40, { groups: ['departments'] }),
    aComponent('satisfaction', 'total', 30, { part: 'survey' }),
    aComponent('bonus', 'total', 3, { part: 'bonus' }),
    aComponent('award', 'bonus', 2, { part: 'bonus' }),
    aComponent('idea', 'bonus', 2, { part: 'bonus' }),
    aComponent('penalty', 'total', 0, { part: 'penalty', minimum: -5 }),
    aComponent('late', 'penalty', 0, { part: 'penalty', minimum: -4 }),
    aComponent('fault', 'penalty', 0, { part: 'penalty', minimum: -4 }),
  ],
});

const figures = (scores: Record<string, number | null | 'n/a'>, group = 'departments') =>
  aggregate(card, [group], {
    unit: 'a',
    scores: Object.fromEntries(
      Object.entries(scores).map(([component, score]) => [
        component,
        score === 'n/a' ? aScore({ reason: 'not-applicable' }) : aScore({ score }),
      ]),
    ),
  });

const full = { plan: 9.5, report: 18.1, online: 36.2, satisfaction: 27 };

describe('a scorecard', () => {
  it('adds criteria up to areas and areas to the total, without binary noise', () => {
    const result = figures(full);

    expect(result.get('steering')).toMatchObject({ score: 27.6, maximum: 30, derived: true });
    expect(result.get('total')).toMatchObject({ score: 90.8, maximum: 100, derived: true });
  });

  it('takes a criterion that does not apply out of the maximum: 62.62 of 70 are 89.46 %', () => {
    const total = figures({ ...full, satisfaction: 'n/a', online: 35.02 }).get('total');

    expect(total).toMatchObject({ score: 62.62, maximum: 70, derived: true });
    expect(percentOf(total ?? { score: null, maximum: null })).toBe(89.4571428571);
  });

  it('leaves out an area of which nothing applies', () => {
    const result = figures({ ...full, plan: 'n/a', report: 'n/a' });

    expect(result.get('steering')).toEqual({ score: null, applies: false, maximum: 0, derived: false });
    expect(result.get('total')).toMatchObject({ score: 63.2, maximum: 70 });
  });

  it('knows nothing above a criterion that is missing: missing is not zero', () => {
    const result = figures({ ...full, report: null });

    expect(result.get('steering')?.score).toBeNull();
    expect(result.get('total')?.score).toBeNull();
  });

  it('caps bonuses and penalties, and counts neither in the maximum', () => {
    const result = figures({ ...full, award: 2, idea: 2, late: -3, fault: -4 });

    expect(result.get('bonus')?.score).toBe(3);
    expect(result.get('penalty')?.score).toBe(-5);
    expect(result.get('total')).toMatchObject({ score: 88.8, maximum: 100, derived: true });
  });

  it('has other maxima and other criteria for another group', () => {
    expect(figures(full, 'districts').get('total')).toMatchObject({ score: 54.6, maximum: 55, derived: true });
  });

  it('keeps what the release prints, even where the parts add up to something else', () => {
    expect(figures({ ...full, total: 90.5 }).get('total')).toMatchObject({ score: 90.5, maximum: 100, derived: false });
  });

  it('knows no percentage of an unknown or empty maximum', () => {
    expect(percentOf({ score: 5, maximum: null })).toBeNull();
    expect(percentOf({ score: 0, maximum: 0 })).toBeNull();
  });
});
