import type { Lang } from '@chi-so/contract/ranking-response';
import type { Methodology } from '../data/catalogue.ts';
import { type ComponentChoice, componentTree } from '../ranking/component-tree.ts';
import { nameIn } from '../words/name-in.ts';

/**
 * The components that an index has or had: the tree of the newest methodology, then what only earlier ones have, each
 * with the years in which it was there. Methodologies from the newest to the oldest.
 */
export const componentChoices = (
  methodologies: readonly Methodology[],
  periodsOf: (methodology: string) => readonly string[],
  lang: Lang,
): ComponentChoice[] => {
  const [newest, ...earlier] = methodologies;
  if (!newest) return [];
  const choices = componentTree(newest, lang);
  const known = new Set(choices.map(({ component }) => component));
  const former = earlier
    .flatMap(({ components }) => components)
    .filter(({ component }) => !known.has(component) && known.add(component))
    .map((one) => {
      const { component } = one;
      const periods = earlier
        .filter(({ components }) => components.some((one) => one.component === component))
        .flatMap(({ methodology }) => periodsOf(methodology))
        .sort();
      const [first, last] = [periods[0], periods.at(-1)];
      const span = first === last ? first : `${first}–${last}`;
      return { component, label: `${nameIn(lang, one)} (${span})` };
    });
  return [...choices, ...former];
};

/** The name of a component in the newest methodology that has it. */
export const componentName = (methodologies: readonly Methodology[], component: string, lang: Lang): string | null => {
  const found = methodologies.flatMap(({ components }) => components).find((one) => one.component === component);
  return found ? nameIn(lang, found) : null;
};
