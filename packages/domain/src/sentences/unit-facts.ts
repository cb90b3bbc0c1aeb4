import type { Changes } from '../change.ts';
import { ALL, TOTAL } from '../identity.ts';
import type { Place } from '../places.ts';
import type { GroupRanking, RankedUnit } from '../ranking.ts';
import type { RankingDocument } from '../ranking-document.ts';
import type { Extent } from '../score.ts';
import type { Named } from './sentence.ts';

/** What is known of one unit in one ranking, from which every sentence about it is made. */

/** What a ranking does not know itself: what its index is called, and the English names of its grades. */
export type Words = { index: Named; grades: Readonly<Record<string, string>> };

export type UnitFacts = {
  words: Words;
  period: string;
  /** Null: the index itself. */
  component: Named | null;
  /** Null: all units together. */
  group: Named | null;
  /** Whether the publisher's ranks are about this group. */
  official: boolean;
  unit: RankedUnit;
  place: Place;
  rank_of: number | null;
  extent: Extent;
  publisher_ranks: boolean;
  /** Units that share its computed rank. */
  tied_with: RankedUnit[];
  /** Whether the score is not printed by the publisher. */
  derived: boolean;
  /** Null: not known here, so nothing is said of it. */
  change: (Pick<Changes, 'against' | 'verdict'> & { score: number | null; rank: number | null }) | null;
  /** Where the release as a whole comes from, for a claim that names nobody. */
  source: string;
};

/** The facts of a unit in a group of a ranking; undefined where the group does not list it. */
export const unitFacts = (
  document: RankingDocument,
  words: Words,
  group: GroupRanking,
  id: string,
): UnitFacts | undefined => {
  const { ranking, changes } = document;
  const at = group.places.findIndex(({ unit }) => unit === id);
  const place = group.places[at];
  const position = ranking.units.findIndex(({ unit }) => unit === id);
  const unit = ranking.units[position];
  if (!place || !unit) return undefined;
  const sharing = new Set(
    group.places.filter((other) => place.tied && other.rank === place.rank && other !== place).map(({ unit }) => unit),
  );
  return {
    words,
    period: document.period,
    component: componentOf(document),
    group: groupOf(group),
    official: group.official,
    unit: group.official ? unit : { ...unit, rank_published: null },
    place,
    rank_of: group.rank_of,
    extent: document.extent,
    publisher_ranks: document.publisher_ranks,
    tied_with: ranking.units.filter(({ unit: other }) => sharing.has(other)),
    derived: unit.derived || document.derived !== null,
    change: {
      against: changes.against,
      verdict: changes.verdict,
      score: changes.score?.[position] ?? null,
      rank: changes.rank[group.group]?.[at] ?? null,
    },
    source: document.source.title,
  };
};

/** The component that a ranking is of; null for the index itself. */
export const componentOf = ({ component, component_vi, component_en }: RankingDocument): Named | null =>
  component === TOTAL ? null : { name_vi: component_vi, name_en: component_en };

/** The group, where it is not all units together. */
export const groupOf = ({ group, name_vi, name_en }: GroupRanking): Named | null =>
  group === ALL ? null : { name_vi, name_en };
