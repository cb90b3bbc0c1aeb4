import { describe, expect, it } from 'vitest';
import { aComponent, aMethodology } from './fixtures.ts';
import type { Component, Methodology } from './methodology.ts';
import { checkMethodology } from './methodology-check.ts';

const TREE = [
  aComponent('total', null, 100),
  aComponent('steering', 'total', 60, { maxima: { districts: 50 } }),
  aComponent('service', 'total', 40, { maxima: { districts: 50 } }),
  aComponent('bonus', 'total', 2, { part: 'bonus' }),
  aComponent('penalty', 'total', 0, { part: 'penalty', minimum: -5 }),
];

const card = (given: Partial<Methodology> = {}): Methodology =>
  aMethodology({
    methodology: 'cchc-x-2026',
    unit_set: 'VN63-46',
    period_from: '2026',
    ranked_groups: ['departments', 'districts'],
    aggregation: { kind: 'points', factor: 1 },
    components: TREE,
    grading: 'thresholds',
    grades: [
      {
        group: 'departments',
        bands: [
          { grade: 'Tốt', name_en: 'Good', from: 80 },
          { grade: 'Khá', name_en: 'Fair', from: 65 },
        ],
      },
    ],
    ...given,
  });

const others = [
  { methodology: 'cchc-x-2021', unit_set: 'VN63-46', period_from: '2021', period_to: '2025' },
  { methodology: 'cchc-y-2021', unit_set: 'VN63-42', period_from: '2021', period_to: null },
];
const faults = (given: Partial<Methodology>) =>
  checkMethodology(card(given), { others, groups: ['departments', 'districts'] }).map(({ path }) => path);

/** The tree with one node put in the place of its namesake, or added. */
const withNode = (changed: Component) => ({
  components: TREE.some(({ component }) => component === changed.component)
    ? TREE.map((each) => (each.component === changed.component ? changed : each))
    : [...TREE, changed],
});

const weighted = (...weights: (number | null)[]): Partial<Methodology> => ({
  aggregation: { kind: 'weighted-sum', factor: 10 },
  components: [
    aComponent('total', null, 100),
    ...weights.map((weight, i) => aComponent(`c${i}`, 'total', 10, { weight })),
  ],
});

describe('a methodology', () => {
  it('that holds together is accepted', () => {
    expect(faults({})).toEqual([]);
    expect(faults(weighted(0.6, 0.4))).toEqual([]);
    expect(faults(weighted(0.6, null))).toEqual([]);
  });

  it.each<[string, Partial<Methodology>, string]>([
    ['without a root', { components: TREE.slice(1).map((each) => ({ ...each, parent: null })) }, 'components'],
    ['whose root has a parent', withNode(aComponent('total', 'steering', 100)), 'components.0.parent'],
    ['with a component twice', { components: [...TREE, aComponent('steering', 'total', 0)] }, 'components.5.component'],
    ['with a parent that is not there', withNode(aComponent('steering', 'nowhere', 60)), 'components.1.parent'],
    [
      'with a circle',
      { components: [...TREE, aComponent('a', 'b', 1), aComponent('b', 'a', 1)] },
      'components.5.parent',
    ],
    ['whose areas do not add up to the total', withNode(aComponent('service', 'total', 30)), 'components.0.maximum'],
    [
      'whose areas do not add up in one group',
      withNode(aComponent('service', 'total', 40, { maxima: { districts: 45 } })),
      'components.0.maximum',
    ],
    [
      'whose criteria do not add up to their area',
      withNode(aComponent('plan', 'steering', 10)),
      'components.1.maximum',
    ],
    [
      'with a minimum above the maximum',
      withNode(aComponent('steering', 'total', 60, { minimum: 61 })),
      'components.1.minimum',
    ],
    [
      'with a penalty without a cap',
      withNode(aComponent('penalty', 'total', 0, { part: 'penalty' })),
      'components.4.minimum',
    ],
    [
      'with a bonus without a cap',
      withNode(aComponent('bonus', 'total', null, { part: 'bonus' })),
      'components.3.maximum',
    ],
    [
      'with maxima of an unknown group',
      withNode(aComponent('bonus', 'total', 2, { part: 'bonus', maxima: { moons: 1 } })),
      'components.3.groups',
    ],
    ['that ranks an unknown group', { ranked_groups: ['departments', 'moons'], grades: [] }, 'ranked_groups.1'],
    ['whose weights do not add up to 1', weighted(0.6, 0.3), 'components.0'],
    [
      'with thresholds out of order',
      {
        grades: [
          {
            group: 'departments',
            bands: [
              { grade: 'A', name_en: 'A', from: 70 },
              { grade: 'B', name_en: 'B', from: 80 },
            ],
          },
        ],
      },
      'grades.0.bands.1.from',
    ],
    [
      'with a grade twice',
      {
        grades: [
          {
            group: 'departments',
            bands: [
              { grade: 'A', name_en: 'A', from: 80 },
              { grade: 'A', name_en: 'A', from: 70 },
            ],
          },
        ],
      },
      'grades.0.bands.1.grade',
    ],
    [
      'that grades a group which it does not rank',
      { grades: [{ group: 'communes', bands: [{ grade: 'A', name_en: 'A', from: 80 }] }] },
      'grades.0.group',
    ],
    ['that overlaps another of the same province', { period_from: '2025' }, 'period_from'],
    ['that ends before it begins', { period_to: '2020' }, 'period_to'],
    ['with a period that is none', { period_from: 'soon' }, 'period_from'],
    [
      'that compares itself with an unknown one',
      { comparisons: [{ with: 'cchc-z', components: null, verdict: 'rank-only', reason_vi: 'x', reason_en: 'x' }] },
      'comparisons.0.with',
    ],
    [
      'that compares an unknown component',
      {
        comparisons: [
          { with: 'cchc-x-2021', components: ['moon'], verdict: 'comparable', reason_vi: 'x', reason_en: 'x' },
        ],
      },
      'comparisons.0.components',
    ],
    ['with grades although it says that there are none', { grading: 'none' }, 'grading'],
  ])('%s is refused with the path of the fault', (_what, given, path) => {
    expect(faults(given)).toContain(path);
  });

  it("may follow another in time, and stand beside another province's", () => {
    expect(faults({ period_from: '2026', period_to: null })).toEqual([]);
  });
});
