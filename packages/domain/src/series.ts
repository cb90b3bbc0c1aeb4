import { comparePeriods } from './identity.ts';
import type { Pins } from './log.ts';
import type { Comparison } from './methodology.ts';
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
  const places = new Map<string, InGroup | InGroup[]>();
  for (const { group, rank_of, places: ofGroup } of ranking.groups.filter(({ official }) => official)) {
    for (const { unit, rank } of ofGroup) {
      const known = places.get(unit);
      places.set(unit, known ? [known, { group, rank, rank_of }].flat() : { group, rank, rank_of });
    }
  }
  return {
    period,
    entry: publication.entry,
    revision: publication.revision,
    ...{ methodology, methodology_version, unit_set_version },
    comparisons,
    points: ranking.units.flatMap(({ unit, score, status, reason, rank_published }) => {
      const pointIn = ({ group, rank, rank_of }: InGroup): SeriesPoint => {
        return { unit, score, status, reason, rank_published, group, rank, rank_of };
      };
      const found = places.get(unit) ?? NO_PLACE;
      return Array.isArray(found) ? found.map(pointIn) : pointIn(found);
    }),
  };
};

/** A place in a group that the methodology ranks; few units have two. */
type InGroup = Pick<SeriesPoint, 'group' | 'rank' | 'rank_of'>;
const NO_PLACE: InGroup = { group: null, rank: null, rank_of: null };

/** Columns in the order of time. */
export const sortColumns = (columns: readonly SeriesColumn[]): SeriesColumn[] =>
  [...columns].sort((a, b) => comparePeriods(a.period, b.period));
