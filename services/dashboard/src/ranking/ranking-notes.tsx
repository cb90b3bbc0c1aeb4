import type { Ranking } from '../data/ranking.ts';
import { useWords } from '../words/language.tsx';

/** What a reader must know to trust the figures: of the ranking, of its source, of single units. */
export function RankingNotes({ ranking: { rows, meta } }: { ranking: Ranking }) {
  const { t } = useWords();
  const names = new Map(rows.map(({ unit, unit_name }) => [unit, unit_name]));
  const unitsOf = new Map<string, string[]>();
  for (const { unit, note, source } of meta.score_notes) {
    const name = names.get(unit);
    const text = [note, source && `${t('source')}: ${source}`].filter(Boolean).join('; ');
    if (name && text) unitsOf.set(text, [...(unitsOf.get(text) ?? []), name]);
  }
  // What is said of many is said once: half of a compilation comes from one address.
  const ofUnits = [...unitsOf].map(([text, units]) => `${units.join(', ')}: ${text}`);
  // A source's notes are in the language in which they were recorded, which nobody has said.
  const notes = [...(meta.degraded ? [t('degraded')] : []), ...meta.notes, ...ofUnits, ...meta.source.notes];
  if (notes.length === 0) return null;
  return (
    <section class="notes" aria-label={t('notes')}>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
