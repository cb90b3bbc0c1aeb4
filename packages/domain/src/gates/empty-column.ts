import { type Finding, finding } from '../finding.ts';
import { ALL, TOTAL } from '../identity.ts';
import { columnsOf, scoredRows } from './columns.ts';
import type { GateContext } from './context.ts';
import { namesIn } from './names.ts';

/**
 * A component of the first level that nobody has a score for, in a file that has others (derived rule): a column that
 * was hidden, renamed or cut off. A file of totals alone is what many publishers print, so it is no finding. A release
 * that says itself that it is not complete, or that lists the component's scores as missing, is told so only.
 */
export const emptyColumn = (context: GateContext): Finding[] => {
  const { file, unitSet, methodology } = context;
  const columns = columnsOf(file);
  const named = new Set(file.rows.map(({ unit }) => unit));
  const groups = new Set([ALL, ...unitSet.units.flatMap(({ unit, groups }) => (named.has(unit) ? groups : []))]);
  const expected = methodology.components.filter(
    ({ parent, part, groups: only }) =>
      // Bonuses and penalties need not have been given.
      parent === TOTAL && part !== 'bonus' && part !== 'penalty' && (!only || only.some((group) => groups.has(group))),
  );
  const isThere = (component: string) => scoredRows(columns.get(component)).length > 0;
  if (!expected.some(({ component }) => isThere(component))) return [];
  const name = namesIn(context).component;
  return expected
    .filter(({ component }) => !isThere(component))
    .map(({ component }) => {
      const isTold = file.announcement.extent !== 'complete' || columns.has(component);
      const { vi, en } = name(component);
      return finding(
        isTold ? 'info' : 'warning',
        'empty-column',
        { column: component },
        `Không đơn vị nào có điểm ${vi}, trong khi các chỉ số thành phần khác có`,
        `No unit has a score for ${en}, while other components have scores`,
      );
    });
};
