import { TOTAL } from '@chi-so/domain/identity';
import type { Common, PageKind } from '../page-kind.ts';

/** `/trends/pci`: the reader's units in one index over the periods. */
export type TrendAddress = {
  page: 'trend';
  index: string;
  component: string;
  edition: string | null;
  /** The unit set that figures are carried to; null for as published. */
  basis: string | null;
};

export const trend: PageKind<TrendAddress> = {
  parse: ([first, index = 'pci', ...rest], query) =>
    first !== 'trends' || rest.length > 0
      ? null
      : {
          page: 'trend',
          index,
          component: query.get('component') ?? TOTAL,
          edition: query.get('edition'),
          basis: basisOf(query.get('basis')),
        },
  segments: ({ index }) => ['trends', index],
  query: ({ component, edition, basis }) => ({ component: component === TOTAL ? null : component, edition, basis }),
};

/** What the API calls no basis is none here, so that one thing has one address. */
const basisOf = (text: string | null): string | null => (text === 'as_published' ? null : text);

/** The trend of an index, or of one component of it, seen by the same reader. */
export const trendOf = ({ lang, unit, peers }: Common, index: string, component = TOTAL): Common & TrendAddress => ({
  ...{ page: 'trend', index, component, edition: null, basis: null },
  ...{ lang, unit, peers },
});
