import type { Finding } from '../finding.ts';
import type { ScoreRow } from '../release-file.ts';

/** Order in which a person reads a file, so that the same file always gives the same findings in the same order. */

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By sheet, then row. Cells of one row come in the order of their units and components. */
export const byPlace = (a: ScoreRow, b: ScoreRow): number =>
  compareText(a.sheet ?? '', b.sheet ?? '') ||
  a.row - b.row ||
  compareText(a.unit, b.unit) ||
  compareText(a.component, b.component) ||
  compareText(a.stage, b.stage);

/** What is about the whole release first, then row by row. */
export const byRow = (a: Finding, b: Finding): number =>
  (a.row ?? 0) - (b.row ?? 0) || compareText(a.sheet ?? '', b.sheet ?? '');
