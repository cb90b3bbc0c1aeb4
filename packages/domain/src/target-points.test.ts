import { describe, expect, it } from 'vitest';
import { aWeighing, figuresOf } from './analysis/fixtures.ts';
import type { Methodology } from './methodology.ts';
import { type CostedRow, pointsByOffice, pointsLostOf } from './target-points.ts';

const lostIn = (component: string, methodology: Methodology = aWeighing()) => {
  const figures = figuresOf({ u: { total: 6.4, a: 6, b: null } }, methodology);
  const document = figures.documents.get(component);
  return document && pointsLostOf(document, methodology, 'u');
};

describe('the points that a component has lost', () => {
  it('are those of the total that lack to the best score', () => {
    expect(lostIn('a')).toEqual({ points: 2.4, weights: 'confirmed' });
  });

  it('are not known of a component without a score, of the total, or where the weights are not known', () => {
    const { facts } = aWeighing();
    const unknown = aWeighing({ facts: { ...facts, weights: { certainty: 'unknown', source: 'made up' } } });
    expect([lostIn('b'), lostIn('total'), lostIn('a', unknown)]).toEqual([null, null, null]);
  });

  it('by derived weights say so', () => {
    const { facts } = aWeighing();
    const derived = aWeighing({ facts: { ...facts, weights: { certainty: 'derived', source: 'made up' } } });
    expect(lostIn('a', derived)).toEqual({ points: 2.4, weights: 'derived' });
  });
});

describe('points lost by office', () => {
  const row = (office: string, component: string, points_lost: number | null, index = 'pci'): CostedRow => ({
    ...{ index, edition: 'main', component, office, actual_period: '2019', points_lost },
  });

  it('are added within an index only, each component once, most first and the unknown last', () => {
    const found = pointsByOffice([
      row('Sở A', 'entry', 0.1),
      row('Sở A', 'land', 0.2),
      row('Sở A', 'land', 0.2),
      row('Sở A', 'total', null),
      row('Sở B', 'time', null),
      row('Sở C', 'labour', 5),
      row('Sở C', 'legal', null),
      row('Sở A', 'd1', 7, 'papi'),
    ]);
    expect(
      found.map(({ index, office, points_lost, components, unknown }) => [
        index,
        office,
        points_lost,
        components,
        unknown,
      ]),
    ).toEqual([
      ['pci', 'Sở C', 5, 2, 1],
      ['pci', 'Sở A', 0.3, 2, 0],
      ['pci', 'Sở B', null, 1, 1],
      ['papi', 'Sở A', 7, 1, 0],
    ]);
  });
});
