import type { GateContext } from './context.ts';

/** Units and components as people call them. */
export type Names = (id: string) => { vi: string; en: string };

const namer = (names: Map<string, { vi: string; en: string }>): Names => {
  return (id) => names.get(id) ?? { vi: id, en: id };
};

/** What to call units and components in a message. What is unknown keeps its id. */
export const namesIn = ({ unitSet, methodology }: Pick<GateContext, 'unitSet' | 'methodology'>) => ({
  unit: namer(new Map(unitSet.units.map(({ unit, name_vi, name_en }) => [unit, { vi: name_vi, en: name_en }]))),
  component: namer(
    new Map(methodology.components.map(({ component, name_vi, name_en }) => [component, { vi: name_vi, en: name_en }])),
  ),
});

/** A computed number without binary noise. */
export const shown = (value: number): string => String(Number(value.toPrecision(8)));
