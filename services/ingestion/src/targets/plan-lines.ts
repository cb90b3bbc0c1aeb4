import { LONGEST } from '@chi-so/contract/target-body';
import { plainLine } from '@chi-so/domain/plain-text';
import { PLAN_KEYS, type PlanKey } from '@chi-so/domain/target-sheet';
import { dayOf } from '../tables/day.ts';
import type { Cell } from '../tables/table.ts';
import { type Report, refuseFormula, spotOf, textOf } from '../template/template-sheet.ts';

/** The plan's own lines: `# title: Kế hoạch …`, in one cell or with the value in the cell beside. */

/** What the lines say; blank ones say nothing. */
export type PlanLines = Partial<Record<PlanKey, { value: string; cell: Cell }>>;

export const isPlanLine = (row: readonly Cell[]): boolean => textOf(row[0]).startsWith('#') && row[0]?.column === 0;

export const readPlanLines = (rows: readonly Cell[][], report: Report): PlanLines => {
  const said: PlanLines = {};
  for (const row of rows) {
    const [first, beside] = [row.find(({ column }) => column === 0), row.find(({ column }) => column === 1)];
    const [, name = '', inside = ''] = /^#\s*([^:]+?)\s*:\s*(.*)$/su.exec(textOf(first)) ?? [];
    const key = PLAN_KEYS.find((one) => one === name);
    if (!first || !key) continue;
    const cell = inside === '' && beside ? beside : first;
    if (refuseFormula(cell, report)) continue;
    const given = cell === first ? inside : cell.value;
    const value = plainLine(key === 'issued_on' ? dayOf(given) : String(given));
    if (value === '') continue;
    if (value.length > LONGEST.line) {
      report(
        'error',
        'too-long',
        spotOf(cell),
        `Dài hơn ${LONGEST.line} ký tự`,
        `Longer than ${LONGEST.line} characters`,
      );
    } else said[key] = { value, cell };
  }
  return said;
};
