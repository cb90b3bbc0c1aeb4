import { groupMedian } from '../median.ts';
import type { GroupRanking, RankedUnit } from '../ranking.ts';
import type { RankingDocument } from '../ranking-document.ts';
import type { Extent } from '../score.ts';
import type { Named } from './sentence.ts';
import { componentOf, groupOf, type Words } from './unit-facts.ts';

/** What is known of a whole ranking, in one group. */
export type RankingFacts = {
  words: Words;
  period: string;
  component: Named | null;
  group: Named | null;
  extent: Extent;
  population: number | null;
  scored: number;
  rank_of: number | null;
  /** Units of the first computed rank, and those of the first printed one. */
  leaders: { computed: RankedUnit[]; published: RankedUnit[] };
  /** Units by grade, best first: as announced or printed, and as computed; null where there are none. */
  grade_counts: { published: Record<string, number> | null; computed: Record<string, number> | null };
  /** Null where only some units are known, or they could not all reach the same. */
  median: number | null;
  /** Units without a score. */
  missing: RankedUnit[];
  /** Units that have one and no computed rank. */
  unranked: RankedUnit[];
};

/** The facts of a ranking in one of its groups. */
export const rankingFacts = (document: RankingDocument, words: Words, group: GroupRanking): RankingFacts => {
  const { ranking, extent, period } = document;
  const known = new Map(ranking.units.map((unit) => [unit.unit, unit]));
  const rows = group.places.flatMap((place) => {
    const unit = known.get(place.unit);
    return unit ? [{ place, unit: group.official ? unit : { ...unit, rank_published: null } }] : [];
  });
  const unitsWith = (fits: (row: (typeof rows)[number]) => boolean) => rows.filter(fits).map(({ unit }) => unit);
  return {
    words,
    period,
    component: componentOf(document),
    group: groupOf(group),
    extent,
    population: group.population,
    scored: group.scored,
    rank_of: group.rank_of,
    leaders: {
      computed: unitsWith(({ place }) => place.rank === 1),
      published: unitsWith(({ unit }) => unit.rank_published === 1),
    },
    grade_counts: {
      published: inOrder(group.grade_counts, words),
      computed: inOrder(countsOf(rows.map(({ place }) => place.grade)), words),
    },
    median: medianOfGroup(
      document,
      rows.map(({ unit }) => unit),
    ),
    missing: unitsWith(({ unit }) => unit.score === null),
    unranked: unitsWith(({ place, unit }) => place.rank === null && unit.score !== null),
  };
};

/**
 * The median of the scores of a group; null where there is none to tell, and of one score, which is in the middle of
 * nothing.
 */
export const medianOfGroup = (
  { extent }: Pick<RankingDocument, 'extent'>,
  units: readonly RankedUnit[],
): number | null => {
  const { median, of } = groupMedian(units, extent);
  return of > 1 ? median : null;
};

const countsOf = (grades: readonly (string | null)[]): Record<string, number> | null => {
  const counts: Record<string, number> = {};
  for (const grade of grades) if (grade !== null) counts[grade] = (counts[grade] ?? 0) + 1;
  return Object.keys(counts).length > 0 ? counts : null;
};

/** In the order of the methodology's grades; one that it does not know comes last. */
const inOrder = (counts: Record<string, number> | null, { grades }: Words): Record<string, number> | null => {
  if (!counts) return null;
  const order = Object.keys(grades);
  const at = (grade: string) => (order.includes(grade) ? order.indexOf(grade) : order.length);
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => at(a) - at(b)));
};
