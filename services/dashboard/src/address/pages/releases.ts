import type { PageKind } from '../page-kind.ts';

/** `/releases`: what came in, what changed, what is expected, and where more is put in. */
export type ReleasesAddress = { page: 'releases'; index: string | null };

export const releases: PageKind<ReleasesAddress> = {
  parse: ([first, ...rest], query) =>
    first === 'releases' && rest.length === 0 ? { page: 'releases', index: query.get('index') } : null,
  segments: () => ['releases'],
  query: ({ index }) => ({ index }),
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
      ? { page: 'release', index, set, period, edition: query.get('edition'), revision: query.get('revision') }
      : null,
  segments: ({ index, set, period }) => ['releases', index, set, period],
  query: ({ edition, revision }) => ({ edition, revision }),
};
