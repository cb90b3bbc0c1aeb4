import { LONGEST } from '@chi-so/contract/target-body';
import { MAIN_EDITION, TOTAL } from '@chi-so/domain/identity';
import { plainLine, plainText } from '@chi-so/domain/plain-text';
import {
  ACTION_STATUSES,
  type ActionStatus,
  type PlacedTarget,
  TARGET_KINDS,
  type TargetKind,
} from '@chi-so/domain/target-plan';
import { FIELD_WORDS, KIND_WORDS, kindOfWord, STATUS_WORDS, statusOfWord } from '@chi-so/domain/target-words';
import { NUMBER_FAULTS } from '../number-faults.ts';
import { dayOf } from '../tables/day.ts';
import { readNumbers } from '../tables/read-numbers.ts';
import { type Cell, columnName } from '../tables/table.ts';
import { type Report, refuseFormula, spotOf, textOf } from '../template/template-sheet.ts';
import { NEEDED, type PlanField, type PlanTable } from './plan-table.ts';

/** Rows of a plan's table as targets. A row that only says which component it would be about is none. */

/** The cells of one row, by field. */
type FieldCells = Partial<Record<PlanField, Cell>>;

export const readPlanRows = ({ fields, heads }: PlanTable, rows: readonly Cell[][], report: Report): PlacedTarget[] => {
  const filled = rows
    .map((row) => ({ row: row[0]?.row ?? 0, cells: cellsByField(row, fields) }))
    .filter(({ cells }) => SAYING.some((field) => cells[field] !== undefined && textOf(cells[field]) !== ''));
  const kinds = filled.map(({ cells }) => kindOfWord(textOf(cells.target_kind)));
  const targets = readTargets(
    filled.map(({ cells }) => cells.target),
    kinds,
    report,
  );
  const at = Object.fromEntries(heads.flatMap(({ column }) => letterOf(column, fields)));
  const sheet = null;
  return filled.flatMap(({ row, cells }, i): PlacedTarget[] => {
    const isValue = Object.values(cells).filter((cell) => refuseFormula(cell, report)).length === 0;
    const kind = kinds[i];
    const target = targets[i];
    const status = statusIn(cells, report);
    const isWhole = NEEDED.filter((field) => isMissing(field, cells, row, report)).length === 0;
    if (kind === undefined && textOf(cells.target_kind) !== '') unknownWord('target_kind', cells, report);
    const isShort = (Object.keys(cells) as PlanField[]).filter((field) => isTooLong(field, cells, report)).length === 0;
    if (!isValue || !isWhole || !isShort || kind === undefined || target === undefined || status === undefined)
      return [];
    const line = (field: PlanField) => plainLine(textOf(cells[field]));
    return [
      {
        ...{ row, sheet, at },
        ...{ index: line('index'), edition: line('edition') || MAIN_EDITION, component: line('component') || TOTAL },
        ...{ group: line('group') || null, target_kind: kind, target, office: line('office') },
        action: plainText(textOf(cells.action)) || null,
        deadline: textOf(cells.deadline) === '' ? null : dayOf(cells.deadline?.value ?? ''),
        action_status: status,
        note: plainText(textOf(cells.note)) || null,
      },
    ];
  });
};

/** What a person fills in; the rest of a row is there from the start. */
const SAYING: readonly PlanField[] = ['target_kind', 'target', 'office', 'action', 'deadline', 'action_status', 'note'];

const cellsByField = (row: readonly Cell[], fields: ReadonlyMap<number, PlanField>): FieldCells =>
  Object.fromEntries(row.flatMap((cell) => (fields.has(cell.column) ? [[fields.get(cell.column), cell]] : [])));

const letterOf = (column: number, fields: ReadonlyMap<number, PlanField>): [PlanField, string][] => {
  const field = fields.get(column);
  return field ? [[field, columnName(column)]] : [];
};

/** Numbers share a decimal mark over the whole column; a grade is a name. Undefined where a finding says why. */
const readTargets = (
  cells: readonly (Cell | undefined)[],
  kinds: readonly (TargetKind | undefined)[],
  report: Report,
): (number | string | undefined)[] => {
  const numeric = cells.map((cell, i) => (kinds[i] === undefined || kinds[i] === 'grade' ? undefined : cell));
  const { numbers, missing, faults } = readNumbers(numeric);
  for (const { cell, why } of faults) {
    const [vi, en] = NUMBER_FAULTS[why];
    report('error', 'number', spotOf(cell), `"${textOf(cell)}" ${vi}`, `"${textOf(cell)}" ${en}`);
  }
  return cells.map((cell, i) => {
    if (kinds[i] === 'grade') return plainLine(textOf(cell)) || undefined;
    const number = numbers[i];
    if (cell && missing[i] && missing[i] !== 'blank' && numeric[i]) {
      report(
        'error',
        'number',
        spotOf(cell),
        `"${textOf(cell)}" không phải là số`,
        `"${textOf(cell)}" is not a number`,
      );
    }
    if (typeof number !== 'number') return undefined;
    // Excel keeps 25% as 0.25.
    return cell?.percent && kinds[i] === 'top-share' ? Number((number * 100).toFixed(6)) : number;
  });
};

const statusIn = (cells: FieldCells, report: Report): ActionStatus | undefined => {
  const text = textOf(cells.action_status);
  if (text === '') return 'not-started';
  const status = statusOfWord(text);
  if (!status) unknownWord('action_status', cells, report);
  return status;
};

const WORDS_OF = {
  target_kind: TARGET_KINDS.map((kind) => ({ code: kind, ...KIND_WORDS[kind] })),
  action_status: ACTION_STATUSES.map((status) => ({ code: status, ...STATUS_WORDS[status] })),
};

const unknownWord = (field: keyof typeof WORDS_OF, cells: FieldCells, report: Report): void => {
  const cell = cells[field];
  if (!cell) return;
  const words = WORDS_OF[field];
  report(
    'error',
    `unknown-${field === 'target_kind' ? 'kind' : 'status'}`,
    spotOf(cell),
    `${FIELD_WORDS[field].vi} phải là một trong: ${words.map(({ vi }) => vi).join('; ')}`,
    `${FIELD_WORDS[field].en} must be one of: ${words.map(({ code }) => code).join(', ')}`,
  );
};

const isMissing = (field: PlanField, cells: FieldCells, row: number, report: Report): boolean => {
  if (textOf(cells[field]) !== '') return false;
  report(
    'error',
    'missing',
    { row, column: field, value: null },
    `Dòng ${row} thiếu ${FIELD_WORDS[field].vi.toLowerCase()}`,
    `Row ${row} lacks its ${FIELD_WORDS[field].en.toLowerCase()}`,
  );
  return true;
};

const isTooLong = (field: PlanField, cells: FieldCells, report: Report): boolean => {
  const most = field === 'action' || field === 'note' ? LONGEST.text : LONGEST.line;
  const cell = cells[field];
  if (!cell || textOf(cell).length <= most) return false;
  report('error', 'too-long', spotOf(cell), `Dài hơn ${most} ký tự`, `Longer than ${most} characters`);
  return true;
};
