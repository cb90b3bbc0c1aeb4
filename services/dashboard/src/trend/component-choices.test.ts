import { describe, expect, it } from 'vitest';
import type { Methodology } from '../data/catalogue.ts';
import { componentChoices, componentName } from './component-choices.ts';

const rules = (methodology: string, ...components: string[]) =>
  ({
    methodology,
    components: ['total', ...components].map((component) => ({
      component,
      parent: component === 'total' ? null : 'total',
      name_vi: `${component} ${methodology}`,
      name_en: component,
    })),
  }) as unknown as Methodology;
const methodologies = [rules('m3', 'land'), rules('m2', 'land', 'equity'), rules('m1', 'land', 'bias')];
const periodsOf = (methodology: string) => (methodology === 'm2' ? ['2009', '2010'] : ['2008']);

describe('the components of an index over time', () => {
  it('are the tree of today, then what there was, with its years', () => {
    expect(componentChoices(methodologies, periodsOf, 'vi').map(({ label }) => label.trim())).toEqual([
      'total m3',
      'land m3',
      'equity m2 (2009–2010)',
      'bias m1 (2008)',
    ]);
  });

  it('are called as the newest methodology that has them calls them', () => {
    expect(componentName(methodologies, 'equity', 'vi')).toBe('equity m2');
    expect(componentName(methodologies, 'nonsense', 'vi')).toBeNull();
  });
});
