import type { IndexStanding } from '../data/profile.ts';
import { noRank } from '../ranking/no-rank.ts';
import { useWords } from '../words/language.tsx';
import { rankText } from '../words/rank-text.ts';
import { lastRanked } from './movements.ts';

/**
 * The rank of the newest figure: the computed one, else the one that the publisher printed, else what somebody claims,
 * each called what it is; and where that is no computed rank, the last one that there was.
 */
export function RankNow({ standing: { row, meta, points } }: { standing: IndexStanding }) {
  const { lang, t } = useWords();
  const { rank = null, rank_published: published = null, rank_of = null } = row ?? {};
  const claim = meta.claims.find(({ unit }) => unit === row?.unit);
  const without = row === null ? 'unranked' : noRank(row, meta);
  const last = lastRanked(points);
  if (rank !== null) {
    return (
      <td class="number rank">
        {rank}/{rank_of ?? '?'}
        {published === null && <small>{t('isComputed')}</small>}
        {published !== null && published !== rank && <small>{t('publishedAs', { rank: published })}</small>}
      </td>
    );
  }
  return (
    <td class="number rank">
      {published !== null && (
        <>
          {published}
          <small>{t('isPublished')}</small>
        </>
      )}
      {published === null && claim && (
        <small>{t('claimedAs', { rank: claim.rank_claimed, source: claim.source })}</small>
      )}
      {without && <em>{t(without)}</em>}
      {last && <small>{`${last.period}: ${rankText(last, lang)}`}</small>}
    </td>
  );
}
