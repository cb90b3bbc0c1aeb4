import { logOf, type ReleaseId, TOTAL } from '@chi-so/domain/identity';
import { headOf } from '@chi-so/domain/log';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Table } from './client.ts';
import { getItem, type Item, type Key, padded, queryItems } from './items.ts';
import { rankingAtPartition, rankingPartition } from './keys.ts';
import type { LabelledOutput, Output } from './labelled.ts';
import { bodied, type StoredRanking as Stored, storedRanking } from './ranking-body.ts';

/** RANKING and RANKING-AT items: what is official now, and what every log entry made official. */

/** A log entry by its number and the moment when it took effect. */
type EntryAt = { entry: number; at: string };

const rankingKey = (release: ReleaseId, component: string): Key => ({
  pk: rankingPartition(logOf(release)),
  sk: `${release.period}#${component}`,
});

/** Named by the moment it took effect, so that what was official at any instant is one descending Query. */
const rankingAtKey = (release: ReleaseId, component: string, { entry, at }: EntryAt): Key => ({
  pk: rankingAtPartition(logOf(release)),
  sk: `${release.period}#${component}#${at}#${padded(entry)}`,
});

/** The current ranking of one component. */
export const getRanking = async (
  rankings: Table,
  release: ReleaseId,
  component: string,
): Promise<Stored | undefined> => {
  const item = await getItem(rankings, rankingKey(release, component), false);
  return item && storedRanking(item);
};

/** The ranking that a log entry gave a component that it touched. Read consistently: others are made from it. */
export const getRankingAt = async (
  rankings: Table,
  release: ReleaseId,
  component: string,
  entry: EntryAt,
): Promise<Stored | undefined> => {
  const item = await getItem(rankings, rankingAtKey(release, component, entry), true);
  return item && storedRanking(item);
};

export const rankingOutput = (
  release: ReleaseId,
  component: string,
  label: number,
  degraded: string | null,
  output: Output<RankingDocument>,
): LabelledOutput => ({ key: rankingKey(release, component), label, degraded, ...bodied(output) });

export const rankingAtOutput = (
  release: ReleaseId,
  component: string,
  entry: EntryAt,
  degraded: string | null,
  output: Output<RankingDocument>,
): LabelledOutput => ({
  key: rankingAtKey(release, component, entry),
  label: entry.entry,
  degraded,
  ...bodied(output),
});

/** What was official at an instant (UTC ISO 8601 with milliseconds): the last entry that took effect until then. */
export const getRankingAsOf = (
  rankings: Table,
  release: ReleaseId,
  component: string,
  instant: string,
): Promise<Stored | undefined> => lastRankingUntil(rankings, release, component, `${instant}#~`, false);

const lastRankingUntil = async (
  rankings: Table,
  release: ReleaseId,
  component: string,
  until: string,
  consistent: boolean,
): Promise<Stored | undefined> => {
  const range = `${release.period}#${component}#`;
  const [item] = await queryItems(rankings, {
    pk: rankingAtPartition(logOf(release)),
    between: [range, range + until],
    descending: true,
    limit: 1,
    consistent,
  });
  return item && storedRanking(item);
};

/**
 * The ranking that a revision had when it was last official. The release's head says when that was, and which entry had
 * touched the component last by then: another copy would be of another publication.
 */
export const getRankingOfRevision = async (
  rankings: Table,
  release: ReleaseId,
  component: string,
  revision: number,
): Promise<Stored | undefined> => {
  const heads = await rankingsSoFar(rankings, release, TOTAL);
  const head = heads.find((stored) => revisionOf(stored) === revision);
  if (component === TOTAL) return head;
  const own = await rankingsSoFar(rankings, release, component);
  // Without a total every entry touches every component.
  if (heads.length === 0) return own.find((stored) => revisionOf(stored) === revision);
  const label = head && 'document' in head ? head.document.labels?.[component] : undefined;
  const then = own.find(({ entry }) => entry === label);
  return head && then && 'document' in then ? under(then, head) : undefined;
};

const revisionOf = (stored: Stored) =>
  'document' in stored && stored.degraded === null ? stored.document.publication.revision : undefined;

/** Every ranking that a component of a release ever had, the latest first. */
const rankingsSoFar = async (rankings: Table, release: ReleaseId, component: string): Promise<Stored[]> => {
  const prefix = `${release.period}#${component}#`;
  const items = await queryItems(rankings, { pk: rankingAtPartition(logOf(release)), prefix, descending: true });
  return items.flatMap((item) => storedRanking(item) ?? []);
};

/** A ranking that a later publication left as it was, as part of that publication. */
const under = (stored: Stored, head: Stored): Stored =>
  'document' in stored && 'document' in head
    ? { ...stored, document: { ...stored.document, publication: head.document.publication } }
    : stored;

/**
 * The current rankings of all components of a release, as one publication has them. Items are put one by one; the head
 * of the release knows the label of each. While they are not all there, the answer is what the head's publication made
 * official, which was stored before any of them, then without the change against other periods. Of a release that is
 * withdrawn, only tombstones; empty where nothing was ever published.
 */
export const getRankingsOfRelease = async (rankings: Table, release: ReleaseId): Promise<Stored[]> => {
  const items = await queryItems(rankings, {
    pk: rankingPartition(logOf(release)),
    prefix: `${release.period}#`,
  });
  const current = new Map(
    items.flatMap((item) => {
      const stored = storedRanking(item);
      return stored ? [[componentOf(item), stored] as const] : [];
    }),
  );
  const head = current.get(headOf([...current.keys()]) ?? TOTAL);
  if (!head) return [];
  // A component that was dropped says nothing of the others; the head itself may not have got here yet.
  if ('gone' in head) return head.gone.why === 'component-dropped' ? [] : [head];
  const { labels, publication } = head.document;
  if (!labels) return [];

  const components = Object.keys(labels);
  if (components.every((component) => current.get(component)?.entry === labels[component])) {
    // A component that a later publication has brought is not among them.
    return components.flatMap((component) => current.get(component) ?? []).map((stored) => under(stored, head));
  }
  const until = `${publication.at}#${padded(publication.entry)}`;
  const then = await Promise.all(
    components.map((component) => lastRankingUntil(rankings, release, component, until, true)),
  );
  return then.flatMap((stored) => (stored ? [under(stored, head)] : []));
};

const componentOf = ({ sk }: Item): string => String(sk).slice(String(sk).indexOf('#') + 1);
