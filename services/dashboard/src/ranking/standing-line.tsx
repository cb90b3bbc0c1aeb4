import type { Ranking } from '../data/ranking.ts';
import { RankChange } from '../layout/rank-change.tsx';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import type { Neighbour, Standing } from './standing.ts';

/** Where my unit stands beside its neighbours, and since the period before, as one sentence. */
export function StandingLine({ standing, ranking: { meta } }: { standing: Standing | null; ranking: Ranking }) {
  const { lang, t } = useWords();
  const { against, withheld } = meta.change;
  const reason = against !== null && withheld !== null ? t('noChange', { period: against, reason: withheld }) : null;
  if (!standing || standing.row.rank === null) return reason ? <p class="lead">{reason}.</p> : null;
  const { row, above, below, tiedWith } = standing;
  const neighbour = (word: 'behind' | 'ahead', one: Neighbour | null) =>
    one &&
    t(word, {
      unit: one.row.unit_name,
      rank: one.row.rank ?? '',
      points: scoreText(lang, one.distance, meta.decimals),
    });
  const sentences = [
    tiedWith.length > 0 && t('tiedWith', { units: tiedWith.map(({ unit_name }) => unit_name).join(', ') }),
    neighbour('behind', above),
    neighbour('ahead', below),
  ].filter(Boolean);
  const text = sentences.join('; ');
  return (
    <p class="lead">
      {text.charAt(0).toUpperCase() + text.slice(1)}.{' '}
      {row.rank_change !== null && against !== null && (
        <>
          <RankChange places={row.rank_change} /> {t('changeAgainst', { period: against })}.
        </>
      )}
      {reason && `${reason}.`}
    </p>
  );
}
