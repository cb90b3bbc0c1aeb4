import type { DraftRow, Finding } from '../data/drafts.ts';
import { decimalsOf } from '../words/figures.ts';

/** A finding with the number that its place in the table refers to. */
export type Numbered = { number: number; finding: Finding };

export type DraftColumn = {
  component: string;
  stage: DraftRow['stage'];
  /** Of the figure that has most, so that all of them stand one under the other. */
  decimals: number;
};
export type DraftLine = {
  unit: string;
  /** By `columnKey`; what the file says nothing of is not there. */
  cells: ReadonlyMap<string, DraftRow>;
  /** Findings about the unit's figures, in the order of the file. */
  findings: readonly Numbered[];
};
export type DraftTable = { columns: DraftColumn[]; lines: DraftLine[] };

export const columnKey = ({ component, stage }: Pick<DraftColumn, 'component' | 'stage'>): string =>
  `${component} ${stage}`;

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
  const columns = [...Map.groupBy(rows, columnKey).values()].map((own) => ({
    component: own[0]?.component ?? '',
    stage: own[0]?.stage ?? 'result',
    decimals: Math.max(...own.map(({ score }) => decimalsOf(score ?? 0))),
  }));
  const byUnit = Map.groupBy(findings, ({ finding }) => finding.unit);
  return {
    columns: columns.toSorted((a, b) => order.indexOf(a.component) - order.indexOf(b.component)),
    lines: [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => ({
      unit,
      cells: new Map(own.map((row) => [columnKey(row), row])),
      findings: byUnit.get(unit) ?? [],
    })),
  };
};

/** Findings about a column's figure; where no stage is told, that of every stage. */
export const findingsOf = (
  findings: readonly Numbered[],
  { component, stage }: Pick<DraftColumn, 'component' | 'stage'>,
): Numbered[] =>
  findings.filter(({ finding }) => finding.component === component && (finding.stage ?? stage) === stage);

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Findings in the order in which they matter, each with its number. */
export const numbered = (findings: readonly Finding[]): Numbered[] =>
  findings
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .map((finding, i) => ({ number: i + 1, finding }));
