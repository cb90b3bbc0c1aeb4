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
  /** `published`: there was nothing before; `withdrawn`: there is nothing after. */
  action: 'published' | 'revised' | 'withdrawn';
  revision: number | null;
  revision_before: number | null;
  /** Every period whose ranking may read differently from now on: its own, and those that are compared with it. */
  periods: string[];
  /** Rows that differ; of a first publication and a withdrawal only their number. */
  rows: ChangedRow[];
  rows_changed: number;
};

type Figures = { score: number | null; rank: number | null };

/** Rows whose score or rank differs between two states of a release (none: an empty list of rankings). */
export const changedRows = (before: readonly Ranking[], after: readonly Ranking[]): ChangedRow[] => {
  const old = figures(before);
  const now = figures(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const was = old.get(key) ?? null;
    const is = now.get(key) ?? null;
    if (was?.score === is?.score && was?.rank === is?.rank) return [];
    const [component = '', group = '', unit = ''] = key.split(' ');
    return [
      {
        component,
        group,
        unit,
        score_before: was?.score ?? null,
        score: is?.score ?? null,
        rank_before: was?.rank ?? null,
        rank: is?.rank ?? null,
      },
    ];
  });
};

/** By component, official group and unit. Regional and other side rankings follow from these. */
const figures = (rankings: readonly Ranking[]): Map<string, Figures> => {
  const result = new Map<string, Figures>();
  for (const { component, units, groups } of rankings) {
    const scores = new Map(units.map(({ unit, score }) => [unit, score]));
    for (const { group, official, places } of groups) {
      if (!official) continue;
      for (const { unit, rank } of places) {
        result.set(`${component} ${group} ${unit}`, { score: scores.get(unit) ?? null, rank });
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
