import { logOf, type ReleaseId, TOTAL } from '@chi-so/domain/identity';
import { headOf } from '@chi-so/domain/log';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { getItem, type Item, type Key, padded, queryItems } from './items.ts';
import { nationalRankings, rankingAtPartition, rankingPartition } from './keys.ts';
import type { LabelledOutput, Output } from './labelled.ts';
import { bodied, type StoredRanking as Stored, storedRanking } from './ranking-body.ts';
import type { ReadTable } from './read-table.ts';

/** RANKING and RANKING-AT items: what is official now, and what every log entry made official. */

/** A log entry by its number and the moment when it took effect. */
type EntryAt = { entry: number; at: string };

const rankingKey = (release: ReleaseId, component: string): Key => ({
  pk: rankingPartition(release.index, release.unit_set),
  sk: `${release.period}#${component}#${release.unit_set}#${release.edition}`,
});

/** Named by the moment it took effect, so that what was official at any instant is one descending Query. */
const rankingAtKey = (release: ReleaseId, component: string, { entry, at }: EntryAt): Key => ({
  pk: rankingAtPartition(logOf(release)),
  sk: `${release.period}#${component}#${at}#${padded(entry)}`,
});

/** The current ranking of one component. */
export const getRanking = async (
  rankings: ReadTable,
  release: ReleaseId,
  component: string,
): Promise<Stored | undefined> => {
  const item = await getItem(rankings, rankingKey(release, component), false);
  return item && storedRanking(item);
};

/** Which releases of a period are meant, where not all of a release's name is given. */
export type Wanted = { index: string; period: string; unit_set?: string | undefined; edition?: string | undefined };

/**
 * The current rankings of a component in the releases that are meant, two at most: more than one is too many. Of an index
 * of the units inside provinces, none where the set is left out.
 */
export const findCurrentRankings = async (
  rankings: ReadTable,
  wanted: Wanted,
  component: string,
): Promise<{ release: ReleaseId; stored: Stored }[]> => {
  const { index, period, unit_set: set } = wanted;
  const items = await queryItems(rankings, {
    pk: partitionOf(wanted),
    prefix: `${period}#${component}#${set === undefined ? '' : `${set}#`}`,
    ...(wanted.edition === undefined ? { limit: 2 } : {}),
  });
  return items.flatMap((item) => {
    const [, , unit_set = '', edition = ''] = String(item.sk).split('#');
    const release = { index, period, unit_set, edition };
    const stored = isMeant(wanted, release) ? storedRanking(item) : undefined;
    return stored ? [{ release, stored }] : [];
  });
};

const partitionOf = ({ index, unit_set }: Wanted): string =>
  unit_set === undefined ? nationalRankings(index) : rankingPartition(index, unit_set);

/** Whether a release is one of those that are meant. */
export const isMeant = (wanted: Wanted, { unit_set, edition }: ReleaseId): boolean =>
  (wanted.unit_set ?? unit_set) === unit_set && (wanted.edition ?? edition) === edition;

/** The ranking that a log entry gave a component that it touched. Read consistently: others are made from it. */
export const getRankingAt = async (
  rankings: ReadTable,
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
  rankings: ReadTable,
  release: ReleaseId,
  component: string,
  instant: string,
): Promise<Stored | undefined> => lastRankingUntil(rankings, release, component, `${instant}#~`, false);

const lastRankingUntil = async (
  rankings: ReadTable,
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
 * The ranking that a revision had when it was first official, which nothing changes any more once it is `isSettled`. The
 * release's head says when that was, and which entry had touched the component last by then: another copy would be of
 * another publication.
 */
export const getRankingOfRevision = async (
  rankings: ReadTable,
  release: ReleaseId,
  component: string,
  revision: number,
): Promise<{ stored: Stored | undefined; isSettled: boolean }> => {
  const [heads, own] = await Promise.all([
    rankingsSoFar(rankings, release, TOTAL),
    component === TOTAL ? [] : rankingsSoFar(rankings, release, component),
  ]);
  const head = heads.find((stored) => revisionOf(stored) === revision);
  if (component === TOTAL) return { stored: head, isSettled: heads.every(isWhole) };
  const isSettled = [...heads, ...own].every(isWhole);
  // Without a total every entry touches every component.
  if (heads.length === 0) return { stored: own.find((stored) => revisionOf(stored) === revision), isSettled };
  const label = head && 'document' in head ? head.document.labels?.[component] : undefined;
  const then = own.find(({ entry }) => entry === label);
  return { stored: head && then && 'document' in then ? under(then, head) : undefined, isSettled };
};

/** What is degraded is made whole some day, and may then be of another revision than it is now. */
const isWhole = ({ degraded }: Stored): boolean => degraded === null;

const revisionOf = (stored: Stored) =>
  'document' in stored && isWhole(stored) ? stored.document.publication.revision : undefined;

/** Every ranking that a component of a release ever had, the earliest first. */
const rankingsSoFar = async (rankings: ReadTable, release: ReleaseId, component: string): Promise<Stored[]> => {
  const prefix = `${release.period}#${component}#`;
  const items = await queryItems(rankings, { pk: rankingAtPartition(logOf(release)), prefix });
  return items.flatMap((item) => storedRanking(item) ?? []);
};

/** A ranking that a later publication left as it was, as part of that publication. */
const under = (stored: Stored, head: Stored): Stored =>
  'document' in stored && 'document' in head
    ? { ...stored, document: { ...stored.document, publication: head.document.publication } }
    : stored;

/**
 * The current rankings of all components of each release that is meant. More than one is too many, as above; none where
 * nothing was ever published.
 */
export const findRankingsOfReleases = async (
  rankings: ReadTable,
  wanted: Wanted,
): Promise<{ release: ReleaseId; stored: Stored[] }[]> => {
  const items = await queryItems(rankings, { pk: partitionOf(wanted), prefix: `${wanted.period}#` });
  const ofReleases = Map.groupBy(items, ({ sk }) => String(sk).split('#').slice(2).join('#'));
  const found = [...ofReleases].map(async ([name, own]) => {
    const [unit_set = '', edition = ''] = name.split('#');
    const release = { index: wanted.index, period: wanted.period, unit_set, edition };
    return isMeant(wanted, release) ? [{ release, stored: await asOnePublication(rankings, release, own) }] : [];
  });
  return (await Promise.all(found)).flat();
};

/** The same of one release; empty where nothing of it was ever published. */
export const getRankingsOfRelease = async (rankings: ReadTable, release: ReleaseId): Promise<Stored[]> =>
  (await findRankingsOfReleases(rankings, release))[0]?.stored ?? [];

/**
 * The rankings of all components as one publication has them. Items are put one by one; the head of the release knows the
 * label of each. While they are not all there, the answer is what the head's publication made official, which was stored
 * before any of them, then without the change against other periods. Of a release that is withdrawn, only tombstones.
 */
const asOnePublication = async (rankings: ReadTable, release: ReleaseId, items: readonly Item[]): Promise<Stored[]> => {
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

const componentOf = ({ sk }: Item): string => String(sk).split('#')[1] ?? '';
