import type { Lang } from '@chi-so/contract/ranking-response';
import { TOTAL } from '@chi-so/domain/identity';

/**
 * What the page shows, read from the URL and written to it: nothing that a reader sees is kept anywhere else. A new
 * page is one more member here, and one more line in `parse` and `pathOf`.
 */

/** The units of the reader: their own, and up to four beside it. Part of every address, so that a link shows the same. */
export type Chosen = { unit: string | null; peers: readonly string[] };

export type SortKey = 'rank' | 'name' | 'score' | 'change';
export type Sort = { key: SortKey; descending: boolean };

export type ChoiceAddress = { page: 'choice' };
export type OverviewAddress = { page: 'overview'; of: string };
export type RankingAddress = {
  page: 'ranking';
  index: string;
  period: string;
  set: string | null;
  edition: string | null;
  group: string | null;
  component: string;
  sort: Sort;
  find: string;
};
type MissingAddress = { page: 'missing'; path: string };

export type PageAddress = (ChoiceAddress | OverviewAddress | RankingAddress | MissingAddress) & {
  lang: Lang | null;
} & Chosen;

/** As many colours as can be told apart beside the reader's own. */
export const MOST_PEERS = 4;

const SORT_KEYS: readonly SortKey[] = ['rank', 'name', 'score', 'change'];
const BY_RANK: Sort = { key: 'rank', descending: false };

/** What a URL (path and query) shows. What it does not know, it leaves out; it never fails. */
export const parseAddress = (url: string): PageAddress => {
  const { pathname, searchParams: query } = new URL(url, 'https://page.invalid');
  const [first = '', ...rest] = pathname.split('/').slice(1).map(decoded);
  const common = {
    lang: langOf(query.get('lang')),
    unit: query.get('unit') || null,
    peers: listOf(query.get('peers')),
  };
  if (first === '' || (first === 'units' && !rest[0])) return { page: 'choice', ...common };
  if (first === 'units' && rest[0] && rest.length === 1) {
    return { page: 'overview', of: rest[0], ...common, unit: rest[0] };
  }
  if (first === 'rankings' && rest.length <= 2) {
    return {
      page: 'ranking',
      index: rest[0] || 'pci',
      period: rest[1] || 'latest',
      set: query.get('set'),
      edition: query.get('edition'),
      group: query.get('group'),
      component: query.get('component') ?? TOTAL,
      sort: sortOf(query.get('sort')),
      find: query.get('find') ?? '',
      ...common,
    };
  }
  return { page: 'missing', path: pathname, ...common };
};

/** The URL of what is shown: path and query, defaults left out, so that one thing has one address. */
export const formatAddress = (address: PageAddress): string => {
  const query = new URLSearchParams();
  const put = (name: string, value: string | null) => value && query.set(name, value);
  if (address.page === 'ranking') {
    put('set', address.set);
    put('edition', address.edition);
    put('group', address.group);
    put('component', address.component === TOTAL ? null : address.component);
    put('sort', sortText(address.sort));
    put('find', address.find);
  }
  if (address.page !== 'overview') put('unit', address.unit);
  put('peers', address.peers.join(','));
  put('lang', address.lang);
  const text = query.toString().replaceAll('%2C', ',');
  return pathOf(address) + (text && `?${text}`);
};

const pathOf = (address: PageAddress): string => {
  switch (address.page) {
    case 'choice':
      return '/units';
    case 'overview':
      return `/units/${encodeURIComponent(address.of)}`;
    case 'ranking':
      return `/rankings/${encodeURIComponent(address.index)}/${encodeURIComponent(address.period)}`;
    case 'missing':
      return address.path;
  }
};

/** The ranking of an index, seen by the same reader. */
export const rankingOf = (
  { lang, unit, peers }: Pick<PageAddress, 'lang' | 'unit' | 'peers'>,
  index: string,
  period = 'latest',
  set: string | null = null,
): PageAddress & RankingAddress => ({
  ...{ page: 'ranking', index, period, set, edition: null, group: null, component: TOTAL, sort: BY_RANK, find: '' },
  ...{ lang, unit, peers },
});

const sortOf = (text: string | null): Sort => {
  const key = SORT_KEYS.find((one) => one === text?.replace(/^-/, ''));
  return key ? { key, descending: text?.startsWith('-') ?? false } : BY_RANK;
};

const sortText = ({ key, descending }: Sort): string | null =>
  key === BY_RANK.key && !descending ? null : `${descending ? '-' : ''}${key}`;

const langOf = (text: string | null): Lang | null => (text === 'vi' || text === 'en' ? text : null);

const listOf = (text: string | null): string[] => [...new Set(text?.split(',').filter(Boolean))].slice(0, MOST_PEERS);

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
