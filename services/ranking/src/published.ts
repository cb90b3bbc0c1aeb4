import { type LogId, type ReleaseId, releaseName } from '@chi-so/domain/identity';
import type { Pins, Publication } from '@chi-so/domain/log';
import type { PublicationOf, Published } from '@chi-so/domain/ranking-document';
import { getMethodology, getUnitSet } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import { getRevision } from '@chi-so/storage/revisions';
import { readScores } from '@chi-so/storage/scores';
import { UnreadableRecord } from '@chi-so/storage/unreadable-record';
import { memoized, memoizedWithin } from './memoized.ts';

/** Units, with all their scores, in memory at once. */
const UNITS_KEPT = 50_000;

/**
 * Loads what publications of a log are made of, each thing once: a release's scores are read by one Query for all its
 * revisions, and catalogue versions, which never change, are kept for the life of the function.
 */
export const publishedLoader = (records: Table, log: LogId) => {
  const scores = memoized((period: string) => readScores(records, { ...log, period }));
  const methodology = (pins: Pins) => pinnedMethodology(records, log.index, pins);
  const unitSet = (pins: Pins) => pinnedUnitSet(records, log.unit_set, pins);

  const load = async (release: ReleaseId, publication: PublicationOf, pins: Pins): Promise<Published> => {
    const revision = await getRevision(records, release, publication.revision);
    if (!revision) throw new UnreadableRecord(`${releaseName(release)} lacks revision ${publication.revision}`);
    const [methodologyOf, unit_set, pick] = await Promise.all([
      methodology(pins),
      unitSet(pins),
      scores(release.period),
    ]);
    const { announcement, source, manifest } = revision;
    return {
      release,
      publication,
      pins,
      source,
      announcement,
      units: pick(manifest),
      methodology: methodologyOf,
      unit_set,
    };
  };
  const published = memoizedWithin(
    UNITS_KEPT,
    ({ units }: Published) => units.length,
    (publication: Publication) => load({ ...log, period: publication.period }, publication, publication.pins),
    ({ entry }) => entry,
  );
  return { published, methodology, unitSet };
};
export type PublishedLoader = ReturnType<typeof publishedLoader>;

const versions = new Map<string, unknown>();

/** Catalogue versions are immutable: one that was read once needs no second read. */
const kept = async <T>(key: string, load: () => Promise<T | undefined>): Promise<T> => {
  const value = (versions.get(key) as T | undefined) ?? (await load());
  if (value === undefined) throw new UnreadableRecord(`The catalogue lacks ${key}`);
  versions.set(key, value);
  return value;
};

const pinnedMethodology = (records: Table, index: string, { methodology, methodology_version: version }: Pins) =>
  kept(`${records.name} methodology ${index} ${methodology} version ${version}`, () =>
    getMethodology(records, index, methodology, version),
  );

const pinnedUnitSet = (records: Table, unitSet: string, { unit_set_version: version }: Pins) =>
  kept(`${records.name} unit set ${unitSet} version ${version}`, () => getUnitSet(records, unitSet, version));
