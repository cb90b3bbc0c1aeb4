import type { Common, PageKind } from '../page-kind.ts';

/** `/units/VN63-46/pci/2019`: one unit in the components of one release. */
export type ComponentsAddress = {
  page: 'components';
  of: string;
  index: string;
  period: string;
  edition: string | null;
  /** What the total is explained against: a period before, `median`, `leader` or a unit; null for the period before. */
  against: string | null;
  /** What is to be reached: `next`, `rank:10`, `median`; null for the next rank. */
  target: string | null;
};

export const components: PageKind<ComponentsAddress> = {
  parse: ([first, of, index, period = 'latest', ...rest], query) =>
    first === 'units' && of !== undefined && index !== undefined && rest.length === 0
      ? {
          ...{ page: 'components', of, index, period },
          edition: query.get('edition'),
          against: query.get('against'),
          target: query.get('target'),
        }
      : null,
  segments: ({ of, index, period }) => ['units', of, index, period],
  query: ({ edition, against, target }) => ({ edition, against, target }),
  unitOf: ({ of }) => of,
};

/** A unit in the components of an index, seen by the same reader. */
export const componentsOf = (
  { lang, peers }: Common,
  of: string,
  index: string,
  period = 'latest',
): Common & ComponentsAddress => ({
  ...{ page: 'components', of, index, period, edition: null, against: null, target: null },
  ...{ lang, unit: of, peers },
});
