import type { RankingRow } from '../data/ranking.ts';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

/** The score as released, or in words why there is none. */
export function ScoreCell({ row, decimals }: { row: RankingRow; decimals: number }) {
  const { lang, t } = useWords();
  const status = row.status === 'E' ? t('estimate') : row.status === 'P' ? t('provisional') : null;
  return (
    <td class="number">
      {row.score === null ? <em>{t(row.reason ?? 'unknown')}</em> : scoreText(lang, row.score, decimals)}
      {status && <small>{status}</small>}
      {row.score !== null && row.rank === null && <small>{t('unranked')}</small>}
    </td>
  );
}
