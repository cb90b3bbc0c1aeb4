import { type LogId, provinceOf, type ReleaseId } from '@chi-so/domain/identity';

/** Partition keys that more than one module needs. Keys are built nowhere else. */

/** Raise this when a key of either table changes: what older code has written is not found by this one. */
export const KEYS_VERSION = 2;

const log = ({ index, unit_set, edition }: LogId) => [index, unit_set, edition].map(part).join('#');

/** A part that held the sign between parts would be taken for two. Whoever lets one in has not checked the id. */
const part = (id: string): string => {
  if (id === '' || id.includes('#')) throw new Error(`"${id}" cannot be part of a key`);
  return id;
};

export const releasePartition = (release: ReleaseId): string => `RELEASE#${log(release)}#${part(release.period)}`;
export const logPartition = (id: LogId): string => `LOG#${log(id)}`;
/**
 * National rankings of an index share a partition, so that a release whose unit set is left out is found by one Query.
 * Those of the units inside a province have one for each set: there may be 63 of them, and `component=*` reads all that
 * a partition has of a period.
 */
export const rankingPartition = (index: string, unitSet: string): string =>
  provinceOf(unitSet) !== null ? `RANKING#${part(index)}#${part(unitSet)}` : nationalRankings(index);
export const nationalRankings = (index: string): string => `RANKING#${part(index)}`;
export const answerPartition = (index: string): string => `ANSWER#${part(index)}`;

export const rankingAtPartition = (id: LogId): string => `RANKING-AT#${log(id)}`;
/** As of rankings: the series of an index over every set of provinces are neighbours, so that one Query has them all. */
export const seriesPartition = (index: string, unitSet: string): string =>
  provinceOf(unitSet) !== null ? `SERIES#${part(index)}#${part(unitSet)}` : nationalSeries(index);
export const nationalSeries = (index: string): string => `SERIES#${part(index)}`;

/** The plans of a unit, and the versions of one of them. */
export const plansPartition = (unit: string): string => `TARGETS#${part(unit)}`;
export const planPartition = ({ unit, period }: { unit: string; period: string }): string =>
  `TARGETS#${part(unit)}#${part(period)}`;

/** The log that a stream record's partition key names; undefined for keys of other items. */
export const logOfPartition = (pk: string): LogId | undefined => {
  const [kind, index, unit_set, edition] = pk.split('#');
  return kind === 'LOG' && index && unit_set && edition ? { index, unit_set, edition } : undefined;
};
