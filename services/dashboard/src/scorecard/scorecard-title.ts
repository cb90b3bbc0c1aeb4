import type { Lang } from '@chi-so/contract/ranking-response';
import type { Ranking, RankingRow } from '../data/ranking.ts';
import { subjectOf, titleOf } from '../ranking/title.ts';
import { say } from '../words/dictionary.ts';
import { scoreText } from '../words/figures.ts';

type Names = { province: string; group: string | null; set: string | null };

/** The finding: where the open unit stands, else who leads each group. */
export const scorecardTitle = (ranking: Ranking, open: string | null, names: Names, lang: Lang): string => {
  const what = subjectOf(ranking);
  const score = (row: RankingRow) => scoreText(lang, row.score ?? 0, ranking.meta.decimals);
  const own = ranking.rows.find(({ unit }) => unit === open);
  // Among how many is not always known, since a release may list the first only.
  if (own && own.rank !== null && own.rank_of === null) {
    return say(lang, 'ofUnknownTitle', { what, unit: own.unit_name, rank: own.rank, score: score(own) });
  }
  if (own) return titleOf(ranking, open, names, lang);
  const leaders = ranking.rows
    .filter(({ rank, score }) => rank === 1 && score !== null)
    .map((row) => say(lang, 'leader', { unit: row.unit_name, score: score(row) }));
  return leaders.length > 0 && leaders.length <= MOST_LEADERS
    ? say(lang, 'scorecardTitle', { what, unit: names.province, leaders: leaders.join(', ') })
    : say(lang, 'scorecardPlain', { what, unit: names.province });
};

/** More than these, tied in front, would make a title of names. */
const MOST_LEADERS = 4;
