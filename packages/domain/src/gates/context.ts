import type { Methodology } from '../methodology.ts';
import type { ReleaseFile } from '../release-file.ts';
import type { Source, UnitScores } from '../score.ts';
import type { UnitSet } from '../unit-set.ts';

/** Results by component, then unit. */
export type ScoreColumns = ReadonlyMap<string, ReadonlyMap<string, number | null>>;

/** Everything that the gates look at: the file, what it is about, and what is published besides. */
export type GateContext = {
  file: ReleaseFile;
  unitSet: UnitSet;
  methodology: Methodology;
  /** What is published now for this very release; null where nothing is. */
  published: { source: Source; scores: ScoreColumns; revision: number } | null;
  /** Published releases of the same log, of other periods, with the methodology that they pin. */
  others: readonly { period: string; methodology: string; scores: ScoreColumns }[];
  /** Other published editions of the same index, period and unit set: a second source. */
  editions: readonly { edition: string; source: Source; scores: ScoreColumns }[];
};

/** The results of a published release, as the gates compare them. */
export const scoresByComponent = (units: readonly UnitScores[]): Map<string, Map<string, number | null>> => {
  const columns = new Map<string, Map<string, number | null>>();
  for (const { unit, scores } of units) {
    for (const [component, { score }] of Object.entries(scores)) {
      const column = columns.get(component) ?? new Map<string, number | null>();
      columns.set(component, column.set(unit, score));
    }
  }
  return columns;
};
