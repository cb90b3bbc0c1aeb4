import type { RankingMeta, RankingRow } from '../data/ranking.ts';
import type { Words } from '../words/language.tsx';

/**
 * What would mislead beside a computed rank if it were not said: that it is tied, that the publisher printed another
 * one and why, that it printed none, or that a rank is only claimed by somebody.
 */
export const rankRemarks = (
  row: RankingRow,
  claims: RankingMeta['claims'],
  areAllComputed: boolean,
  t: Words['t'],
): string[] => {
  const claim = claims.find(({ unit }) => unit === row.unit);
  return [
    row.tied && t('tied'),
    row.rank_published !== null && row.rank_published !== row.rank && publishedText(row, t),
    row.rank !== null && row.rank_published === null && !areAllComputed && t('isComputed'),
    claim && t('claimedAs', { rank: claim.rank_claimed, source: claim.source }),
  ].filter((remark) => typeof remark === 'string');
};

const publishedText = (row: RankingRow, t: Words['t']): string => {
  const published = t('publishedAs', { rank: row.rank_published ?? '' });
  return row.rank_reason ? `${published} (${t(row.rank_reason)})` : published;
};
