import type { PageKind } from '../page-kind.ts';

/** `/releases`: what came in, what changed, what is expected, and where more is put in. */
export type ReleasesAddress = {
  page: 'releases';
  index: string | null;
  set: string | null;
  /** The newest change that is shown, by its number in the feed; null for the newest of all. */
  until: string | null;
};

export const releases: PageKind<ReleasesAddress> = {
  parse: ([first, ...rest], query) =>
    first === 'releases' && rest.length === 0
      ? { page: 'releases', index: query.get('index'), set: query.get('set'), until: numberOf(query.get('until')) }
      : null,
  segments: () => ['releases'],
  query: ({ index, set, until }) => ({ index, set, until }),
};

/** `/releases/pci/VN63/2019`: one release with its revisions, or one revision of it with its findings. */
export type ReleaseAddress = {
  page: 'release';
  index: string;
  set: string;
  period: string;
  edition: string | null;
  revision: string | null;
};

export const release: PageKind<ReleaseAddress> = {
  parse: ([first, index, set, period, ...rest], query) =>
    first === 'releases' && index !== undefined && set !== undefined && period !== undefined && rest.length === 0
      ? {
          page: 'release',
          index,
          set,
          period,
          edition: query.get('edition'),
          revision: numberOf(query.get('revision')),
        }
      : null,
  segments: ({ index, set, period }) => ['releases', index, set, period],
  query: ({ edition, revision }) => ({ edition, revision }),
};

const numberOf = (text: string | null): string | null => (/^[1-9]\d{0,8}$/.test(text ?? '') ? text : null);
