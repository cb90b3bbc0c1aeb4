import type { RankingMeta } from '../data/ranking.ts';
import { dayText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

/** Whose decision the figures are: its number, its day, who signed it. What nobody has recorded is said to be so. */
export function DecisionLine({ source }: { source: RankingMeta['source'] }) {
  const { lang, t } = useWords();
  const { publisher, document, published_on, signatory } = source;
  return (
    <p class="lead">
      {t('decisionLine', {
        publisher,
        document: document === null ? t('documentUnknown') : t('documentIs', { document }),
        date: published_on ? t('publishedOn', { date: dayText(lang, published_on) }) : t('dateUnknown'),
        signatory: signatory ? t('signedBy', { signatory }) : t('signatoryUnknown'),
      })}
    </p>
  );
}
