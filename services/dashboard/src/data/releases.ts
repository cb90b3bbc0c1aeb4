import type { Lang } from '@chi-so/contract/ranking-response';
import { comparePeriods, MAIN_EDITION } from '@chi-so/domain/identity';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import type { Release } from './catalogue.ts';
import { apiAddress, get, getKept } from './get.ts';
import type { Schemas } from './schemas.ts';

export type Change = Schemas['Change'];
export type ReleaseHistory = Schemas['ReleaseAnswer'];

/** Every release, also those that were withdrawn: what came in last first, of one day the latest period first. */
export const loadListedReleases = async (lang: Lang): Promise<Release[]> =>
  (await getKept<Schemas['ReleasesAnswer']>('releases', {}, lang)).data.toSorted(
    (a, b) =>
      b.at.slice(0, 10).localeCompare(a.at.slice(0, 10)) ||
      comparePeriods(b.period, a.period) ||
      a.index.localeCompare(b.index),
  );

/** Changes of one page of the feed. */
const CHANGES_SHOWN = 10;

/**
 * The changes of the feed up to one, or to the newest, newest first. The feed itself is read from its beginning; what its
 * end is, the last publication knows.
 */
export const loadChanges = async (until: number | null, lang: Lang, signal: AbortSignal): Promise<Change[]> => {
  const last = until ?? (await newestChange(lang, signal));
  const query = {
    since: String(Math.max(0, last - CHANGES_SHOWN)),
    // Others may have published since.
    limit: until === null ? null : String(Math.min(last, CHANGES_SHOWN)),
  };
  const { data } = await get<Schemas['ChangesAnswer']>('changes', query, lang, signal);
  return data.slice(-CHANGES_SHOWN).toReversed();
};

const newestChange = async (lang: Lang, signal: AbortSignal): Promise<number> => {
  const [newest] = (await loadListedReleases(lang)).toSorted((a, b) => b.at.localeCompare(a.at));
  if (!newest) return 0;
  const { index, period, unit_set: set, edition } = newest;
  const { data } = await loadHistory({ page: 'release', index, period, set, edition, revision: null }, lang, signal);
  return data.at(-1)?.change ?? 0;
};

/** The one change of this number in the feed. */
export const loadChange = async (number: number, lang: Lang, signal: AbortSignal): Promise<Change | null> => {
  const query = { since: String(number - 1), limit: '1' };
  return (await get<Schemas['ChangesAnswer']>('changes', query, lang, signal)).data[0] ?? null;
};

/** Where a release comes from, and every publication of it. */
export const loadHistory = (wanted: ReleaseAddress, lang: Lang, signal: AbortSignal): Promise<ReleaseHistory> =>
  get(releasePath(wanted), ofRelease(wanted), lang, signal);

/** As `loadHistory`; null for a release of which nothing was ever published, as whoever makes its first draft sees it. */
export const loadHistoryIfAny = async (
  wanted: ReleaseAddress,
  lang: Lang,
  signal: AbortSignal,
): Promise<ReleaseHistory | null> => {
  const { index, period, set, edition } = wanted;
  const isListed = (await loadListedReleases(lang)).some(
    (one) =>
      one.index === index && one.period === period && one.unit_set === set && one.edition === (edition ?? MAIN_EDITION),
  );
  return isListed ? loadHistory(wanted, lang, signal) : null;
};

/** The path of a release in the API. */
export const releasePath = ({ index, period }: Pick<ReleaseAddress, 'index' | 'period'>): string =>
  `releases/${encodeURIComponent(index)}/${encodeURIComponent(period)}`;

export const ofRelease = ({ set, edition }: Pick<ReleaseAddress, 'set' | 'edition'>) => ({ set, edition });

/** The workbook to fill in for a release: its units, components and maxima. */
export const templateAddress = (release: Pick<ReleaseAddress, 'index' | 'period' | 'set'>, lang: Lang): string =>
  apiAddress(`${releasePath(release)}/template.xlsx`, { set: release.set }, lang);
