import type { Trend } from '../data/trend.ts';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import type { Line } from './lines.ts';

/** What a reader must know to trust the figures that were published of other units. */
export function TrendNotes({ trend, lines }: { trend: Trend; lines: readonly Line[] }) {
  const { lang, t } = useWords();
  const nameOf = (id: string) => {
    const unit = trend.originSets.flatMap(({ data }) => data).find((one) => one.unit === id);
    return unit ? `${nameIn(lang, unit)} (${id})` : id;
  };
  const notes = lines.flatMap(({ name, rows }) =>
    CARRIED.flatMap((kind) => {
      const own = rows.filter(({ carried }) => carried === kind);
      // Per set of origin: a unit may have been made of others before 2008 than after.
      return [...Map.groupBy(own, ({ origin_units }) => origin_units.join()).values()].flatMap((those) => {
        const [first, last] = [those[0], those.at(-1)];
        if (!first || !last) return [];
        const periods = first.period === last.period ? first.period : `${first.period}–${last.period}`;
        const units = first.origin_units.map(nameOf).join(', ');
        return [t(kind, { name, periods, units })];
      });
    }),
  );
  if (notes.length === 0 && !trend.meta.degraded) return null;
  return (
    <section class="notes" aria-label={t('notes')}>
      <ul>
        {trend.meta.degraded && <li>{t('degraded')}</li>}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

const CARRIED = ['unchanged', 'constituents', 'merged-unit'] as const;
