import type { PinnedUnitSet } from '@chi-so/domain/unit-set';
import type { Table } from '../tables/table.ts';
import { axesOf } from './axes.ts';
import { type Grid, gridOf } from './grid.ts';
import { type UnitNames, unitNamesOf } from './unit-names.ts';
import { yearsIn } from './words.ts';

/** How many releases a file holds, and which of its tables belong to each. */

/** A table with the population in which most of its names are found. */
export type Found = { grid: Grid; counts: Map<string, number> };

/** Every table that names units, the way round in which it names more of them. */
export const tablesWithUnits = (tables: readonly Table[], populations: readonly PinnedUnitSet[]): Found[] => {
  const names = populations.map((set) => unitNamesOf(set, undefined));
  return tables.flatMap((table) => {
    const ways = [gridOf(table), gridOf(table, true)].map((grid) => ({ grid, counts: countsIn(grid, names) }));
    const [upright, across] = ways.map(({ counts }) => Math.max(0, ...counts.values()));
    const best = (across ?? 0) > (upright ?? 0) ? ways[1] : ways[0];
    return best && Math.max(0, ...best.counts.values()) > 0 ? [best] : [];
  });
};

const countsIn = (grid: Grid, populations: readonly UnitNames[]): Map<string, number> =>
  new Map(
    populations.map((names) => [
      names.unitSet.unit_set,
      new Set(axesOf(grid, names, []).flatMap(({ units }) => units.flatMap(({ unit }) => unit ?? []))).size,
    ]),
  );

/** The tables of one release: of a year, where sheets are told apart by it; of a unit set, where they are told apart by that. */
export type Edition = { tables: Found[]; year: string | undefined; unit_set?: string };

/** Sheets of several years, or of several populations, are several releases; otherwise all sheets are of one. */
export const editionsOf = (
  tables: Found[],
  fileName: string,
  { period }: { period?: string },
  populations: readonly PinnedUnitSet[],
): Edition[] => {
  const byYear = Map.groupBy(tables, ({ grid }) => {
    const years = yearsIn(grid.table.sheet ?? '');
    return years.length === 1 ? years[0] : undefined;
  });
  byYear.delete(undefined);
  if (byYear.size < 2) return populationsOf(tables, populations);
  const named = yearsIn(fileName);
  const wanted = period?.slice(0, 4) ?? (named.length === 1 ? named[0] : undefined);
  const editions = [...byYear].map(([year, ofYear]) => ({ tables: ofYear, year }));
  return wanted === undefined ? editions : editions.filter(({ year }) => year === wanted);
};

/** DTI 2024 came out for 63 provinces and for 34, one on each sheet. */
const populationsOf = (tables: Found[], populations: readonly PinnedUnitSet[]): Edition[] => {
  const sizes = new Map(populations.map(({ unit_set, units }) => [unit_set, units.length]));
  const bySet = Map.groupBy(tables, ({ counts }) => {
    const most = Math.max(...counts.values());
    const whole = [...counts].filter(([set, count]) => count === most && count >= (sizes.get(set) ?? Infinity) * 0.95);
    return whole.sort(([a], [b]) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0))[0]?.[0];
  });
  bySet.delete(undefined);
  const found = [...bySet.keys()].map((set) => sizes.get(set ?? '') ?? 0);
  // Sets of nearly one size differ by a unit that a sheet may just lack.
  const isClear = bySet.size > 1 && Math.min(...found) < Math.max(...found) * 0.9;
  if (!isClear) return [{ tables, year: undefined }];
  return [...bySet].flatMap(([unit_set, ofSet]) => (unit_set ? [{ tables: ofSet, year: undefined, unit_set }] : []));
};
