import type { Spot } from './finding.ts';
import type { PlacedTarget, TargetRow } from './target-plan.ts';

/** Where a field of a row stands: its column's letter in a table, its name in JSON. */
export const targetSpot = (row: PlacedTarget, field: keyof TargetRow): Spot => ({
  sheet: row.sheet ?? null,
  row: row.row,
  column: row.at?.[field] ?? field,
  value: row[field],
});
