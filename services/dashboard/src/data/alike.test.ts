import { expect, it } from 'vitest';
import { rowOf } from '../ranking/row-fixtures.ts';
import { newestWithComponents } from './alike.ts';
import type { Methodology, Release } from './catalogue.ts';

const standing = (index: string, period: string, score: number | null = 66.5) => ({
  release: { index, period } as Release,
  row: rowOf({ index, period, score }),
});
const rules = (...components: string[]) =>
  ({ components: components.map((component) => ({ component })) }) as unknown as Methodology;
const whole = rules('total', 'entry');

it('looks for units alike in the newest release that has components, and a score of the unit', () => {
  const standings = [standing('pci', '2022'), standing('ict', '2024'), standing('papi', '2025', null)];

  expect(newestWithComponents(standings, [whole, rules('total'), whole])?.index).toBe('pci');
  expect(newestWithComponents(standings, [whole, whole, whole])?.index).toBe('ict');
  expect(newestWithComponents(standings, [null, rules('total'), null])).toBeNull();
});
