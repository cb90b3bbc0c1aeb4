import type { Column } from './content.ts';
import { SIZE, TEXT_WIDTH } from './page.ts';

/** Between the text of a cell and its border, in twentieths of a point. */
export const CELL_MARGIN = 70;

/** An average letter or a digit of Times New Roman is half as wide as high; bold capitals are wider. */
const EM_SHARE = 0.5;
const BOLD = 1.15;

/**
 * Widths (twentieths of a point) and size (half points) at which no word and no figure of a table is broken: scores are
 * printed with all digits that were released. Columns have what they need, and a share of the rest.
 */
export const fitted = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): { size: number; widths: number[] } => {
  const letters = columns.map(({ name, align }, i) =>
    Math.max(
      longestWord(name) * BOLD,
      ...rows.map((row) => longestWord(row[i] ?? '')),
      ...(align === 'left' ? rows.map((row) => Math.min(row[i]?.length ?? 0, LEGIBLE)) : []),
    ),
  );
  const needed = (size: number) => letters.map((count) => count * size * 10 * EM_SHARE + 2 * CELL_MARGIN + 60);
  const size = SIZES.find((candidate) => sum(needed(candidate)) <= TEXT_WIDTH) ?? SMALLEST;
  const least = needed(size);
  const left = TEXT_WIDTH - sum(least);
  const shares = sum(columns.map(({ width }) => width));
  // Where even the smallest letters do not fit, all columns give way alike.
  const widths = least.map((width, i) =>
    Math.floor(left >= 0 ? width + (left * (columns[i]?.width ?? 0)) / shares : (width * TEXT_WIDTH) / sum(least)),
  );
  return { size, widths };
};

/** Names in columns of fewer letters than these are a tower of words. */
const LEGIBLE = 13;

const SMALLEST = 14;
const SIZES = Array.from({ length: SIZE.table - SMALLEST + 1 }, (_, i) => SIZE.table - i);

const longestWord = (text: string): number => Math.max(...text.split(/\s+/).map((word) => word.length));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
