import { TOTAL } from '@chi-so/domain/identity';
import type { Common, PageKind } from '../page-kind.ts';

export type SortKey = 'rank' | 'name' | 'score' | 'change';
export type Sort = { key: SortKey; descending: boolean };

/** `/rankings/pci/2019`: everybody in one component of one release. */
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
  /** How the country is drawn. */
  map: 'tiles' | 'outlines';
  /** Whether units are joined that other weights would not tell apart. */
  isJoined: boolean;
};

const SORT_KEYS: readonly SortKey[] = ['rank', 'name', 'score', 'change'];
const BY_RANK: Sort = { key: 'rank', descending: false };

export const ranking: PageKind<RankingAddress> = {
  parse: ([first, index = 'pci', period = 'latest', ...rest], query) =>
    first !== 'rankings' || rest.length > 0
      ? null
      : {
          page: 'ranking',
          index,
          period,
          set: query.get('set'),
          edition: query.get('edition'),
          group: query.get('group'),
          component: query.get('component') ?? TOTAL,
          sort: sortOf(query.get('sort')),
          find: query.get('find') ?? '',
          map: query.get('map') === 'outlines' ? 'outlines' : 'tiles',
          isJoined: query.get('joined') === 'weights',
        },
  segments: ({ index, period }) => ['rankings', index, period],
  query: ({ set, edition, group, component, sort, find, map, isJoined }) => ({
    ...{ set, edition, group },
    component: component === TOTAL ? null : component,
    sort: sortText(sort),
    find,
    map: map === 'tiles' ? null : map,
    joined: isJoined ? 'weights' : null,
  }),
};

/** The ranking of an index, seen by the same reader. */
export const rankingOf = (
  { lang, unit, peers }: Common,
  index: string,
  period = 'latest',
  set: string | null = null,
): Common & RankingAddress => ({
  ...{ page: 'ranking', index, period, set, edition: null, group: null, component: TOTAL, sort: BY_RANK, find: '' },
  ...{ map: 'tiles', isJoined: false },
  ...{ lang, unit, peers },
});

const sortOf = (text: string | null): Sort => {
  const key = SORT_KEYS.find((one) => one === text?.replace(/^-/, ''));
  return key ? { key, descending: text?.startsWith('-') ?? false } : BY_RANK;
};

const sortText = ({ key, descending }: Sort): string | null =>
  key === BY_RANK.key && !descending ? null : `${descending ? '-' : ''}${key}`;
