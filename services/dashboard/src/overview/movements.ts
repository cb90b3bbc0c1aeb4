import type { Lang } from '@chi-so/contract/ranking-response';
import { comparePeriods } from '@chi-so/domain/identity';
import type { IndexStanding } from '../data/profile.ts';
import { say } from '../words/dictionary.ts';
import { shortIndexName } from '../words/language.tsx';
import { rankText } from '../words/rank-text.ts';

/** The largest changes of rank since the period before, as sentences; three at most, none where nothing moved. */
export const movementsOf = (standings: readonly IndexStanding[], lang: Lang): string[] =>
  standings
    .flatMap(({ row, meta, points }) => {
      const { rank = null, rank_change: places = null } = row ?? {};
      const before = meta.change.against;
      if (!row || rank === null || !places || before === null) return [];
      const printed = points.find(({ period }) => period === before)?.rank_published ?? null;
      const earlier = { rank: rank + places, rank_published: printed, rank_of: null };
      return [{ row, places, before, earlier }];
    })
    .sort((a, b) => Math.abs(b.places) - Math.abs(a.places))
    .slice(0, 3)
    .map(({ row, places, before, earlier }) =>
      say(lang, places > 0 ? 'movement' : 'movementDown', {
        index: shortIndexName(row.index),
        period: row.period,
        change: say(lang, places > 0 ? 'up' : 'down', { places: Math.abs(places) }),
        before,
        from: rankText(earlier, lang) ?? '',
        to: rankText({ ...row, rank_of: null }, lang) ?? '',
      }),
    );

/** The newest point that has a rank. */
export const lastRanked = (points: readonly Point[]): (Point & { rank: number }) | null => {
  const last = points.findLast(({ rank }) => rank !== null);
  return last && last.rank !== null ? { ...last, rank: last.rank } : null;
};
type Point = IndexStanding['points'][number];

/** Ranks older than this beside the newest one are history, not where a unit stands. */
const RECENT_YEARS = 4;

/** The title says where the unit stands: the newest ranks of up to three indices. */
export const overviewTitle = (unit: string, standings: readonly IndexStanding[], lang: Lang): string => {
  const ranked = standings.flatMap(({ points }) => {
    const last = lastRanked(points);
    return last ? [last] : [];
  });
  const newest = Math.max(...ranked.map(({ period }) => Number(period.slice(0, 4))));
  const ranks = ranked
    .filter(({ period }) => Number(period.slice(0, 4)) > newest - RECENT_YEARS)
    .sort((a, b) => comparePeriods(b.period, a.period) || a.rank - b.rank)
    .slice(0, 3)
    .map((point) => `${shortIndexName(point.index)} ${point.period} ${rankText(point, lang)}`);
  if (ranks.length === 0) return say(lang, 'noRanksTitle', { unit });
  return say(lang, 'overviewTitle', { unit, best: ranks.join('; ') });
};
