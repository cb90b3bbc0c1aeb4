import { type CarriedPoint, carriedPoint, NOT_CARRIED } from './carried-point.ts';
import { ALL, comparePeriods } from './identity.ts';
import type { Series, SeriesColumn, SeriesPoint } from './series.ts';
import { withSimulatedPlaces } from './simulated-places.ts';
import { type Lineage, originOf } from './territory.ts';

/** A series of one unit set, made of the releases over that set and over those before and after it. */

/** One period as the basis has it; `unit_set` is that of the release. */
export type BasisColumn = Omit<SeriesColumn, 'points'> & { unit_set: string; points: CarriedPoint[] };

/** The series of each unit set that the index was released on. */
export type SeriesOfSet = { unit_set: string; series: Series };

/**
 * The columns of all sets for the units of the basis, in the order of time. A period that was released on several sets
 * is taken from the basis itself, else from the nearest one: what a publisher says of a unit goes before any estimate.
 * A value of a league stays in it; of ranks in several groups those among all units are taken.
 */
export const columnsOnBasis = (
  all: readonly SeriesOfSet[],
  basis: { unit_set: string; units: readonly string[] },
  lineage: Lineage,
): BasisColumn[] => {
  const columns = all
    .toSorted((a, b) => distance(a.unit_set, basis.unit_set, lineage) - distance(b.unit_set, basis.unit_set, lineage))
    .flatMap(({ unit_set, series }) => series.columns.map((column) => ({ ...column, unit_set })));
  const nearest = new Map<string, (typeof columns)[number]>();
  for (const column of columns) if (!nearest.has(column.period)) nearest.set(column.period, column);
  return [...nearest.values()]
    .sort((a, b) => comparePeriods(a.period, b.period))
    .map((column) => ({ ...column, points: pointsOnBasis(column, basis, lineage) }));
};

const distance = (set: string, basis: string, { sets }: Lineage): number =>
  sets.includes(set) ? Math.abs(sets.indexOf(set) - sets.indexOf(basis)) : Number.POSITIVE_INFINITY;

const pointsOnBasis = (
  { unit_set, points }: { unit_set: string; points: readonly SeriesPoint[] },
  basis: { unit_set: string; units: readonly string[] },
  lineage: Lineage,
): CarriedPoint[] => {
  const ranked = amongAll(points);
  if (unit_set === basis.unit_set) return ranked.map((point) => ({ ...point, ...NOT_CARRIED }));
  const byUnit = new Map(ranked.map((point) => [point.unit, point]));
  const carried = basis.units.flatMap((unit) => {
    const origin = originOf(unit, unit_set, lineage);
    const of = origin?.units.flatMap((each) => byUnit.get(each) ?? []) ?? [];
    return (origin && carriedPoint(unit, origin, of)) ?? [];
  });
  return withSimulatedPlaces(carried, ranked);
};

/** One point a unit: among all, where all are ranked together. */
const amongAll = (points: readonly SeriesPoint[]): readonly SeriesPoint[] =>
  points.some(({ group }) => group === ALL) ? points.filter(({ group }) => group === ALL || group === null) : points;
