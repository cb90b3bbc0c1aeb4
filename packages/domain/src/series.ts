import { comparePeriods } from './identity.ts';
import type { Pins } from './log.ts';
import type { Comparison } from './methodology.ts';
import { ranksOf } from './places.ts';
import type { RankingDocument } from './ranking-document.ts';
import type { Score } from './score.ts';

/** One component of an index over time: a column a period, each a function of one publication. */

export type SeriesPoint = Pick<Score, 'score' | 'status' | 'reason' | 'rank_published'> & {
  unit: string;
  /** In a group that the methodology ranks: a point for each that the unit is in; null where it is in none. */
  rank: number | null;
  group: string | null;
  rank_of: number | null;
};

export type SeriesColumn = Pins & {
  period: string;
  /** The log entry that the column was made from. */
  entry: number;
  revision: number;
  comparisons: Comparison[];
  points: SeriesPoint[];
};

export type Series = {
  component: string;
  units: { unit: string; name_vi: string; name_en: string }[];
  columns: SeriesColumn[];
};

/** The column of one publication. Only units of which the release says something are in it. */
export const seriesColumn = (document: RankingDocument, comparisons: Comparison[]): SeriesColumn => {
  const { period, publication, methodology, methodology_version, unit_set_version, ranking } = document;
  const leagues = ranking.groups
    .filter(({ official }) => official)
    .map(({ group, rank_of, places }) => ({ group, rank_of, ranks: ranksOf(ranking.units, places) }));
  const points: SeriesPoint[] = [];
  ranking.units.forEach(({ unit, score, status, reason, rank_published }, i) => {
    const before = points.length;
    for (const { group, rank_of, ranks } of leagues) {
      const rank = ranks[i];
      if (rank !== undefined) points.push({ unit, score, status, reason, rank_published, group, rank, rank_of });
    }
    if (points.length > before) return;
    points.push({ unit, score, status, reason, rank_published, group: null, rank: null, rank_of: null });
  });
  return {
    period,
    entry: publication.entry,
    revision: publication.revision,
    ...{ methodology, methodology_version, unit_set_version },
    comparisons,
    points,
  };
};

/** Columns in the order of time. */
export const sortColumns = (columns: readonly SeriesColumn[]): SeriesColumn[] =>
  [...columns].sort((a, b) => comparePeriods(a.period, b.period));
