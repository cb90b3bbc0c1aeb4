import type { Lang } from '@chi-so/contract/ranking-response';
import type { Ranking } from '../data/ranking.ts';
import { RankChange } from '../layout/rank-change.tsx';
import { say } from '../words/dictionary.ts';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import type { Neighbour, RankedBy, Standing } from './standing.ts';

type Props = { standing: Standing | null; ranking: Ranking; by: RankedBy };

/** Where my unit stands beside its neighbours, and since the period before, as one sentence. */
export function StandingLine({ standing, ranking: { meta }, by }: Props) {
  const { lang, t } = useWords();
  const { against, withheld } = meta.change;
  const reason = against !== null && withheld !== null ? t('noChange', { period: against, reason: withheld }) : null;
  if (!standing || standing.row.rank === null) return reason ? <p class="lead">{reason}.</p> : null;
  const { row } = standing;
  const neighbours = neighboursText(standing, by, meta.decimals, lang);
  if (neighbours === '' && row.rank_change === null && reason === null) return null;
  return (
    <p class="lead">
      {neighbours && `${neighbours} `}
      {row.rank_change !== null && against !== null && (
        <>
          <RankChange places={row.rank_change} /> {t('changeAgainst', { period: against })}.
        </>
      )}
      {reason && `${reason}.`}
    </p>
  );
}

/** Who is tied with a unit, next above and next below it, as one sentence; empty where there is nobody. */
export const neighboursText = (
  { above, below, tiedWith }: Standing,
  by: RankedBy,
  decimals: number,
  lang: Lang,
): string => {
  const neighbour = (word: 'behind' | 'ahead', one: Neighbour | null) =>
    one &&
    say(lang, by === 'percent' ? `${word}Percent` : word, {
      unit: one.row.unit_name,
      rank: one.row.rank ?? '',
      points: scoreText(lang, one.distance, decimals),
    });
  const text = [
    tiedWith.length > 0 && say(lang, 'tiedWith', { units: tiedWith.map(({ unit_name }) => unit_name).join(', ') }),
    neighbour('behind', above),
    neighbour('ahead', below),
  ]
    .filter(Boolean)
    .join('; ');
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};
