import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { componentsOf } from '../address/pages/components.ts';
import { trendOf } from '../address/pages/trend.ts';
import type { IndexStanding } from '../data/profile.ts';
import { RankChange } from '../layout/rank-change.tsx';
import { GradeCell } from '../ranking/grade-cell.tsx';
import { Score } from '../ranking/score-cell.tsx';
import { dayText, monthText } from '../words/figures.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { RankNow } from './rank-now.tsx';
import { RankSparkline } from './rank-sparkline.tsx';
import { editionOf, rankingOfRelease } from './release-address.ts';

/** One index in the overview: rank over the years, where the unit stands now, and how fresh that is. */
export function ProfileRow({ standing, address }: { standing: IndexStanding; address: PageAddress }) {
  const { lang, t } = useWords();
  const { release, newer, row, meta, points, breaks, expected } = standing;
  const { index, period } = release;
  const edition = editionOf(release);
  const { against, withheld } = meta.change;
  const next = expected?.next_expected;
  return (
    <tr>
      <th scope="row">
        <a href={formatAddress(rankingOfRelease(address, release))}>{shortIndexName(index)}</a>
        {expected && <small>{expected.index_name}</small>}
        {row && (
          <small class="screen">
            <a href={formatAddress({ ...componentsOf(address, row.unit, index, period), edition })}>
              {t('components')}
              <span class="hidden"> {shortIndexName(index)}</span>
              <span aria-hidden="true"> →</span>
            </a>
          </small>
        )}
      </th>
      <td class="history">
        <a
          href={formatAddress({ ...trendOf(address, index), edition })}
          title={t('trendOf', { what: shortIndexName(index) })}
        >
          <RankSparkline index={index} points={points} breaks={breaks} />
        </a>
      </td>
      <td class="number" data-label={t('latest')}>
        {period}
        {newer && <small>{t('newerWithout', { period: newer.period, reason: t(newer.reason ?? 'noFigure') })}</small>}
      </td>
      <RankNow standing={standing} />
      {row ? <GradeCell row={row} areAllComputed={false} /> : <td class="grade" />}
      <td class="moved">
        <RankChange places={row?.rank_change ?? null} />
        {against !== null && row?.rank_change != null && <small>{t('changeAgainst', { period: against })}</small>}
        {against !== null && withheld !== null && (
          <small title={withheld}>
            {t('notComparable')}: {withheld}
          </small>
        )}
      </td>
      <td class="number" data-label={t('score')}>
        {row ? <Score row={row} decimals={meta.decimals} /> : <em>{t('noFigure')}</em>}
      </td>
      <td class="number" data-label={t('released')}>
        {release.published_on ? dayText(lang, release.published_on) : <em>{t('dateUnknown')}</em>}
      </td>
      <td class="next" data-label={t('nextRelease')}>
        {next ? (
          <span title={expected.source ?? undefined}>
            {next.overdue
              ? t('overdue', { period: next.period, to: monthText(lang, next.to) })
              : t('expected', { period: next.period, from: monthText(lang, next.from), to: monthText(lang, next.to) })}
          </span>
        ) : (
          <em>{t('nobodyKnows')}</em>
        )}
      </td>
    </tr>
  );
}
