import type { DraftRow, Finding } from '../data/drafts.ts';

/** A finding with the number that its place in the table refers to. */
export type Numbered = { number: number; finding: Finding };

export type DraftColumn = { component: string; stage: DraftRow['stage'] };
export type DraftLine = {
  unit: string;
  /** By `columnKey`; what the file says nothing of is not there. */
  cells: ReadonlyMap<string, DraftRow>;
  /** Findings about the unit's figures, in the order of the file. */
  findings: readonly Numbered[];
};
export type DraftTable = { columns: DraftColumn[]; lines: DraftLine[] };

export const columnKey = ({ component, stage }: DraftColumn): string => `${component} ${stage}`;

/**
 * A draft as a table: units down, components across in the order of the methodology, with the findings about each unit.
 *
 * @param order Components as the methodology lists them.
 */
export const draftTableOf = (
  rows: readonly DraftRow[],
  findings: readonly Numbered[],
  order: readonly string[],
): DraftTable => {
  const columns = new Map(rows.map(({ component, stage }) => [columnKey({ component, stage }), { component, stage }]));
  const byUnit = Map.groupBy(findings, ({ finding }) => finding.unit);
  return {
    columns: [...columns.values()].toSorted((a, b) => order.indexOf(a.component) - order.indexOf(b.component)),
    lines: [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => ({
      unit,
      cells: new Map(own.map((row) => [columnKey(row), row])),
      findings: byUnit.get(unit) ?? [],
    })),
  };
};

/** Findings about a column's figure; where no stage is told, that of every stage. */
export const findingsOf = (findings: readonly Numbered[], { component, stage }: DraftColumn): Numbered[] =>
  findings.filter(({ finding }) => finding.component === component && (finding.stage ?? stage) === stage);

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Findings in the order in which they matter, each with its number. */
export const numbered = (findings: readonly Finding[]): Numbered[] =>
  findings
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .map((finding, i) => ({ number: i + 1, finding }));
