import { type ReleaseId, TOTAL } from '@chi-so/domain/identity';
import type { Gone } from '@chi-so/storage/labelled';
import type { StoredRanking } from '@chi-so/storage/ranking-body';
import {
  findCurrentRankings,
  findRankingsOfReleases,
  getRanking,
  getRankingsOfRelease,
  type Wanted,
} from '@chi-so/storage/rankings';
import type { ReadTable } from '@chi-so/storage/read-table';
import type { StoredDocument } from './ranking-of-page.ts';
import { goneRanking, noRanking } from './ranking-problems.ts';
import type { Tables } from './tables.ts';
import { currentOf } from './which-release.ts';

/** The current rankings of every component of the release that is meant, as one publication has them: one Query. */
export const currentComponents = async (
  { records, rankings }: Tables,
  wanted: Wanted,
): Promise<{ release: ReleaseId; every: StoredDocument[] }> => {
  const { release, stored = [] } = await currentOf(
    records,
    wanted,
    (named) => getRankingsOfRelease(rankings, named),
    (some) => findRankingsOfReleases(rankings, some),
  );
  const documents = stored.flatMap((one) => ('document' in one ? [one] : []));
  return { release, every: documents.length > 0 ? documents : [await present(rankings, release, TOTAL, stored[0])] };
};

/** The current ranking of one component of the release that is meant, if there is one: one Query. */
export const currentComponent = (
  { records, rankings }: Tables,
  wanted: Wanted,
  component: string,
): Promise<{ release: ReleaseId; stored: StoredRanking | undefined }> =>
  currentOf(
    records,
    wanted,
    (named) => getRanking(rankings, named, component),
    (some) => findCurrentRankings(rankings, some, component),
  );

/** What is there. @throws Problem where nothing is, or where it is gone. */
export const present = async <T extends object>(
  rankings: ReadTable,
  release: ReleaseId,
  component: string,
  stored: T | { gone: Gone } | undefined,
): Promise<Exclude<T, { gone: Gone }>> => {
  if (!stored) throw await noRanking(rankings, release, component);
  if ('gone' in stored) throw goneRanking(release, component, stored.gone as Gone);
  return stored as Exclude<T, { gone: Gone }>;
};
