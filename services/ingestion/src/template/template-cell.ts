import type { Reason, Status } from '@chi-so/domain/score';
import { missingOf } from '@chi-so/domain/template';
import { NUMBER_FAULTS } from '../number-faults.ts';
import { readNumbers } from '../tables/read-numbers.ts';
import type { Cell } from '../tables/table.ts';
import { type Report, refuseFormula, spotOf, textOf } from './template-sheet.ts';

/** What filled cells say. */

/** A number, or why there is none. */
export type Said = { score: number | null; status: Status; reason: Reason | null };

/**
 * Cells of one component on one sheet, so that they share a decimal mark. The sheet states the maximum, which tells
 * `66,499` from thousands. A cell that says nothing readable is left out; then a finding says so.
 */
export const numbersIn = (cells: readonly Cell[], maximum: number | null, report: Report): Map<Cell, Said> => {
  const said = new Map<Cell, Said>();
  const numeric: Cell[] = [];
  for (const cell of cells) {
    if (refuseFormula(cell, report)) continue;
    const missing = typeof cell.value === 'string' ? missingOf(cell.value) : undefined;
    if (missing) said.set(cell, { score: null, ...missing });
    else numeric.push(cell);
  }
  const { numbers, missing, faults } = readNumbers(numeric, { maximum });
  for (const { cell, why } of faults) {
    const [vi, en] = NUMBER_FAULTS[why];
    const text = textOf(cell);
    report('error', 'number', spotOf(cell), `"${text}" ${vi}`, `"${text}" ${en}`);
  }
  for (const [i, cell] of numeric.entries()) {
    const score = numbers[i];
    const reason = missing[i];
    if (typeof score === 'number') said.set(cell, { score, status: 'A', reason: null });
    else if (reason && reason !== 'blank') {
      said.set(cell, { score: null, status: reason === 'withheld' ? 'Q' : 'M', reason });
    }
  }
  return said;
};

export const gradeOf = (cell: Cell, report: Report): string | null => {
  if (refuseFormula(cell, report)) return null;
  const text = textOf(cell);
  return text === '' || missingOf(text) ? null : text;
};
