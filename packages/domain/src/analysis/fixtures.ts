import { aMethodology, announced, aScore, aUnitSet } from '../fixtures.ts';
import { ALL, TOTAL } from '../identity.ts';
import type { Methodology } from '../methodology.ts';
import { type Published, rankingDocument } from '../ranking-document.ts';
import type { Extent, Score, Source } from '../score.ts';
import { type ReleaseFigures, releaseFigures } from './release-figures.ts';

/** Small releases to analyse, for tests. */

const SOURCE: Source = {
  title: 'Test',
  publisher: 'Test',
  kind: 'publisher',
  certainty: 'confirmed',
  document: null,
  published_on: null,
  signatory: null,
  url: null,
  notes: [],
};

const FACT = { certainty: 'confirmed', source: 'made up' } as const;

/** A methodology that weighs `a` with 0.6 and `b` with 0.4, on scales of 0 to 10. */
export const aWeighing = (given: Partial<Methodology> = {}): Methodology => {
  const methodology = aMethodology();
  const node = { minimum: 0, maximum: 10, name_vi: 'Phần', name_en: 'Part', parent: TOTAL };
  return {
    ...methodology,
    aggregation: { kind: 'weighted-sum', factor: 1 },
    components: [
      { ...node, component: TOTAL, parent: null, weight: null },
      { ...node, component: 'a', weight: 0.6 },
      { ...node, component: 'b', weight: 0.4 },
    ],
    facts: { ...methodology.facts, weights: FACT, aggregation: FACT },
    ...given,
  };
};

/** A release of units with their scores by component, in the group `all` or another one. */
export const figuresOf = (
  scores: Record<string, Record<string, number | null | Partial<Score>>>,
  methodology: Methodology = aWeighing(),
  {
    groups = {},
    group = ALL,
    extent = 'complete',
  }: Partial<{
    groups: Record<string, string[]>;
    group: string;
    extent: Extent;
  }> = {},
): ReleaseFigures => {
  const published: Published = {
    release: { index: 'test', period: '2020', unit_set: 'TEST', edition: 'main' },
    publication: { entry: 1, revision: 1, at: '2021-01-01T00:00:00.000Z', cause: 'publish', reason: null },
    pins: { methodology: methodology.methodology, methodology_version: 1, unit_set_version: 1 },
    source: SOURCE,
    announcement: announced({ extent }),
    units: Object.entries(scores).map(([unit, of]) => ({
      unit,
      scores: Object.fromEntries(
        Object.entries(of).map(([component, score]) => [
          component,
          aScore(typeof score === 'number' || score === null ? { score } : score),
        ]),
      ),
    })),
    methodology,
    unit_set: aUnitSet(Object.keys(scores), groups),
  };
  const documents = methodology.components.map(({ component }) => rankingDocument(published, component));
  const figures = releaseFigures(documents, { ...methodology, version: 1 }, group);
  if (!figures) throw new Error(`The release has no group ${group}`);
  return figures;
};
