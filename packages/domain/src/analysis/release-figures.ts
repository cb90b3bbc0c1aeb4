import { maximumIn, percentOf } from '../aggregate.ts';
import { type ReleaseId, TOTAL } from '../identity.ts';
import type { Component, PinnedMethodology } from '../methodology.ts';
import type { GroupRanking, RankedUnit } from '../ranking.ts';
import type { RankingDocument } from '../ranking-document.ts';

/** What analysis reads of one release: its figures in one group, with the methodology that its publication pins. */

export type ReleaseFigures = {
  release: ReleaseId;
  methodology: PinnedMethodology;
  /** The ranking of the total in the group that is analysed. */
  group: GroupRanking;
  /** Groups of the release, whatever is ranked in them. */
  groups: readonly GroupRanking[];
  /** The rankings of all components, that of the total among them. */
  documents: ReadonlyMap<string, RankingDocument>;
  /** Scores and names of the units, by component. */
  units: ReadonlyMap<string, ReadonlyMap<string, RankedUnit>>;
};

/** The figures of a release in one of its groups. Undefined where it has no total, or not that group. */
export const releaseFigures = (
  documents: readonly RankingDocument[],
  methodology: PinnedMethodology,
  group: string,
): ReleaseFigures | undefined => {
  const total = documents.find(({ component }) => component === TOTAL);
  const found = total?.ranking.groups.find((candidate) => candidate.group === group);
  if (!total || !found) return undefined;
  const { index, period, unit_set, edition } = total;
  return {
    release: { index, period, unit_set, edition },
    methodology,
    group: found,
    groups: total.ranking.groups,
    documents: new Map(documents.map((document) => [document.component, document])),
    units: new Map(
      documents.map(({ component, ranking }) => [component, new Map(ranking.units.map((unit) => [unit.unit, unit]))]),
    ),
  };
};

/** A unit's score of a component as released; null where there is none. */
export const scoreOf = ({ units }: Pick<ReleaseFigures, 'units'>, unit: string, component: string): number | null =>
  units.get(component)?.get(unit)?.score ?? null;

/**
 * The ends of a component's scale for a unit: the points that apply to it, where the index is a scorecard, else the maximum
 * of its groups. Null where an end is unknown.
 */
export const scaleOf = (
  { units, groups }: Pick<ReleaseFigures, 'units' | 'groups'>,
  unit: string,
  component: Component,
): { minimum: number | null; maximum: number | null } => {
  const applying = component.part === undefined ? units.get(component.component)?.get(unit)?.maximum : undefined;
  const own = groups.filter(({ places }) => places.some((place) => place.unit === unit)).map(({ group }) => group);
  return { minimum: component.minimum, maximum: applying ?? maximumIn(component, own) };
};

/** What the methodology ranks the unit by: its total, or the total in percent of its maximum. */
export const rankedFigureOf = ({ units, methodology }: ReleaseFigures, unit: string): number | null => {
  const total = units.get(TOTAL)?.get(unit);
  return (methodology.rank_by === 'percent' ? total?.percent : total?.score) ?? null;
};

/** What the methodology would rank the unit by, if that were its total. */
export const rankedFigureAt = ({ units, methodology }: ReleaseFigures, unit: string, total: number): number | null =>
  methodology.rank_by === 'percent'
    ? percentOf({ score: total, maximum: units.get(TOTAL)?.get(unit)?.maximum ?? null })
    : total;

/** The units of the group, best first, the unranked after them. */
export const membersOf = ({ group }: ReleaseFigures): string[] => group.places.map(({ unit }) => unit);
