import type { Cause, LogEntry } from './log.ts';
import type { Ranking } from './ranking.ts';

/** What one log entry changed in its own release: an item of the change feed. */

/** A unit's figures for one component before and after; null where there was or is none. */
export type ChangedRow = {
  component: string;
  group: string;
  unit: string;
  score_before: number | null;
  score: number | null;
  rank_before: number | null;
  rank: number | null;
  rank_published_before: number | null;
  rank_published: number | null;
  grade_published_before: string | null;
  grade_published: string | null;
};

export type ReleaseChange = {
  /** The ledger number: gapless over the whole system. */
  id: number;
  index: string;
  period: string;
  unit_set: string;
  edition: string;
  entry: number;
  at: string;
  cause: Cause;
  reason: string | null;
  /**
   * `published`: there was nothing before; `withdrawn`: there is nothing after. `unknown`: one of the two cannot be read,
   * so whoever keeps a copy reads the release again.
   */
  action: 'published' | 'revised' | 'withdrawn' | 'unknown';
  revision: number | null;
  revision_before: number | null;
  /** Every period whose ranking may read differently from now on: its own, and those that are compared with it. */
  periods: string[];
  /** Rows that differ; of a first publication and a withdrawal only their number. */
  rows: ChangedRow[];
  rows_changed: number;
};

type Figures = Pick<ChangedRow, 'score' | 'rank' | 'rank_published' | 'grade_published'>;
const NO_FIGURES: Figures = { score: null, rank: null, rank_published: null, grade_published: null };

/** Rows whose figures differ between two states of a release (none: an empty list of rankings). */
export const changedRows = (before: readonly Ranking[], after: readonly Ranking[]): ChangedRow[] => {
  const old = figures(before);
  const now = figures(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key) ?? NO_FIGURES, now.get(key) ?? NO_FIGURES];
    const isSame =
      old.has(key) === now.has(key) &&
      was.score === is.score &&
      was.rank === is.rank &&
      was.rank_published === is.rank_published &&
      was.grade_published === is.grade_published;
    if (isSame) return [];
    const [component = '', group = '', unit = ''] = key.split(' ');
    return [
      {
        component,
        group,
        unit,
        score_before: was.score,
        score: is.score,
        rank_before: was.rank,
        rank: is.rank,
        rank_published_before: was.rank_published,
        rank_published: is.rank_published,
        grade_published_before: was.grade_published,
        grade_published: is.grade_published,
      },
    ];
  });
};

/** By component, official group and unit. Regional and other side rankings follow from these. */
const figures = (rankings: readonly Ranking[]): Map<string, Figures> => {
  const result = new Map<string, Figures>();
  for (const { component, units, groups } of rankings) {
    const byUnit = new Map(units.map((unit) => [unit.unit, unit]));
    for (const { group, official, places } of groups) {
      if (!official) continue;
      for (const { unit, rank } of places) {
        const { score, rank_published, grade_published } = byUnit.get(unit) ?? NO_FIGURES;
        result.set(`${component} ${group} ${unit}`, { score, rank, rank_published, grade_published });
      }
    }
  }
  return result;
};

/** What happened to the release, from the entries before and at this one. */
export const actionOf = (before: LogEntry | undefined, entry: LogEntry): ReleaseChange['action'] => {
  if (entry.revision === null) return 'withdrawn';
  return before && before.revision !== null ? 'revised' : 'published';
};
