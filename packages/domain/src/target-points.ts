import { pointsLost } from './analysis/gap.ts';
import { weighingOf } from './analysis/weighing.ts';
import type { Certainty } from './certainty.ts';
import { exact, inexact, plus } from './exact-decimal.ts';
import { TOTAL } from './identity.ts';
import type { Methodology } from './methodology.ts';
import type { RankingDocument } from './ranking-document.ts';
import type { TargetRow } from './target-plan.ts';

/** What the components that a plan names have cost in points of their total, and whose they are. */

/** Points of the total, and how certain the weights are by which they are counted. */
export type PointsLost = { points: number; weights: Exclude<Certainty, 'unknown'> };

/**
 * What a component right below the total has lost, coefficient × what lacks to the best score; null for any other one, and where
 * the weights, the scale or the score are not known: missing is not zero.
 */
export const pointsLostOf = (
  { component, ranking }: RankingDocument,
  methodology: Methodology,
  unit: string,
): PointsLost | null => {
  const weighing = weighingOf(methodology);
  const weighed = weighing?.components.find((one) => one.component.component === component);
  if (!weighing || !weighed) return null;
  const units = new Map([[component, new Map(ranking.units.map((one) => [one.unit, one]))]]);
  const lost = pointsLost({ units, groups: ranking.groups, methodology }, unit, weighed);
  return lost && { points: inexact(lost), weights: weighing.certainty };
};

/** A row of a plan with what its component has lost. */
export type CostedRow = Pick<TargetRow, 'index' | 'edition' | 'component' | 'office'> & {
  actual_period: string | null;
  points_lost: number | null;
};

/** What the components of one office have lost in one index. Points of different indices are never added. */
export type OfficePoints = Pick<TargetRow, 'office' | 'index' | 'edition'> & {
  period: string | null;
  /** Σ of the components that are known, each once; null where none is. */
  points_lost: number | null;
  /** Components that it answers for, and those among them whose points are not known. */
  components: number;
  unknown: number;
};

/**
 * By index in the order of the plan, most points first, the unknown last. Rows about the total are nobody's components. A
 * component with two offices counts for both.
 */
export const pointsByOffice = (rows: readonly CostedRow[]): OfficePoints[] => {
  const parts = rows.filter(({ component }) => component !== TOTAL);
  const order = parts.map(({ index }) => index);
  const together = Map.groupBy(parts, ({ office, index, edition, actual_period }) =>
    JSON.stringify([index, edition, actual_period, office]),
  );
  return [...together.values()]
    .flatMap((of) => officeOf([...new Map(of.map((row) => [row.component, row])).values()]))
    .sort((a, b) => order.indexOf(a.index) - order.indexOf(b.index) || sizeOf(b) - sizeOf(a));
};

const officeOf = (rows: readonly CostedRow[]): OfficePoints[] => {
  const [first] = rows;
  if (!first) return [];
  const known = rows.flatMap(({ points_lost }) => (points_lost === null ? [] : [exact(points_lost)]));
  return [
    {
      ...{ office: first.office, index: first.index, edition: first.edition, period: first.actual_period },
      points_lost: known.length === 0 ? null : inexact(known.reduce(plus)),
      components: rows.length,
      unknown: rows.length - known.length,
    },
  ];
};

/** For sorting: what is not known comes last. */
export const sizeOf = ({ points_lost }: { points_lost: number | null }): number => points_lost ?? -1;
