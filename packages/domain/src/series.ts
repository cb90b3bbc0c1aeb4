import { comparePeriods } from './identity.ts';
import type { Pins, Publication } from './log.ts';
import type { Comparison, Methodology } from './methodology.ts';
import type { Ranking } from './ranking.ts';
import type { Score } from './score.ts';

/** One component of an index over time: a column a period, each a function of one publication. */

export type SeriesPoint = Pick<Score, 'score' | 'status' | 'reason' | 'rank_published'> & {
  unit: string;
  /** In the group that the methodology ranks; null where there is none. */
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
export const seriesColumn = (publication: Publication, methodology: Methodology, ranking: Ranking): SeriesColumn => {
  const official = ranking.groups.filter((group) => group.official);
  const places = new Map(
    official.flatMap((group) => group.places.map((place) => [place.unit, { ...place, ...group }] as const)),
  );
  return {
    period: publication.period,
    entry: publication.entry,
    revision: publication.revision,
    ...publication.pins,
    comparisons: methodology.comparisons,
    points: ranking.units.map(({ unit, score, status, reason, rank_published }) => {
      const place = places.get(unit);
      return {
        unit,
        score,
        status,
        reason,
        rank_published,
        rank: place?.rank ?? null,
        group: place?.group ?? null,
        rank_of: place?.rank_of ?? null,
      };
    }),
  };
};

/** Columns in the order of time. */
export const sortColumns = (columns: readonly SeriesColumn[]): SeriesColumn[] =>
  [...columns].sort((a, b) => comparePeriods(a.period, b.period));
