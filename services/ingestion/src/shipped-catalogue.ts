import { indices, layouts, unitSets } from '@chi-so/reference-data/catalogue';
import type { Catalogue } from './catalogue-reader.ts';

/** For tests: the catalogue that ships, as a request would read it from Records. */
export const shippedCatalogue = (): Catalogue => {
  const sets = unitSets().map((set) => ({ ...set, version: 1 }));
  const known = indices();
  const methodologies = (index: string) => known.find((one) => one.index.index === index)?.methodologies ?? [];
  return {
    indices: async () => known.map(({ index }) => index),
    methodologies: async (index) => methodologies(index).map((one) => ({ ...one, calendar: null, version: 1 })),
    methodology: async (index, id) => {
      const found = methodologies(index).find(({ methodology }) => methodology === id);
      return found && { ...found, version: 1 };
    },
    unitSets: async () => sets.map((set) => ({ ...set, units: set.units.length })),
    unitSet: async (id) => sets.find(({ unit_set }) => unit_set === id),
    layouts: async () => layouts(),
  };
};
