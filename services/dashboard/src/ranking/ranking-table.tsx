import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { RankingAddress, SortKey } from '../address/pages/ranking.ts';
import type { Ranking, RankingRow } from '../data/ranking.ts';
import { useWords } from '../words/language.tsx';
import { toneOf } from './dot-plot.tsx';
import { RankingTableRow } from './ranking-table-row.tsx';
import { gapsAbove, type RankedBy } from './standing.ts';
import { columnsOf } from './table-columns.ts';
import { nextSort, rowsFound, rowsInOrder } from './table-order.ts';

type Props = {
  ranking: Ranking;
  /** Of one group, by rank. */
  rows: readonly RankingRow[];
  caption: string;
  mine: string | null;
  peers: readonly string[];
  by: RankedBy;
  address: PageAddress & RankingAddress;
};

/** The ranking of one group, mine kept in sight under the header; sorted and searched as the address says. */
export function RankingTable({ ranking: { meta }, rows, caption, mine, peers, by, address }: Props) {
  const { t } = useWords();
  const columns = columnsOf(rows);
  const gaps = gapsAbove(rows, by);
  const shown = rowsInOrder(rowsFound(rows, address.find), address.sort);
  const own = rows.find(({ unit }) => unit === mine);
  const rowOf = (row: RankingRow) => (
    <RankingTableRow
      key={row.unit}
      {...{ row, columns, meta, address, peers }}
      tone={toneOf(row.unit, mine, peers)}
      gap={gaps.get(row.unit)}
    />
  );
  const heading = (key: SortKey, text: string, className = '') => (
    <SortHeading address={address} sortKey={key} text={text} className={className} />
  );
  return (
    <div>
      <table class="ranking">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {heading('rank', t(columns.areAllComputed && columns.gap ? 'computedRank' : 'rank'), 'number')}
            {heading('name', t('unitColumn'))}
            {heading('score', t('score'), 'number')}
            {columns.percent && (
              <th scope="col" class="number">
                {t('percent')}
              </th>
            )}
            {columns.gap && (
              <th scope="col" class="number" title={t(by === 'percent' ? 'gapAboutPercent' : 'gapAbout')}>
                {t('gap')}
              </th>
            )}
            {columns.grade && <th scope="col">{t(columns.areGradesComputed ? 'computedGrade' : 'grade')}</th>}
            {columns.rankChange && heading('change', t('change'))}
            {columns.scoreChange && (
              <th scope="col" class="number">
                {t('scoreChange')}
              </th>
            )}
            <th scope="col" class="screen">
              <span class="hidden">{t('peersColumn')}</span>
            </th>
          </tr>
        </thead>
        {own && shown[0] !== own && <tbody class="pinned">{rowOf(own)}</tbody>}
        <tbody>{shown.map(rowOf)}</tbody>
      </table>
      {shown.length === 0 && <p class="state">{t('foundNone', { find: address.find })}</p>}
    </div>
  );
}

type SortHeadingProps = {
  address: PageAddress & RankingAddress;
  sortKey: SortKey;
  text: string;
  className: string;
};

function SortHeading({ address, sortKey, text, className }: SortHeadingProps) {
  const { sort } = address;
  const isSorted = sort.key === sortKey;
  return (
    <th scope="col" class={className} aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      <a href={formatAddress({ ...address, sort: nextSort(sort, sortKey) })}>
        {text}
        <span aria-hidden="true">{isSorted ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
      </a>
    </th>
  );
}
