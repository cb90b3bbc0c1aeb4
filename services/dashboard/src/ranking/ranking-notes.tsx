import type { Ranking } from '../data/ranking.ts';
import { useWords } from '../words/language.tsx';

/** What a reader must know to trust the figures: of the ranking, of its source, of single units. */
export function RankingNotes({ ranking: { rows, meta } }: { ranking: Ranking }) {
  const { t } = useWords();
  const names = new Map(rows.map(({ unit, unit_name }) => [unit, unit_name]));
  const ofUnits = meta.score_notes.flatMap(({ unit, note, source }) => {
    const text = [note, source && `${t('source')}: ${source}`].filter(Boolean).join('; ');
    return names.has(unit) && text ? `${names.get(unit)}: ${text}` : [];
  });
  const notes = [...(meta.degraded ? [t('degraded')] : []), ...meta.notes, ...ofUnits];
  if (notes.length + meta.source.notes.length === 0) return null;
  return (
    <section class="notes" aria-label={t('notes')}>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {/* Written by whoever brought the figures, in the language of the catalogue's sources. */}
        {meta.source.notes.map((note) => (
          <li key={note} lang="en">
            {note}
          </li>
        ))}
      </ul>
    </section>
  );
}
