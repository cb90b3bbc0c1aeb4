import type { PageKind } from '../page-kind.ts';

/** `/units/VN63-46/pci/2019`: one unit in the components of one release. */
export type ComponentsAddress = {
  page: 'components';
  of: string;
  index: string;
  period: string;
  edition: string | null;
  /** What the total is explained against: a period before, `median`, `leader` or a unit; null for the period before. */
  against: string | null;
};

export const components: PageKind<ComponentsAddress> = {
  parse: ([first, of, index, period = 'latest', ...rest], query) =>
    first === 'units' && of !== undefined && index !== undefined && rest.length === 0
      ? { page: 'components', of, index, period, edition: query.get('edition'), against: query.get('against') }
      : null,
  segments: ({ of, index, period }) => ['units', of, index, period],
  query: ({ edition, against }) => ({ edition, against }),
  unitOf: ({ of }) => of,
};
