import { type LogId, releaseName } from '@chi-so/domain/identity';
import type { Publication } from '@chi-so/domain/log';
import type { Published } from '@chi-so/domain/ranking-document';
import { getMethodology, getUnitSet } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import { getRevision } from '@chi-so/storage/revisions';
import { readScores } from '@chi-so/storage/scores';

/**
 * Loads what publications are made of, each thing once: a release's scores are read by one Query for all its revisions,
 * and catalogue versions, which never change, are kept for the life of the function.
 */
export const publishedLoader = (records: Table, log: LogId) => {
  const scores = memoized((period: string) => readScores(records, { ...log, period }));
  const unitSet = (version: number) => pinnedUnitSet(records, log.unit_set, version);
  const published = memoized(
    async (publication: Publication): Promise<Published> => {
      const { period, pins } = publication;
      const release = { ...log, period };
      const [revision, methodology, unit_set, pick] = await Promise.all([
        getRevision(records, release, publication.revision),
        pinnedMethodology(records, log.index, pins.methodology, pins.methodology_version),
        unitSet(pins.unit_set_version),
        scores(period),
      ]);
      if (!revision) throw new Error(`${releaseName(release)} lacks revision ${publication.revision}`);
      const { announcement, source, manifest } = revision;
      return { release, publication, source, announcement, units: pick(manifest), methodology, unit_set };
    },
    ({ entry }) => entry,
  );
  return { published, unitSet };
};
export type PublishedLoader = ReturnType<typeof publishedLoader>;

const memoized = <A, R>(load: (argument: A) => Promise<R>, key: (argument: A) => unknown = (argument) => argument) => {
  const known = new Map<unknown, Promise<R>>();
  return (argument: A): Promise<R> => {
    const loading = known.get(key(argument)) ?? load(argument);
    known.set(key(argument), loading);
    return loading;
  };
};

const versions = new Map<string, unknown>();

/** Catalogue versions are immutable: one that was read once needs no second read. */
const kept = async <T>(key: string, load: () => Promise<T | undefined>): Promise<T> => {
  const value = (versions.get(key) as T | undefined) ?? (await load());
  if (value === undefined) throw new Error(`The catalogue lacks ${key}`);
  versions.set(key, value);
  return value;
};

const pinnedMethodology = (records: Table, index: string, methodology: string, version: number) =>
  kept(`${records.name} methodology ${index} ${methodology} version ${version}`, () =>
    getMethodology(records, index, methodology, version),
  );

const pinnedUnitSet = (records: Table, unitSet: string, version: number) =>
  kept(`${records.name} unit set ${unitSet} version ${version}`, () => getUnitSet(records, unitSet, version));
