import type { ReleaseId } from './identity.ts';
import type { Methodology } from './methodology.ts';
import { type Announcement, type Score, type Source, STAGES, type Stage, type UnitScores } from './score.ts';

/** A release as read from a file, row by row, and its rows as a release keeps them, unit by unit. */

/** One line of a release file: a unit's score for one component; the result of the evaluation, or a stage before it. */
export type ScoreRow = Score & {
  row: number;
  /** The sheet of a workbook, and the letters of the columns in which the fields stand: for findings, never kept. */
  sheet?: string | null;
  at?: Partial<Record<keyof Score | 'unit' | 'component' | 'stage', string>>;
  unit: string;
  component: string;
  stage: Stage | 'result';
};

/** A release as read from a file, before it is checked. */
export type ReleaseFile = {
  release: ReleaseId;
  /** Null: the one that the period belongs to. */
  methodology: string | null;
  source: Source;
  announcement: Announcement;
  rows: ScoreRow[];
  /** Warnings that whoever made the file has seen and accepts, with the reason. */
  acknowledgements?: { rule: string; reason: string }[];
};

/** The rows of a checked file, by unit. */
export const unitScoresOf = (rows: readonly ScoreRow[]): UnitScores[] =>
  [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, ofUnit]) => {
    const at = (wanted: ScoreRow['stage']) =>
      Object.fromEntries(
        ofUnit
          .filter(({ stage }) => stage === wanted)
          .map(({ row: _row, sheet: _sheet, at: _at, unit: _unit, stage: _stage, component, ...score }) => [
            component,
            score,
          ]),
      );
    const stages = STAGES.filter((stage) => ofUnit.some((row) => row.stage === stage));
    return {
      unit,
      scores: at('result'),
      ...(stages.length > 0 ? { stages: Object.fromEntries(stages.map((stage) => [stage, at(stage)])) } : {}),
    };
  });

/** The rows that such units came from, numbered as they stand. */
export const rowsOf = (units: readonly UnitScores[]): ScoreRow[] =>
  units
    .flatMap(({ unit, scores, stages }) => [
      ...Object.entries(scores).map(([component, score]) => ({ unit, component, stage: 'result' as const, ...score })),
      ...STAGES.flatMap((stage) =>
        Object.entries(stages?.[stage] ?? {}).map(([component, score]) => ({ unit, component, stage, ...score })),
      ),
    ])
    .map((row, i) => ({ row: i + 1, ...row }));

/** Everything that a release has figures for: what it prints, and what follows from that in a scorecard. */
export const componentsOfRelease = (
  { aggregation, components }: Methodology,
  units: readonly UnitScores[],
): string[] => {
  const printed = new Set(units.flatMap(({ scores }) => Object.keys(scores)));
  if (aggregation.kind === 'points') {
    const parentOf = new Map(components.map(({ component, parent }) => [component, parent]));
    for (const component of printed) {
      const parent = parentOf.get(component);
      if (parent) printed.add(parent);
    }
  }
  return [...printed];
};
