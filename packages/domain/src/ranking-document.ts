import { type Changes, changesFrom, type Earlier, NO_CHANGES } from './change.ts';
import type { ReleaseId } from './identity.ts';
import type { Cause, Pins } from './log.ts';
import type { Methodology } from './methodology.ts';
import { type Ranking, rankComponent } from './ranking.ts';
import { type Announcement, type Extent, extentOf, type Source, type UnitScores } from './score.ts';
import type { UnitSet } from './unit-set.ts';

/** What made a revision official; of a draft, the entry that it was made on, and when and why it was recorded. */
export type PublicationOf = {
  entry: number;
  revision: number;
  at: string;
  cause: Cause | 'draft';
  reason: string | null;
};

/** What is stored and served for one component of one publication. */
export type RankingDocument = ReleaseId &
  Pins & {
    component: string;
    component_vi: string;
    component_en: string;
    decimals: number;
    publisher_ranks: boolean;
    publication: PublicationOf;
    source: Source;
    extent: Extent;
    /** How the scores were computed, where the publisher did not print them. */
    derived: string | null;
    ranking: Ranking;
    /** Against the nearest earlier published period. */
    changes: Changes;
    /** Only of the head of a release, its ranking of `total`: the labels that all its components have with it. */
    labels?: Record<string, number>;
  };

/** A revision with everything that its ranking is made of. */
export type Published = {
  release: ReleaseId;
  publication: PublicationOf;
  pins: Pins;
  source: Source;
  announcement: Announcement;
  units: UnitScores[];
  methodology: Methodology;
  unit_set: UnitSet;
};

/** The ranking of one component, without what depends on other periods. */
export const rankingDocument = (published: Published, component: string): RankingDocument => {
  const { release, publication, pins, source, announcement, methodology } = published;
  const { entry, revision, at, cause, reason } = publication;
  const { index, period, unit_set, edition } = release;
  const node = methodology.components.find((candidate) => candidate.component === component);
  return {
    // Named one by one: what is stored gives them in any order, and equal rankings are equal byte for byte.
    ...{ index, period, unit_set, edition },
    methodology: pins.methodology,
    methodology_version: pins.methodology_version,
    unit_set_version: pins.unit_set_version,
    component,
    component_vi: node?.name_vi ?? component,
    component_en: node?.name_en ?? component,
    decimals: methodology.decimals,
    publisher_ranks: methodology.publisher_ranks,
    publication: { entry, revision, at, cause, reason },
    source,
    extent: extentOf(announcement, component),
    derived: announcement.derived[component] ?? null,
    ranking: rankComponent(published, component),
    changes: NO_CHANGES,
  };
};

/** The same ranking with its change against the nearest earlier published period. */
export const withChanges = (
  document: RankingDocument,
  methodology: Methodology,
  earlier: Earlier | null,
): RankingDocument =>
  earlier ? { ...document, changes: changesFrom(document.ranking, methodology, earlier) } : document;
