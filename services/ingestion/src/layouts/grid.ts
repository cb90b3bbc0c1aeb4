import type { Cell, Table } from '../tables/table.ts';

/** A table by line and place, so that it can be read across as well: the cells keep the places that a person sees. */
export type Grid = {
  table: Table;
  /** Whether lines are the columns of the table. */
  transposed: boolean;
  /** Cells by line, then by place in the line; empty ones are absent. */
  lines: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
};

export const gridOf = (table: Table, transposed = false): Grid => {
  const lines = new Map<number, Map<number, Cell>>();
  for (const cell of table.rows.flat()) {
    if (typeof cell.value === 'string' && cell.value.trim() === '') continue;
    const [line, place] = transposed ? [cell.column, cell.row] : [cell.row, cell.column];
    const cells = lines.get(line) ?? new Map<number, Cell>();
    lines.set(line, cells.set(place, cell));
  }
  return { table, transposed, lines: new Map([...lines].sort(([a], [b]) => a - b)) };
};

/** A cell's text; empty where it holds a number or nothing. */
export const textOf = (cell: Cell | undefined): string => (typeof cell?.value === 'string' ? cell.value.trim() : '');

/** Every place that some line uses, in order. */
export const placesOf = ({ lines }: Grid): number[] =>
  [...new Set([...lines.values()].flatMap((cells) => [...cells.keys()]))].sort((a, b) => a - b);
