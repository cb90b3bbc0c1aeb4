import type { Lang } from '@chi-so/contract/ranking-response';
import { ALL, TOTAL } from '@chi-so/domain/identity';
import type { Ranking, RankingRow } from '../data/ranking.ts';
import { say } from '../words/dictionary.ts';
import { scoreText } from '../words/figures.ts';
import { shortIndexName } from '../words/language.tsx';

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
  const score = (row: RankingRow) => (row.score === null ? '' : scoreText(lang, row.score, meta.decimals));
  const own = rows.find(({ unit }) => unit === mine);
  if (own) return titleOfUnit(ranking, own, names.group, score(own), lang);
  const first = rows.find(({ rank }) => rank === 1);
  if (first && new Set(rows.map(({ group }) => group)).size === 1) {
    return say(lang, 'leaderTitle', { what, unit: first.unit_name, of: first.rank_of ?? '', score: score(first) });
  }
  if (first) return names.set === null ? what : say(lang, 'setTitle', { what, set: names.set });
  return say(lang, 'plainTitle', { what, count: rows.length });
};

const titleOfUnit = (ranking: Ranking, row: RankingRow, groupName: string | null, score: string, lang: Lang) => {
  const what = subjectOf(ranking);
  const unit = row.unit_name;
  if (row.rank !== null) {
    const values = { what, unit, rank: row.rank, of: row.rank_of ?? '?', score };
    return row.group === ALL || groupName === null
      ? say(lang, 'rankTitle', values)
      : say(lang, 'rankTitleInGroup', { ...values, group: groupName });
  }
  if (row.score !== null) return say(lang, 'scoreTitle', { what, unit, score });
  const claim = ranking.meta.claims.find((one) => one.unit === row.unit);
  if (claim) return say(lang, 'claimTitle', { what, unit, rank: claim.rank_claimed, source: claim.source });
  return say(lang, 'reasonTitle', { what, unit, reason: say(lang, row.reason ?? 'unknown') });
};
