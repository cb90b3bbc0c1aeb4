import type { Lang } from '@chi-so/contract/ranking-response';
import type { Ranking, RankingRow } from '../data/ranking.ts';
import { subjectOf, titleOf } from '../ranking/title.ts';
import { say } from '../words/dictionary.ts';
import { scoreText } from '../words/figures.ts';

type Names = { province: string; group: string | null; set: string | null };

/** The finding: where the open unit stands, else who leads each group. */
export const scorecardTitle = (ranking: Ranking, open: string | null, names: Names, lang: Lang): string => {
  const what = subjectOf(ranking);
  const score = (row: RankingRow) => (row.score === null ? null : scoreText(lang, row.score, ranking.meta.decimals));
  const own = ranking.rows.find(({ unit }) => unit === open);
  // Among how many is not always known, since a release may list the first only.
  if (own && own.rank !== null && own.rank_of === null) {
    const values = { what, unit: own.unit_name, rank: own.rank };
    const points = score(own);
    return points === null
      ? say(lang, 'ofUnknownTitleNoScore', values)
      : say(lang, 'ofUnknownTitle', { ...values, score: points });
  }
  if (own) return titleOf(ranking, open, names, lang);
  const leaders = ranking.rows
    .filter(({ rank }) => rank === 1)
    .map((row) => {
      const points = score(row);
      return points === null ? row.unit_name : say(lang, 'leader', { unit: row.unit_name, score: points });
    });
  return leaders.length > 0 && leaders.length <= MOST_LEADERS
    ? say(lang, 'scorecardTitle', { what, unit: names.province, leaders: leaders.join(', ') })
    : say(lang, 'scorecardPlain', { what, unit: names.province });
};

/** More than these, tied in front, would make a title of names. */
const MOST_LEADERS = 4;
