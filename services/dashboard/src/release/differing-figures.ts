/** What may be printed beside a score, and the rank that is computed of it. */
export type Figure = {
  score: number | null;
  rank: number | null;
  rank_published: number | null;
  grade_published: string | null;
};

const BESIDE_SCORE = ['rank', 'rank_published', 'grade_published'] as const;

/** Which of the figures beside the score are not the same before and after. */
export const differingFigures = (before: Figure | null, after: Figure | null): (typeof BESIDE_SCORE)[number][] =>
  BESIDE_SCORE.filter((field) => (before?.[field] ?? null) !== (after?.[field] ?? null));
