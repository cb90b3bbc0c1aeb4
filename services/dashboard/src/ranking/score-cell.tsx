import type { RankingMeta, RankingRow } from '../data/ranking.ts';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { noRank } from './no-rank.ts';

type Props = { row: RankingRow; meta: Pick<RankingMeta, 'decimals' | 'claims' | 'extent'> };

/** The score as released, or in words why there is none; and where nobody gives the unit a rank, that it has none. */
export function ScoreCell({ row, meta }: Props) {
  const { t } = useWords();
  const without = row.score === null ? null : noRank(row, meta);
  return (
    <td class="number">
      <Score row={row} decimals={meta.decimals} />
      {without && <small>{t(without)}</small>}
    </td>
  );
}

/** A score with what its status says of it. */
export function Score({ row, decimals }: { row: RankingRow; decimals: number }) {
  const { lang, t } = useWords();
  const status = row.status === 'E' ? t('estimate') : row.status === 'P' ? t('provisional') : null;
  return (
    <>
      {row.score === null ? <em>{t(row.reason ?? 'unknown')}</em> : scoreText(lang, row.score, decimals)}
      {status && <small>{status}</small>}
    </>
  );
}
