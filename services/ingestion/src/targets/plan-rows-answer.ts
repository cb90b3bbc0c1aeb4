import type { PlannedIndex } from '@chi-so/domain/target-check';
import type { TargetRow } from '@chi-so/domain/target-plan';
import { pointsByOffice } from '@chi-so/domain/target-points';
import { progressOf, type Standings, TARGET_STATES, type TargetState } from '@chi-so/domain/target-progress';
import { sentenceOf } from '@chi-so/domain/target-sentence';
import type { Lang } from '@chi-so/runtime/http';
import type { PlannedUnit } from './planned-unit.ts';

/** Rows of a plan with their progress, as they are answered: flat, in one language. */

/** What all rows have in common. */
export type RowContext = {
  planned: PlannedUnit;
  period: string;
  indices: ReadonlyMap<string, PlannedIndex>;
  /** The day as of which a row is overdue. */
  day: string;
  lang: Lang;
};

export const shownTarget = (
  row: TargetRow,
  standings: Standings,
  { planned, period, indices, day, lang }: RowContext,
) => {
  const { share_note_vi, share_note_en, ...progress } = progressOf(row, standings, period, day);
  const said = sentenceOf(row, { ...progress, share_note_vi, share_note_en });
  const index = indices.get(row.index);
  const component = index?.methodology?.components.find((one) => one.component === row.component);
  const nameOf = (named: { name_vi: string; name_en: string } | undefined) =>
    (lang === 'vi' ? named?.name_vi : named?.name_en) ?? null;
  return {
    unit: planned.unit.unit,
    period,
    unit_set: planned.unitSet.unit_set,
    index: row.index,
    index_name: nameOf(index),
    edition: row.edition,
    component: row.component,
    component_name: nameOf(component),
    group: row.group,
    target_kind: row.target_kind,
    target: row.target,
    office: row.office,
    action: row.action,
    deadline: row.deadline,
    action_status: row.action_status,
    note: row.note,
    ...progress,
    share_note: lang === 'vi' ? share_note_vi : share_note_en,
    says: said[lang],
  };
};

export type ShownTarget = ReturnType<typeof shownTarget>;

/** How many rows are in each state, how many are overdue, and what the components of each office have lost. */
export const countsOfTargets = (rows: readonly ShownTarget[]) => ({
  states: Object.fromEntries(
    TARGET_STATES.map((state) => [state, rows.filter((row) => row.state === state).length]),
  ) as Record<TargetState, number>,
  overdue: rows.filter(({ overdue }) => overdue).length,
  offices: pointsByOffice(rows),
});
