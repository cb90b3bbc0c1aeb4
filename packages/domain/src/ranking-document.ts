import { type Moves, movesBetween, NO_MOVES } from './change.ts';
import type { ReleaseId } from './identity.ts';
import type { Cause, Pins, Publication } from './log.ts';
import type { Methodology } from './methodology.ts';
import { type Ranking, rankComponent } from './ranking.ts';
import { type Announcement, type Extent, extentOf, type Source, type UnitScores } from './score.ts';
import type { UnitSet } from './unit-set.ts';

/** What is stored and served for one component of one publication. */
export type RankingDocument = ReleaseId &
  Pins & {
    component: string;
    component_vi: string;
    component_en: string;
    decimals: number;
    publisher_ranks: boolean;
    publication: { entry: number; revision: number; at: string; cause: Cause; reason: string | null };
    source: Source;
    extent: Extent;
    /** How the scores were computed, where the publisher did not print them. */
    derived: string | null;
    ranking: Ranking;
    moves: Moves;
  };

/** One publication with everything that its ranking is made of. */
export type Published = {
  release: ReleaseId;
  publication: Publication;
  source: Source;
  announcement: Announcement;
  units: UnitScores[];
  methodology: Methodology;
  unit_set: UnitSet;
};

/** The ranking of one component; with moves where the earlier publication is given. */
export const rankingDocument = (
  published: Published,
  component: string,
  previous: Published | null = null,
): RankingDocument => {
  const { release, publication, source, announcement, methodology } = published;
  const node = methodology.components.find((candidate) => candidate.component === component);
  const ranking = rankComponent(published, component);
  const { entry, revision, at, cause, reason } = publication;
  return {
    ...release,
    ...publication.pins,
    component,
    component_vi: node?.name_vi ?? component,
    component_en: node?.name_en ?? component,
    decimals: methodology.decimals,
    publisher_ranks: methodology.publisher_ranks,
    publication: { entry, revision, at, cause, reason },
    source,
    extent: extentOf(announcement, component),
    derived: announcement.derived[component] ?? null,
    ranking,
    moves: previous
      ? movesBetween(
          { period: release.period, ranking, methodology },
          {
            period: previous.release.period,
            ranking: rankComponent(previous, component),
            methodology: previous.methodology,
          },
        )
      : NO_MOVES,
  };
};
