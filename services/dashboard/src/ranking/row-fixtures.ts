import type { RankingRow } from '../data/ranking.ts';

/** A row of a ranking of 63, for tests that care about a few of its fields. */
export const rowOf = (row: Partial<RankingRow>): RankingRow => ({
  ...{ index: 'pci', period: '2019', unit_set: 'VN63', edition: 'main', group: 'all', component: 'total' },
  ...{ unit: 'VN63-46', unit_name: 'Thừa Thiên Huế', methodology: 'pci-2013', revision: 1, status: 'A' },
  ...{ score: 66.5, maximum: null, percent: null, reason: null, grade: null, grade_published: null },
  ...{ rank: 20, rank_published: 20, rank_reason: null, rank_of: 63, percentile: null, tied: false },
  ...{ score_change: null, rank_change: null },
  ...row,
});

/** Ranked rows by score, `A` first: `ranked(70, 69, 69)`. */
export const ranked = (...scores: number[]): RankingRow[] =>
  scores.map((score, i) => {
    const unit = String.fromCharCode(65 + i);
    return rowOf({ unit, unit_name: unit, score, rank: scores.indexOf(score) + 1, rank_of: scores.length });
  });
