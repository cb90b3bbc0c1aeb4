import type { Lang } from '@chi-so/contract/ranking-response';
import { ALL, TOTAL } from '@chi-so/domain/identity';
import type { Ranking, RankingRow } from '../data/ranking.ts';
import { say } from '../words/dictionary.ts';
import { scoreText } from '../words/figures.ts';
import { shortIndexName } from '../words/language.tsx';
import { rankText } from '../words/rank-text.ts';
import { noRank } from './no-rank.ts';

/** What a ranking is of, in words: `PCI 2019`, `PCI 2019, Tiếp cận đất đai`. */
export const subjectOf = ({ rows, meta }: Ranking): string => {
  const [{ index, period, component } = { index: '', period: '', component: TOTAL }] = rows;
  return `${shortIndexName(index)} ${period}${component === TOTAL ? '' : `, ${meta.component_name}`}`;
};

type Names = { group: string | null; set: string | null };

/** The title of the page says the finding: where my unit stands, else who leads, else that nobody is ranked. */
export const titleOf = (ranking: Ranking, mine: string | null, names: Names, lang: Lang): string => {
  const { rows, meta } = ranking;
  const what = subjectOf(ranking);
  const own = rows.find(({ unit }) => unit === mine);
  if (own) return titleOfUnit(ranking, own, names.group, lang);
  const first = rows.find(({ rank }) => rank === 1);
  if (first && new Set(rows.map(({ group }) => group)).size === 1) {
    const score = first.score === null ? '' : scoreText(lang, first.score, meta.decimals);
    const word = first.rank_published === 1 ? 'leaderTitle' : 'leaderTitleComputed';
    return say(lang, word, { what, unit: first.unit_name, of: first.rank_of ?? '', score });
  }
  if (first) return names.set === null ? what : say(lang, 'setTitle', { what, set: names.set });
  const place = say(lang, meta.extent === 'complete' ? 'unranked' : 'rankUnknown');
  return say(lang, 'plainTitle', { what, count: rows.length, place });
};

/** The rank that is computed, else printed, else claimed by somebody, each called what it is; else that there is none, and why. */
const titleOfUnit = (ranking: Ranking, row: RankingRow, groupName: string | null, lang: Lang) => {
  const { meta } = ranking;
  const [what, unit] = [subjectOf(ranking), row.unit_name];
  const claim = meta.claims.find((one) => one.unit === row.unit);
  const place =
    placeText(row, groupName, lang) ??
    (claim && say(lang, 'claimedAs', { rank: claim.rank_claimed, source: claim.source }));
  const score = row.score === null ? null : scoreText(lang, row.score, meta.decimals);
  if (place) return say(lang, score === null ? 'placeTitle' : 'rankTitle', { what, unit, place, score: score ?? '' });
  if (score === null) return say(lang, 'reasonTitle', { what, unit, reason: say(lang, row.reason ?? 'unknown') });
  return say(lang, 'scoreTitle', { what, unit, score, place: say(lang, noRank(row, meta) ?? 'unranked') });
};

const placeText = (row: RankingRow, groupName: string | null, lang: Lang): string | null => {
  const place = rankText(row, lang);
  return place === null || row.group === ALL || groupName === null
    ? place
    : say(lang, 'placeInGroup', { place, group: groupName });
};
