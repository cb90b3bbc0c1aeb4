import { type Common, listOf, type PageKind } from '../page-kind.ts';

/** `/simulate/pci/2019`: the ranking as it would be with other figures. */
export type SimulationAddress = {
  page: 'simulation';
  index: string;
  period: string;
  set: string | null;
  edition: string | null;
  /** Supposed figures, `unit:component:value` as the API takes them. */
  change: readonly string[];
  /** Whether the others stay, or move by their own trend; null for staying. */
  others: string | null;
  /** What is to be reached: `next`, `rank:10`, `score:70`; null for the next rank. */
  target: string | null;
};

export const simulation: PageKind<SimulationAddress> = {
  parse: ([first, index = 'pci', period = 'latest', ...rest], query) =>
    first !== 'simulate' || rest.length > 0
      ? null
      : {
          page: 'simulation',
          index,
          period,
          set: query.get('set'),
          edition: query.get('edition'),
          change: listOf(query.get('change')),
          others: query.get('others'),
          target: query.get('target'),
        },
  segments: ({ index, period }) => ['simulate', index, period],
  query: ({ set, edition, change, others, target }) => ({ set, edition, change: change.join(','), others, target }),
};

/** The simulation of an index with nothing changed yet, by the same reader. */
export const simulationOf = (
  { lang, unit, peers }: Common,
  index: string,
  period = 'latest',
): Common & SimulationAddress => ({
  ...{ page: 'simulation', index, period, set: null, edition: null, change: [], others: null, target: null },
  ...{ lang, unit, peers },
});
