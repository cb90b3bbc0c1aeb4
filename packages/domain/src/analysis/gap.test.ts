import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '../exact-decimal.ts';
import { aComponent } from '../fixtures.ts';
import type { Methodology } from '../methodology.ts';
import { rankAmong } from '../rank-among.ts';
import { aWeighing, figuresOf } from './fixtures.ts';
import { gapOf, requiredTotal } from './gap.ts';
import { gapToTarget } from './gap-to-target.ts';
import type { ReleaseFigures } from './release-figures.ts';
import type { Target } from './required-figure.ts';
import { type Weighing, weighingOf } from './weighing.ts';
import { supposedTotal } from './what-if.ts';

const weighing = weighingOf(aWeighing()) as Weighing;

const gapTo = (figures: ReleaseFigures, unit: string, target: Target) => {
  const found = gapToTarget(figures, weighing, unit, target);
  return typeof found === 'string' || found.gap.required === null ? undefined : { ...found.gap, ...found };
};

const FIVE = {
  first: { total: 9, a: 9, b: 9 },
  tied: { total: 8, a: 8, b: 8 },
  also: { total: 8, a: 8, b: 8 },
  own: { total: 6.5, a: 6, b: 7 },
  last: { total: 4, a: 4, b: 4 },
};

describe('A gap', () => {
  it('to a rank is the distance to the score of whoever has it: a tie shares the rank', () => {
    for (const rank of [2, 3]) {
      expect(gapTo(figuresOf(FIVE), 'own', { kind: 'rank', rank })).toMatchObject({ required: 8, points: 1.5 });
    }
    expect(gapTo(figuresOf(FIVE), 'own', { kind: 'next' })).toMatchObject({ required: 8, points: 1.5, reached: false });
    expect(gapTo(figuresOf(FIVE), 'also', { kind: 'next' })).toMatchObject({ required: 9, reference: 'first' });
    expect(gapTo(figuresOf(FIVE), 'first', { kind: 'next' })).toBeUndefined();
  });

  it('names for each component what it would have to do alone, and whether its scale allows it', () => {
    const gap = gapTo(figuresOf(FIVE), 'own', { kind: 'rank', rank: 2 });
    expect(gap?.levers).toMatchObject([
      { score: 6, best: 10, points_lost: 2.4, change_alone: 2.5, score_alone: 8.5, possible: true },
      { score: 7, best: 10, points_lost: 1.2, change_alone: 3.75, score_alone: 10.75, possible: false },
    ]);
  });

  it('that is reached says how far ahead the unit is, and asks nothing of its components', () => {
    const gap = gapTo(figuresOf(FIVE), 'own', { kind: 'score', score: 6 });
    expect(gap).toMatchObject({ reached: true, points: -0.5 });
    expect(gap?.levers.map(({ change_alone }) => change_alone)).toEqual([0, 0]);
  });

  it('is told to ten decimals, and reaches its target all the same', () => {
    const noisy = { ...FIVE, also: { total: 7.699451000000003 }, tied: { total: 7.699451000000003 } };
    const gap = gapTo(figuresOf(noisy), 'own', { kind: 'next' });
    expect(gap).toMatchObject({ required: 7.699451000000003, points: 1.199451, reached: false });
    expect(gap?.levers[0]).toMatchObject({ change_alone: 1.9990850001, score_alone: 7.9990850001 });
  });

  it.each(['higher-is-better', 'lower-is-better'] as const)(
    'counts points lost towards the best score, none beyond it: %s',
    (direction) => {
      const figures = figuresOf(
        { u: { total: 6, a: 12, b: 4 }, v: { total: 6, a: -1, b: 4 } },
        aWeighing({ direction }),
      );
      const lost = ['u', 'v'].map((unit) =>
        gapOf(figures, weighing, unit, exact(6))?.levers.map((one) => one.points_lost),
      );
      expect(lost).toEqual(
        direction === 'higher-is-better'
          ? [
              [2.4, 0],
              [6.6, 2.4],
            ]
          : [
              [7.2, 1.6],
              [1.6, 0],
            ],
      );
    },
  );

  it('to a median is to the one that is published', () => {
    expect(gapTo(figuresOf(FIVE), 'own', { kind: 'median' })).toMatchObject({ required: 8 });
  });

  it('to a median is unknown where only the best are shown: they are not the middle of all', () => {
    expect(gapTo(figuresOf(FIVE, aWeighing(), { extent: 'top' }), 'own', { kind: 'median' })).toBeUndefined();
    expect(gapTo(figuresOf(FIVE, aWeighing(), { extent: 'top' }), 'own', { kind: 'rank', rank: 1 })).toBeDefined();
  });

  it('of a scorecard counts what applies to the unit: a criterion that does not is no point lost', () => {
    const scorecard = aWeighing({
      aggregation: { kind: 'points', factor: 1 },
      components: [
        aComponent('total', null, 10),
        aComponent('a', 'total', 6),
        aComponent('a.1', 'a', 4),
        aComponent('a.2', 'a', 2),
        aComponent('b', 'total', 4),
      ],
    });
    const figures = figuresOf(
      {
        u: { 'a.1': 3, 'a.2': { reason: 'not-applicable' }, b: 2 },
        v: { 'a.1': 4, 'a.2': 1.5, b: 3.25 },
      },
      scorecard,
    );
    const points = weighingOf(scorecard) as Weighing;
    const gap = gapOf(figures, points, 'u', exact(8.75));
    expect(gap).toMatchObject({ points: 3.75, reached: false });
    expect(gap?.levers).toMatchObject([
      { component: { component: 'b' }, score: 2, best: 4, points_lost: 2, possible: false },
      { component: { component: 'a' }, score: 3, best: 4, points_lost: 1, possible: false },
    ]);
  });

  it('to a grade is to its threshold, and unknown where any threshold is', () => {
    const graded = (from: number | null): Methodology =>
      aWeighing({
        grading: 'thresholds',
        grades: [
          {
            group: 'all',
            bands: [
              { grade: 'Tốt', name_en: 'Good', from: 8.5 },
              { grade: 'Khá', name_en: 'Fair', from },
            ],
          },
        ],
      });
    expect(gapTo(figuresOf(FIVE, graded(5)), 'own', { kind: 'grade', grade: 'Tốt' })).toMatchObject({ points: 2 });
    expect(gapTo(figuresOf(FIVE, graded(null)), 'own', { kind: 'grade', grade: 'Tốt' })).toBeUndefined();
  });

  it('of a percentage is in points of the unit’s own maximum', () => {
    const figures = figuresOf(FIVE, aWeighing({ rank_by: 'percent', aggregation: { kind: 'points', factor: 1 } }));
    expect(requiredTotal(figures, 'own', exact(89.45))).toEqual({ units: 178900000000n, decimals: 10 });
  });

  it.each(['higher-is-better', 'lower-is-better'] as const)(
    'is closed by what it names and not by 0.01 less of the total, ties and rounding or not: %s',
    (direction) => {
      const score = fc.integer({ min: 0, max: 10_000 }).map((thousandths) => thousandths / 1000);
      const unit = fc.record({ total: score, a: score, b: score });
      const units = fc.array(unit, { minLength: 2, maxLength: 8 });
      fc.assert(
        fc.property(units, fc.constantFrom(null, 0, 1, 2), fc.nat(7), (all, tie_decimals, k) => {
          const named = Object.fromEntries(all.map((scores, i) => [`u${i}`, scores]));
          const figures = figuresOf(named, aWeighing({ direction, tie_decimals }));
          const rank = 1 + (k % all.length);
          const gap = gapTo(figures, 'u0', { kind: 'rank', rank });
          if (!gap) return;
          const [own = Number.NaN, ...others] = all.map(({ total }) => total);
          const rankAt = (total: number) => rankAmong(total, others, figures.methodology);
          expect(gap.reached).toBe(rankAt(own) <= rank);
          if (gap.reached) return;
          for (const { component, score_alone } of gap.levers) {
            const supposed = { unit: 'u0', component: component.component, value: score_alone ?? Number.NaN };
            const total = supposedTotal(figures, weighing, own, [supposed]);
            const less = direction === 'higher-is-better' ? -0.01 : 0.01;
            expect([rankAt(total) <= rank, rankAt(total + less) > rank]).toEqual([true, true]);
          }
        }),
        { numRuns: 300 },
      );
    },
  );
});
