import type { Component, Methodology } from './methodology.ts';
import { type Announcement, NO_SCORE, type Score, type UnitScores } from './score.ts';
import type { UnitSet } from './unit-set.ts';

/** Small examples of the domain's shapes, for tests. */

export const aScore = (given: Partial<Score> = {}): Score => ({
  ...NO_SCORE,
  status: given.score == null ? 'M' : 'A',
  reason: given.score == null ? 'unknown' : null,
  ...given,
});

/** Units with a score for the total. */
export const released = (scores: Record<string, number | null>): UnitScores[] =>
  Object.entries(scores).map(([unit, score]) => ({ unit, scores: { total: aScore({ score }) } }));

export const announced = (given: Partial<Announcement> = {}): Announcement => ({
  extent: 'complete',
  component_extents: {},
  population: {},
  grade_counts: {},
  derived: {},
  ...given,
});

export const aUnitSet = (units: string[], groups: Record<string, string[]> = {}): UnitSet => ({
  unit_set: 'TEST',
  name_vi: 'Tập thử',
  name_en: 'Test set',
  parent: null,
  valid_from: null,
  valid_to: null,
  roster: 'complete',
  groups: Object.keys(groups).map((group) => ({ group, name_vi: group, name_en: group, roster: 'complete' })),
  successions: [],
  units: units.map((unit) => ({
    unit,
    name_vi: `Đơn vị ${unit}`,
    name_en: `Unit ${unit}`,
    groups: Object.keys(groups).filter((group) => groups[group]?.includes(unit)),
    aliases: [],
  })),
  sources: ['made up'],
});

/** A node of a scorecard: 0 to `maximum` points. */
export const aComponent = (
  component: string,
  parent: string | null,
  maximum: number | null,
  given: Partial<Component> = {},
): Component => ({
  component,
  parent,
  name_vi: component,
  name_en: component,
  weight: null,
  minimum: 0,
  maximum,
  ...given,
});

export const aMethodology = (given: Partial<Methodology> = {}): Methodology => {
  const fact = { certainty: 'unknown', source: 'made up' } as const;
  return {
    index: 'test',
    methodology: 'test-2010',
    name_vi: 'Chỉ số thử',
    name_en: 'Test index',
    unit_set: null,
    period_from: '2010',
    period_to: null,
    ranked_groups: ['all'],
    direction: 'higher-is-better',
    decimals: 2,
    tie_decimals: null,
    aggregation: { kind: 'unknown', factor: 1 },
    rank_by: 'score',
    publisher_ranks: true,
    top_only: null,
    stages: [],
    components: [
      { component: 'total', parent: null, name_vi: 'Tổng', name_en: 'Total', weight: null, minimum: 0, maximum: 100 },
      { component: 'part', parent: 'total', name_vi: 'Phần', name_en: 'Part', weight: 1, minimum: 1, maximum: 10 },
    ],
    grading: 'none',
    grades: [],
    comparisons: [],
    facts: {
      validity: fact,
      extent: fact,
      components: fact,
      weights: fact,
      scale: fact,
      aggregation: fact,
      ranks: fact,
      ties: fact,
      grades: fact,
    },
    ...given,
  };
};
