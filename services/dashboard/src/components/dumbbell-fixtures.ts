import { rowOf } from '../ranking/row-fixtures.ts';
import type { ComponentStanding } from './component-standing.ts';

/** A component of 63 units on a scale of 1 to 10, for tests that care about a few of its fields. */
export const standingOf = (
  component: string,
  { row, ...given }: Partial<Omit<ComponentStanding, 'row'>> & { row?: Parameters<typeof rowOf>[0] },
): ComponentStanding => ({
  ...{ component, name: component, scale: { low: 1, high: 10, isKnown: true }, before: null, withheld: null },
  ...{ median: null, regionMean: null, leader: null, peers: [] },
  ...given,
  row: rowOf({ component, rank_published: null, ...row }),
});
