import { useWords } from '../words/language.tsx';

/** Places gained or lost as an arrow, a number and a word. The colour says good or bad, and only repeats the word. */
export function RankChange({ places }: { places: number | null }) {
  const { t } = useWords();
  if (places === null) return null;
  if (places === 0) return <span class="change">= {t('same')}</span>;
  return places > 0 ? (
    <span class="change good">▲ {t('up', { places })}</span>
  ) : (
    <span class="change bad">▼ {t('down', { places: -places })}</span>
  );
}
