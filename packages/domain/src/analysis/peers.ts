import { subtract } from '../decimal.ts';
import { inexact } from '../exact-decimal.ts';
import { TOTAL } from '../identity.ts';
import { rankAmong } from '../rank-among.ts';
import { membersOf, type ReleaseFigures, rankedFigureOf, scoreOf } from './release-figures.ts';
import type { Weighing } from './weighing.ts';

/** A unit beside others that it is compared with. */
export type Peer = {
  unit: string;
  score: number | null;
  /** Rank in the group of the ranking, not among the peers. */
  rank: number | null;
  /** Rank among the peers and the unit; null where there is no score. */
  peer_rank: number | null;
  /** Its score minus that of the unit. */
  difference: number | null;
  /** Where peers are chosen by it: how far its profile is, in points of the total. */
  distance: number | null;
};

/** The unit and its peers as they rank; the unranked last. */
export const peersAmong = (
  figures: ReleaseFigures,
  unit: string,
  peers: readonly string[],
  distances: ReadonlyMap<string, number> = new Map(),
): Peer[] => {
  const own = scoreOf(figures, unit, TOTAL);
  const ranks = new Map(figures.group.places.map((place) => [place.unit, place.rank]));
  const all = [...new Set([unit, ...peers])];
  const ranked = all.flatMap((one) => (ranks.get(one) == null ? [] : (rankedFigureOf(figures, one) ?? [])));
  return all
    .map((one): Peer => {
      const score = scoreOf(figures, one, TOTAL);
      const figure = ranks.get(one) == null ? null : rankedFigureOf(figures, one);
      return {
        unit: one,
        score,
        rank: ranks.get(one) ?? null,
        peer_rank: figure === null ? null : rankAmong(figure, ranked, figures.methodology),
        difference: score === null || own === null ? null : subtract(score, own),
        distance: distances.get(one) ?? null,
      };
    })
    .sort((a, b) => (a.peer_rank ?? Number.MAX_VALUE) - (b.peer_rank ?? Number.MAX_VALUE));
};

/**
 * The units of the group whose components are nearest to the unit's: √Σ (coefficient × difference)², in points of the
 * total, so that a component counts by its weight. Ours (derived). Only units with every component have a distance.
 * Undefined where the unit itself lacks one.
 */
export const nearestProfiles = (
  figures: ReleaseFigures,
  weighing: Weighing,
  unit: string,
  count: number,
): Map<string, number> | undefined => {
  const own = profileOf(figures, weighing, unit);
  if (!own) return undefined;
  const distances = membersOf(figures)
    .filter((other) => other !== unit)
    .flatMap((other) => {
      const profile = profileOf(figures, weighing, other);
      return profile
        ? [[other, Number(Math.hypot(...profile.map((at, i) => at - (own[i] ?? 0))).toFixed(6))] as const]
        : [];
    });
  return new Map(distances.sort(([, a], [, b]) => a - b).slice(0, count));
};

/** Components in points of the total; undefined where one is missing. */
const profileOf = (figures: ReleaseFigures, { components }: Weighing, unit: string): number[] | undefined => {
  const points = components.flatMap(({ component, coefficient }) => {
    const score = scoreOf(figures, unit, component.component);
    return score === null ? [] : [inexact(coefficient) * score];
  });
  return points.length === components.length ? points : undefined;
};
