import type { TargetRow } from '../data/targets.ts';

/** What is overdue first, the longest overdue on top; the rest as the plan has it. */
export const overdueFirst = (rows: readonly TargetRow[]): TargetRow[] =>
  [...rows].sort((a, b) => {
    if (a.overdue !== b.overdue) return a.overdue ? -1 : 1;
    return a.overdue ? (a.deadline ?? '').localeCompare(b.deadline ?? '') : 0;
  });
