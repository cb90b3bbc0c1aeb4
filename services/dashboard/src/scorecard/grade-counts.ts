import type { RankingMeta, RankingRow } from '../data/ranking.ts';

export type GradeCounts = {
  counts: Readonly<Record<string, number>>;
  /** Computed ones are counted here, of the units that have a figure. */
  basis: 'published' | 'computed';
};

/** Units of one group by grade: as announced or printed, else counted of computed grades; null where no unit has any. */
export const gradeCountsOf = (
  rows: readonly RankingRow[],
  announced: RankingMeta['grade_counts'][string] | undefined,
): GradeCounts | null => {
  if (announced) return { counts: announced, basis: 'published' };
  const grades = rows.flatMap(({ grade }) => grade ?? []);
  if (grades.length === 0) return null;
  const counts = Object.fromEntries(
    [...Map.groupBy(grades, (grade) => grade)].map(([grade, of]) => [grade, of.length]),
  );
  return { counts, basis: 'computed' };
};
