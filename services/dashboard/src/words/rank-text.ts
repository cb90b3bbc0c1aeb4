import type { Lang } from '@chi-so/contract/ranking-response';
import { say } from './dictionary.ts';

/** A rank as computed here, as its publisher printed it, and among how many; null where there is none. */
export type RankFigures = { rank: number | null; rank_published: number | null; rank_of: number | null };

/**
 * A rank with its kind: `hạng 20/63`, or `thứ hạng tính toán 11/61` where the publisher printed none or another one, which is
 * said too. Null where there is neither. `rank_of` null leaves out among how many.
 */
export const rankText = ({ rank, rank_published: printed, rank_of }: RankFigures, lang: Lang): string | null => {
  const place = rank ?? printed;
  if (place === null) return null;
  const of = rank_of === null ? place : say(lang, 'placeOf', { rank: place, of: rank_of });
  if (rank === null) return say(lang, 'rankPublished', { place: of });
  if (printed === rank) return say(lang, 'rankPlace', { place: of });
  const computed = say(lang, 'rankComputed', { place: of });
  return printed === null ? computed : `${computed}, ${say(lang, 'publishedAs', { rank: printed })}`;
};
