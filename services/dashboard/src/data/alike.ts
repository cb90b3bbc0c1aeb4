import type { Lang } from '@chi-so/contract/ranking-response';
import { comparePeriods, TOTAL } from '@chi-so/domain/identity';
import { type AnswerOf, loadAnalysis } from './analysis.ts';
import { loadMethodology, type Methodology, type Release } from './catalogue.ts';
import type { IndexStanding } from './profile.ts';

/** The units whose components are most like a unit's own, the nearest first, in the release that this was computed from. */
export type Alike = { release: Release; others: AnswerOf<'peers'>['data'] };

/**
 * By the newest release that has components: one request of the API.
 *
 * @throws Failure where the API cannot tell, as without weights or where the unit lacks a component
 */
export const loadAlike = async (
  unit: string,
  standings: readonly IndexStanding[],
  lang: Lang,
  signal: AbortSignal,
): Promise<Alike | null> => {
  const rules = await Promise.all(
    standings.map(({ release }) => loadMethodology(release.index, release.methodology, lang)),
  );
  const release = newestWithComponents(standings, rules);
  if (release === null) return null;
  const { index, period, unit_set: set, edition } = release;
  const { data } = await loadAnalysis('peers', { index, period, set, edition, unit, by: 'profile' }, lang, signal);
  const others = data.filter((row) => row.unit !== unit);
  return { release, others: others.toSorted((a, b) => (a.distance ?? 0) - (b.distance ?? 0)) };
};

/** The newest release with a score of the unit whose methodology, at the same place, has more than a total. */
export const newestWithComponents = (
  standings: readonly Pick<IndexStanding, 'release' | 'row'>[],
  rules: readonly (Methodology | null)[],
): Release | null => {
  const able = standings.filter(
    ({ row }, i) =>
      row !== null && row.score !== null && rules[i]?.components.some(({ component }) => component !== TOTAL),
  );
  const [newest] = able.toSorted((a, b) => comparePeriods(b.release.period, a.release.period));
  return newest?.release ?? null;
};
