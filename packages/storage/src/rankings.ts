import { logOf, type ReleaseId } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Table } from './client.ts';
import { getItem, type Key, padded, queryItems } from './items.ts';
import { rankingAtPartition, rankingPartition } from './keys.ts';
import { fromItem, type Labelled, type LabelledOutput, type Output } from './labelled.ts';

/** RANKING and RANKING-AT items: what is official now, and what every log entry made official. */

type Stored = Labelled<RankingDocument>;

const rankingKey = (release: ReleaseId, component: string): Key => ({
  pk: rankingPartition(logOf(release)),
  sk: `${release.period}#${component}`,
});

/** The current ranking of one component. */
export const getRanking = async (
  rankings: Table,
  release: ReleaseId,
  component: string,
): Promise<Stored | undefined> => {
  const item = await getItem(rankings, rankingKey(release, component), false);
  return item && fromItem(item);
};

export const rankingOutput = (
  release: ReleaseId,
  component: string,
  label: number,
  output: Output<RankingDocument>,
): LabelledOutput => ({ key: rankingKey(release, component), label, ...output });

/** Named by the moment it took effect, so that what was official at any instant is one descending Query. */
export const rankingAtOutput = (
  release: ReleaseId,
  component: string,
  { at, entry }: { at: string; entry: number },
  output: Output<RankingDocument>,
): LabelledOutput => ({
  key: { pk: rankingAtPartition(logOf(release)), sk: `${release.period}#${component}#${at}#${padded(entry)}` },
  label: entry,
  ...output,
});

/** What was official at an instant (UTC ISO 8601 with milliseconds): the last entry that took effect until then. */
export const getRankingAsOf = async (
  rankings: Table,
  release: ReleaseId,
  component: string,
  instant: string,
): Promise<Stored | undefined> => {
  const range = `${release.period}#${component}#`;
  const [item] = await queryItems(rankings, {
    pk: rankingAtPartition(logOf(release)),
    between: [range, `${range}${instant}#~`],
    descending: true,
    limit: 1,
  });
  return item && fromItem(item);
};

/** The ranking that a revision had when it was last official. */
export const getRankingOfRevision = async (
  rankings: Table,
  release: ReleaseId,
  component: string,
  revision: number,
): Promise<Stored | undefined> => {
  const items = await queryItems(rankings, {
    pk: rankingAtPartition(logOf(release)),
    prefix: `${release.period}#${component}#`,
    descending: true,
  });
  return items
    .map((item) => fromItem<RankingDocument>(item))
    .find((stored) => 'document' in stored && stored.document.publication.revision === revision);
};
