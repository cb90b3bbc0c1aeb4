import { TOTAL } from '@chi-so/domain/identity';
import { type Cell, columnName } from '../tables/table.ts';
import type { Axis } from './axes.ts';
import { type Grid, textOf } from './grid.ts';
import { type HeaderMeaning, type Meaning, meaningOfHeader, numberedComponent, type Vocabulary } from './vocabulary.ts';
import { UNIT_HEADERS, wordsOf, yearsIn } from './words.ts';

/** The columns of an axis with what their headers say. */
export type Column = {
  place: number;
  /** All that stands above the column, the nearest last; empty where nothing does. */
  header: string;
  /** The column's letter, or the row's number where the table lies across. */
  at: string;
  meaning: HeaderMeaning;
  /** The years that the header names: some tables hold several editions side by side. */
  years: string[];
  /** Whether the number in front of the header decided against its words. */
  byNumber: boolean;
};

/** Headers and titles take a few lines; a preface above them is not theirs. */
const MOST_HEADER_LINES = 6;

export const columnsOf = (grid: Grid, axis: Axis, vocabulary: Vocabulary, paired: boolean): Column[] => {
  const head = headLines(grid, axis);
  const columns = axis.valuePlaces.map((place): Column => {
    const own = headerAt(head, place);
    const header = own === '' && paired ? nameHeader(head, axis, place) : own;
    const at = grid.transposed ? String(place) : columnName(place);
    const meaning = vocabulary.byLetter.get(at) ?? meaningOfHeader(header, vocabulary);
    return { place, header, at, meaning, years: yearsIn(header), byNumber: false };
  });
  return withoutGeneric(settledByNumbers(columns, vocabulary));
};

/** The lines above the units. A line of one text only is a title, except the one right above them. */
const headLines = (grid: Grid, { headEnd }: Axis): ReadonlyMap<number, Cell>[] => {
  const above = [...grid.lines].filter(([line]) => line <= headEnd).slice(-MOST_HEADER_LINES);
  return above.filter(([, cells], i) => cells.size > 1 || i === above.length - 1).map(([, cells]) => cells);
};

/** Texts above a column. A year above it may be stored as a number. */
const headerAt = (head: readonly ReadonlyMap<number, Cell>[], place: number): string =>
  [
    ...new Set(
      head.flatMap((cells) => {
        const cell = cells.get(place);
        const year = typeof cell?.value === 'number' && yearsIn(String(cell.value)).length === 1;
        const text = textOf(cell);
        // Some tables number their columns in a row of its own: `(9)`.
        return year ? [String(cell?.value)] : text && !/^\(?\d{1,2}\)?$/.test(text) ? [text] : [];
      }),
    ),
  ].join(' ');

/** In pairs the header may stand above the names and leave the figures bare. */
const nameHeader = (
  head: readonly ReadonlyMap<number, Cell>[],
  { unitPlaces, valuePlaces }: Axis,
  place: number,
): string => {
  const before = unitPlaces.filter((unit) => unit < place).at(-1);
  const isNext = before !== undefined && !valuePlaces.some((other) => other > before && other < place);
  const header = isNext ? headerAt(head, before) : '';
  return UNIT_HEADERS.includes(wordsOf(header)) ? '' : header;
};

/** Beside a column that names the index, `Kết quả` is something else. */
const withoutGeneric = (columns: Column[]): Column[] => {
  const isTotal = ({ meaning }: Column) =>
    meaning !== null && meaning !== 'none' && meaning.component === TOTAL && meaning.figure === 'score';
  const isGeneric = ({ meaning }: Column) => meaning !== null && meaning !== 'none' && meaning.generic === true;
  const hasNamed = columns.some((column) => isTotal(column) && !isGeneric(column));
  return hasNamed ? columns.map((column) => (isGeneric(column) ? { ...column, meaning: null } : column)) : columns;
};

/**
 * Publishers reuse a template: under `2.1 … 2.3` a workbook of PAPI 2011 names other sub-dimensions than that year had.
 * Where the words of a numbered family do not name exactly its members, the numbers decide for the whole family.
 */
const settledByNumbers = (columns: Column[], { methodology }: Vocabulary): Column[] => {
  const families = Map.groupBy(
    columns,
    ({ header }) => /^\s*(\d{1,2})\.\d{1,2}\s*[:.)](?!\d)/u.exec(header)?.[1] ?? '',
  );
  families.delete('');
  const settled = new Map<number, Meaning>();
  for (const family of families.values()) {
    const byNumber = family.map(({ header }) => numberedComponent(header, methodology));
    const byWords = family.map(({ meaning }) => (meaning && meaning !== 'none' ? meaning.component : undefined));
    const isWhole = byNumber.every((one) => one !== undefined) && new Set(byNumber).size === family.length;
    if (!isWhole || byNumber.every((one, i) => one === byWords[i])) continue;
    const namesAll = byWords.every((one) => one !== undefined) && new Set(byWords).size === family.length;
    if (namesAll) continue;
    for (const [i, { place }] of family.entries()) {
      settled.set(place, { component: byNumber[i] as string, figure: 'score' });
    }
  }
  return columns.map((column) => {
    const meaning = settled.get(column.place);
    return meaning ? { ...column, meaning, byNumber: true } : column;
  });
};
