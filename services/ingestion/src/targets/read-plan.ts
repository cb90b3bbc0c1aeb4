import { MOST_TARGETS, TargetPlanBody } from '@chi-so/contract/target-body';
import type { Finding } from '@chi-so/domain/finding';
import type { PlacedTarget, TargetPlanHead } from '@chi-so/domain/target-plan';
import type { PlanKey } from '@chi-so/domain/target-sheet';
import { jsonBody } from '@chi-so/runtime/json-body';
import { columnName } from '../tables/table.ts';
import { type Report, reportOf, spotOf, textOf } from '../template/template-sheet.ts';
import { isPlanLine, type PlanLines, readPlanLines } from './plan-lines.ts';
import { readPlanRows } from './plan-rows.ts';
import { readPlanTable, unknownHead } from './plan-table.ts';

/** A plan as it was sent: JSON, or the sheet that was filled in, as XLSX or CSV. */

export type ReadPlan = {
  head: TargetPlanHead;
  /** Why the plan is changed. */
  reason: string | null;
  /** The version that the sheet was made from; null where it does not say. */
  madeFrom: number | null;
  rows: PlacedTarget[];
  findings: Finding[];
};

/** Whose plan the address names. */
type Named = { unit: string; period: string };

/** @throws Problem 415 or 422 for what cannot be read at all. What is wrong in single cells is in the findings. */
export const readPlan = async (bytes: Buffer, named: Named): Promise<ReadPlan> => {
  const isJson = /^\uFEFF?\s*[[{]/u.test(bytes.subarray(0, 100).toString('utf8'));
  return bytes.length === 0 || isJson ? planOfBody(bytes) : planOfTable(bytes, named);
};

const planOfBody = (bytes: Buffer): ReadPlan => {
  const { rows, reason, ...head } = jsonBody(TargetPlanBody, { body: bytes });
  return { head, reason, madeFrom: null, rows: rows.map((row, i) => ({ ...row, row: i + 1 })), findings: [] };
};

const planOfTable = async (bytes: Buffer, named: Named): Promise<ReadPlan> => {
  const table = await readPlanTable(bytes);
  const findings: Finding[] = [];
  const report = reportOf(table.sheet, findings);
  const said = readPlanLines(table.rows.filter(isPlanLine), report);
  for (const head of table.heads) {
    const unknown = unknownHead(textOf(head));
    if (unknown) reportUnknownHead(spotOf(head), textOf(head), unknown.suggestion, report);
  }
  const body = table.rows.filter((row) => !isPlanLine(row));
  const rows = readPlanRows(table, body, report).map((row) => ({ ...row, sheet: table.sheet }));
  checkLines(said, named, report);
  if (rows.length > MOST_TARGETS) {
    report(
      'error',
      'too-many-rows',
      { row: rows[MOST_TARGETS]?.row ?? null, value: rows.length },
      `Kế hoạch có hơn ${MOST_TARGETS} dòng`,
      `The plan has more than ${MOST_TARGETS} rows`,
    );
  }
  const line = (key: PlanKey) => said[key]?.value ?? null;
  const head: TargetPlanHead = {
    ...{ title: line('title') ?? '', document: line('document') },
    ...{ issued_on: line('issued_on'), baseline_period: line('baseline_period') },
  };
  const version = line('version');
  const madeFrom = version !== null && /^\d{1,6}$/.test(version) ? Number(version) : null;
  return { head, reason: line('reason'), madeFrom, rows: rows.slice(0, MOST_TARGETS), findings };
};

const reportUnknownHead = (
  spot: Parameters<Report>[2],
  head: string,
  suggestion: string | undefined,
  report: Report,
): void =>
  report(
    'error',
    'unknown-column',
    spot,
    `Không có cột "${head}"${suggestion ? `; có phải ${suggestion} không?` : ''}`,
    `There is no column "${head}"${suggestion ? `; did you mean ${suggestion}?` : ''}`,
  );

/** A sheet of another plan must not take the place of this one; and a plan has a name. */
const checkLines = (said: PlanLines, named: Named, report: Report): void => {
  for (const key of ['unit', 'period'] as const) {
    const line = said[key];
    if (!line || line.value === named[key]) continue;
    report(
      'error',
      'other-plan',
      { row: line.cell.row, column: columnName(line.cell.column), value: line.value },
      `Tệp là kế hoạch của ${line.value}, địa chỉ ghi ${named[key]}`,
      `The file is a plan of ${line.value}, the address says ${named[key]}`,
    );
  }
  if (said.title) return;
  report(
    'error',
    'missing',
    { column: 'title' },
    'Thiếu dòng "# title: tên kế hoạch"',
    'The line "# title: …" is missing',
  );
};
