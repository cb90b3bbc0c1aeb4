import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { RankingAddress } from '../address/pages/ranking.ts';
import type { RankingMeta, RankingRow } from '../data/ranking.ts';
import { PeerLink } from '../layout/peer-link.tsx';
import { RankChange } from '../layout/rank-change.tsx';
import { differenceText, scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { GradeCell } from './grade-cell.tsx';
import { rankRemarks } from './rank-remarks.ts';
import { ScoreCell } from './score-cell.tsx';
import type { Columns } from './table-columns.ts';

export type RowProps = {
  row: RankingRow;
  tone: string;
  gap: number | undefined;
  columns: Columns;
  meta: RankingMeta;
  address: PageAddress & RankingAddress;
  peers: readonly string[];
};

/** A unit's line of the ranking. What is not known of it is said in words where the figure would stand. */
export function RankingTableRow({ row, tone, gap, columns, meta, address, peers }: RowProps) {
  const { lang, t } = useWords();
  const { decimals } = meta;
  const remarks = rankRemarks(row, meta.claims, columns.areAllComputed, t);
  const overview = {
    page: 'overview' as const,
    of: row.unit,
    lang: address.lang,
    unit: row.unit,
    peers: address.peers,
  };
  return (
    <tr class={tone} id={tone === 'mine' ? 'mine' : undefined}>
      <td class="number rank">{row.rank ?? '–'}</td>
      <th scope="row">
        <a href={formatAddress(overview)}>{row.unit_name}</a>
        {tone === 'mine' && <span class="hidden"> ({t('mine')})</span>}
        {remarks.length > 0 && <small>{remarks.join('; ')}</small>}
      </th>
      <ScoreCell row={row} meta={meta} />
      {columns.percent && <td class="number">{row.percent === null ? '' : scoreText(lang, row.percent, decimals)}</td>}
      {columns.gap && (
        <td class="number quiet" data-label={t('gap')}>
          {gap === undefined ? '' : scoreText(lang, gap, decimals)}
        </td>
      )}
      {columns.grade && <GradeCell row={row} areAllComputed={columns.areGradesComputed} />}
      {columns.rankChange && (
        <td class="moved">
          <RankChange places={row.rank_change} />
        </td>
      )}
      {columns.scoreChange && (
        <td class="number quiet" data-label={t('score')}>
          {row.score_change === null ? '' : differenceText(lang, row.score_change, decimals)}
        </td>
      )}
      <td class="compare screen">
        {tone !== 'mine' && <PeerLink unit={row.unit} name={row.unit_name} address={address} peers={peers} />}
      </td>
    </tr>
  );
}
