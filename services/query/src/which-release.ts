import { comparePeriods, PERIOD_PATTERN, type ReleaseId } from '@chi-so/domain/identity';
import { checkedId } from '@chi-so/runtime/checked-id';
import { invalidParameter, notFound, Problem } from '@chi-so/runtime/problem';
import type { Wanted } from '@chi-so/storage/rankings';
import type { ReadTable } from '@chi-so/storage/read-table';
import { listReleases, type ReleaseSummary } from '@chi-so/storage/releases';

/** Which release a URL means. Set and edition may be left out where one release fits; nothing is guessed. */

export const LATEST = 'latest';

/** What the path and the query name of a release. */
export const wantedRelease = (
  { index = '', period = '' }: Record<string, string>,
  { set, edition }: { set?: string; edition?: string },
): Wanted => {
  requirePeriod(period);
  return {
    index: checkedId('index', index),
    period,
    unit_set: set ? checkedId('set', set) : undefined,
    edition: edition ? checkedId('edition', edition) : undefined,
  };
};

/** @throws Problem for what is neither a period nor `latest`. */
export const requirePeriod = (period: string): void => {
  if (period === LATEST || PERIOD_PATTERN.test(period)) return;
  throw invalidParameter(
    'period',
    `"${period}" không phải kỳ: hãy dùng 2019, 2025-H1, 2025-Q3 hoặc latest`,
    `"${period}" is not a period: use 2019, 2025-H1, 2025-Q3 or latest`,
  );
};

/** The release, where it is named whole. */
export const namedRelease = ({ index, period, unit_set, edition }: Wanted): ReleaseId | undefined =>
  period !== LATEST && unit_set && edition ? { index, period, unit_set, edition } : undefined;

/** The one release that fits, from the list of releases. */
export const onlyRelease = async (records: ReadTable, wanted: Wanted): Promise<ReleaseId> => {
  const { index, period, unit_set, edition } = wanted;
  const isLatest = period === LATEST;
  const matching = (await listReleases(records, index, isLatest ? undefined : period)).filter(
    (release) => (!unit_set || release.unit_set === unit_set) && (!edition || release.edition === edition),
  );
  const fitting = isLatest ? latestOf(matching) : matching;
  const [only, ...others] = fitting;
  if (!only) throw noRelease(wanted);
  if (others.length === 0) return only;
  throw new Problem(
    400,
    'ambiguous-release',
    {
      vi: `Có ${fitting.length} đợt công bố ${index} ${period}: hãy nêu set và edition`,
      en: `There are ${fitting.length} releases ${index} ${period}: name set and edition`,
    },
    {
      candidates: fitting.map((release) => ({ set: release.unit_set, edition: release.edition, title: release.title })),
    },
  );
};

export const noRelease = ({ index, period }: Pick<Wanted, 'index' | 'period'>): Problem =>
  notFound(`Không có đợt công bố ${index} ${period}`, `There is no release ${index} ${period}`);

const latestOf = (releases: readonly ReleaseSummary[]): ReleaseSummary[] => {
  const published = releases.filter(({ status }) => status === 'published');
  const last = published
    .map(({ period }) => period)
    .sort(comparePeriods)
    .at(-1);
  return published.filter(({ period }) => period === last);
};

/**
 * What is official now of the release that is meant: by one read where it is named whole, and where one fits of those
 * that `find` finds. The list of releases is read where none or several do, and to learn what the latest is.
 */
export const currentOf = async <T>(
  records: ReadTable,
  wanted: Wanted,
  get: (release: ReleaseId) => Promise<T | undefined>,
  find: (wanted: Wanted) => Promise<{ release: ReleaseId; stored: T }[]>,
): Promise<{ release: ReleaseId; stored: T | undefined }> => {
  const named = namedRelease(wanted);
  if (!named && wanted.period !== LATEST) {
    const [only, ...others] = await find(wanted);
    if (only && others.length === 0) return only;
  }
  const release = named ?? (await onlyRelease(records, wanted));
  return { release, stored: await get(release) };
};
