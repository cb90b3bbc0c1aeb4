import { aggregate, type Figure, percentOf } from './aggregate.ts';
import { ALL } from './identity.ts';
import type { Methodology } from './methodology.ts';
import { type Place, placesOf } from './places.ts';
import { type Announcement, type Extent, extentOf, NO_SCORE, type Score, type UnitScores } from './score.ts';
import type { Unit, UnitSet } from './unit-set.ts';

/** Ranks of one component of one release, in every group. A pure function of what was released. */

/** A unit with what the release says of it, and what follows from that where the methodology is a scorecard. */
export type RankedUnit = Score & {
  unit: string;
  name_vi: string;
  name_en: string;
  /** Points that apply to the unit, and the score as a percentage of them; null where the index is not a scorecard. */
  maximum: number | null;
  percent: number | null;
  /** Whether the score is computed from its parts, because the release prints none. */
  derived: boolean;
};

export type GroupRanking = {
  group: string;
  name_vi: string;
  name_en: string;
  /** Whether the publisher's ranks and the methodology's ranking are about this group. */
  official: boolean;
  /** Units in the group, named or only announced; null where nobody says how many there are. */
  population: number | null;
  /** Units with a score. */
  scored: number;
  /** The ranked population; null where nobody can be ranked, or nobody says how many were. */
  rank_of: number | null;
  /** Units by grade: as announced, or counted from the printed grades; null where no grade is known. */
  grade_counts: Record<string, number> | null;
  /** Best first; the unranked after them. */
  places: Place[];
};

export type Ranking = { component: string; units: RankedUnit[]; groups: GroupRanking[] };

/** A release's content with the catalogue versions that its publication pins. */
export type RankingInput = {
  announcement: Announcement;
  units: readonly UnitScores[];
  methodology: Methodology;
  unit_set: UnitSet;
};

/** What is known of a unit that the release does not mention. */
const NOT_MENTIONED: Score = { ...NO_SCORE, reason: 'unknown' };

/** The ranking of one component in every group that has members. */
export const rankComponent = (input: RankingInput, component: string): Ranking => {
  const { methodology, unit_set, announcement } = input;
  const extent = extentOf(announcement, component);
  const figures = methodology.aggregation.kind === 'points' ? aggregated(input) : undefined;
  const released = new Map<string, UnitScores['scores']>();
  for (const { unit, scores } of input.units) released.set(unit, scores);
  const isListed = ({ group, roster }: League, unit: Unit) =>
    (group === ALL || unit.groups.includes(group)) && (roster === 'complete' || released.has(unit.unit));

  const leagues: League[] = [
    { group: ALL, name_vi: 'Tất cả', name_en: 'All', roster: unit_set.roster },
    ...unit_set.groups,
  ].filter(({ group }) => group !== ALL || methodology.ranked_groups.includes(ALL));
  const listed = unit_set.units.filter((unit) => leagues.some((league) => isListed(league, unit)));
  const units = listed.map((unit) =>
    rankedUnit(unit, released.get(unit.unit)?.[component] ?? NOT_MENTIONED, figures?.get(unit.unit)?.get(component)),
  );

  const groups = leagues.flatMap((league) => {
    const members = units.filter((_, i) => isListed(league, listed[i] as Unit));
    // The same list where it is everybody: then it is known where they stand in it.
    const scores = members.length === units.length ? units : members;
    if (scores.length === 0) return [];
    const { group, name_vi, name_en, roster } = league;
    const official = methodology.ranked_groups.includes(group);
    const population = announcement.population[group] ?? (roster === 'complete' ? scores.length : null);
    const scored = scores.filter(({ score }) => score !== null).length;
    return [
      {
        group,
        name_vi,
        name_en,
        official,
        population,
        scored,
        rank_of: rankedPopulation(extent, scores, scored, population),
        grade_counts: gradeCounts(announcement, group, scores),
        places: placesOf(scores, { methodology, group, official, extent, all: units }),
      },
    ];
  });
  return { component, units, groups };
};

type League = Pick<UnitSet['groups'][number], 'group' | 'name_vi' | 'name_en' | 'roster'>;

/** Each release is aggregated once, however many of its components are ranked. */
const known = new WeakMap<readonly UnitScores[], Map<string, Map<string, Figure>>>();

const aggregated = ({ methodology, unit_set, units }: RankingInput): Map<string, Map<string, Figure>> => {
  const figures = known.get(units) ?? new Map<string, Map<string, Figure>>();
  if (figures.size === 0) {
    const groups = new Map(unit_set.units.map((unit) => [unit.unit, unit.groups]));
    for (const unit of units) figures.set(unit.unit, aggregate(methodology, groups.get(unit.unit) ?? [], unit));
    known.set(units, figures);
  }
  return figures;
};

/** A unit with its score as released, or as it follows from its parts. Written out: of a release there are thousands. */
const rankedUnit = (
  { unit, name_vi, name_en }: Unit,
  { score, status, reason, rank_published, grade_published, rank_claimed, source, note }: Score,
  figure: Figure | undefined,
): RankedUnit => {
  const derived = figure?.derived ?? false;
  return {
    unit,
    name_vi,
    name_en,
    score: derived && figure ? figure.score : score,
    status: derived ? 'A' : status,
    reason: derived ? null : reason,
    rank_published,
    grade_published,
    rank_claimed,
    source,
    note,
    maximum: figure?.maximum ?? null,
    percent: figure ? percentOf(figure) : null,
    derived,
  };
};

/**
 * How many units the ranks are "of". Units that were never surveyed or to which the index does not apply are not in the
 * race. Of a top list, those below the cut are, though nobody says where.
 */
const rankedPopulation = (
  extent: Extent,
  scores: readonly RankedUnit[],
  scored: number,
  population: number | null,
): number | null => {
  if (extent === 'partial' || scored === 0) return null;
  if (extent === 'complete') return scored;
  return population === null
    ? null
    : population - scores.filter(({ reason }) => reason === 'not-surveyed' || reason === 'not-applicable').length;
};

const gradeCounts = (
  { grade_counts }: Announcement,
  group: string,
  scores: readonly RankedUnit[],
): Record<string, number> | null => {
  const announced = grade_counts[group];
  if (announced) return announced;
  const counts: Record<string, number> = {};
  for (const { grade_published: grade } of scores) if (grade) counts[grade] = (counts[grade] ?? 0) + 1;
  return Object.keys(counts).length > 0 ? counts : null;
};
