import type { Sort, SortKey } from '../address/pages/ranking.ts';
import type { RankingRow } from '../data/ranking.ts';
import { fold } from '../words/fold.ts';

/** The rows whose name has what is looked for in it, diacritics and case aside, or whose id does. */
export const rowsFound = (rows: readonly RankingRow[], find: string): RankingRow[] => {
  const wanted = fold(find);
  return rows.filter(({ unit, unit_name }) => fold(unit_name).includes(wanted) || fold(unit).includes(wanted));
};

/** Rows in the order asked for. What has no value stays at the end in both directions; equals keep the API's order. */
export const rowsInOrder = (rows: readonly RankingRow[], { key, descending }: Sort): RankingRow[] => {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [sortedBy(a, key), sortedBy(b, key)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (typeof left === 'string' ? left.localeCompare(String(right), 'vi') : left - Number(right));
  });
};

const sortedBy = (row: RankingRow, key: SortKey): number | string | null => {
  switch (key) {
    case 'rank':
      return row.rank;
    case 'name':
      return row.unit_name;
    case 'score':
      return row.score;
    case 'change':
      return row.rank_change;
  }
};

/** What a click on a column asks for: its own useful direction first, the other one at the second click. */
export const nextSort = (now: Sort, key: SortKey): Sort => {
  const isFirst = now.key !== key;
  const startsHigh = key === 'score' || key === 'change';
  return { key, descending: isFirst ? startsHigh : !now.descending };
};
