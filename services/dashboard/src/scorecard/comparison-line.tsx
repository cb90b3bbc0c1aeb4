import type { Ranking } from '../data/ranking.ts';
import { useWords } from '../words/language.tsx';

/** Against which period the figures are compared, or why they are not. */
export function ComparisonLine({ ranking: { meta }, before }: { ranking: Ranking; before: Ranking | null }) {
  const { t } = useWords();
  const { against, withheld } = meta.change;
  if (against === null) return <p class="state quiet">{t('noEarlier')}</p>;
  if (withheld === null) return null;
  const word = before === null ? 'noChange' : 'besides';
  return <p class="state quiet">{t(word, { period: against, reason: withheld })}</p>;
}
