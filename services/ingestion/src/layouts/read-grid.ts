import { type Axis, axesOf, isFigure } from './axes.ts';
import { type Column, columnsOf } from './columns.ts';
import { type Grid, textOf } from './grid.ts';
import type { UnitNames } from './unit-names.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';

/** A table under one vocabulary: whose figures stand where, and what they mean. */
export type GridReading = {
  grid: Grid;
  axes: { axis: Axis; columns: Column[] }[];
  /** Components that have a column of scores. */
  components: string[];
  /** Units that are named. */
  units: string[];
  /** Columns of figures whose header nobody knows. */
  unmapped: Column[];
};

/** Undefined where the table names no units or no column says anything. */
export const readGrid = (
  grid: Grid,
  vocabulary: Vocabulary,
  names: UnitNames,
  period: string | null,
): GridReading | undefined => {
  const axes = axesOf(grid, names, vocabulary.tails);
  const read = axes.map((axis) => ({ axis, columns: columnsOf(grid, axis, vocabulary, axes.length > 1) }));
  const chosen = ofPeriod(read, period);
  const components = new Set<string>();
  for (const { columns } of chosen) {
    for (const { meaning } of columns) {
      if (isMeaning(meaning) && meaning.figure === 'score') components.add(meaning.component);
    }
  }
  const units = new Set(axes.flatMap(({ units: lines }) => lines.flatMap(({ unit }) => unit ?? [])));
  if (units.size === 0) return undefined;
  const unmapped = chosen.flatMap(({ axis, columns }) =>
    columns.filter(({ meaning, place }) => meaning === null && isNumeric(grid, axis, place)),
  );
  return { grid, axes: chosen, components: [...components], units: [...units], unmapped };
};

export const isMeaning = (meaning: Column['meaning']): meaning is Meaning => meaning !== null && meaning !== 'none';

/** Where columns of one figure are told apart by their year, those of the asked period. */
const ofPeriod = (read: GridReading['axes'], period: string | null): GridReading['axes'] => {
  const all = read.flatMap(({ columns }) => columns);
  const key = ({ meaning }: Column) => (isMeaning(meaning) ? `${meaning.component} ${meaning.figure}` : '');
  const years = new Map<string, Set<string>>();
  for (const column of all) {
    if (column.years.length !== 1) continue;
    years.set(key(column), (years.get(key(column)) ?? new Set()).add(column.years[0] as string));
  }
  const year = period?.slice(0, 4);
  return read.map(({ axis, columns }) => ({
    axis,
    columns: columns.map((column) =>
      (years.get(key(column))?.size ?? 0) > 1 && isMeaning(column.meaning) && !column.years.includes(year ?? '')
        ? { ...column, meaning: 'none' as const }
        : column,
    ),
  }));
};

const isNumeric = (grid: Grid, { units }: Axis, place: number): boolean => {
  const cells = units.map(({ line }) => grid.lines.get(line)?.get(place)).filter((cell) => cell !== undefined);
  return cells.length > 0 && cells.filter(isFigure).length * 2 > cells.length;
};

/** Everything written above the units: titles, notes, headers. */
export const headTexts = ({ grid, axes }: GridReading): string[] => {
  const end = Math.max(0, ...axes.map(({ axis }) => axis.headEnd));
  return [...grid.lines]
    .filter(([line]) => line <= end)
    .flatMap(([, cells]) => [...cells.values()].map(textOf).filter(Boolean));
};
