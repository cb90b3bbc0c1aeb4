import type { RankingRow } from '../data/ranking.ts';

/** Columns beyond rank, unit and score that a table has something to say in. */
export type Columns = {
  percent: boolean;
  gap: boolean;
  grade: boolean;
  rankChange: boolean;
  scoreChange: boolean;
  /** The publisher prints no ranks: the column itself says that all are computed. */
  areAllComputed: boolean;
  /** The same of its grades. */
  areGradesComputed: boolean;
};

export const columnsOf = (rows: readonly RankingRow[]): Columns => ({
  percent: rows.some(({ percent }) => percent !== null),
  gap: rows.some(({ rank }) => rank !== null),
  grade: rows.some(({ grade, grade_published }) => (grade_published ?? grade) !== null),
  rankChange: rows.some(({ rank_change }) => rank_change !== null),
  scoreChange: rows.some(({ score_change }) => score_change !== null),
  areAllComputed: rows.every(({ rank_published }) => rank_published === null),
  areGradesComputed: rows.every(({ grade_published }) => grade_published === null),
});
