import type { PageKind } from '../page-kind.ts';

/** `/units/VN63-46`: one unit in every index. */
export type OverviewAddress = { page: 'overview'; of: string };

export const overview: PageKind<OverviewAddress> = {
  parse: ([first, of, ...rest]) =>
    first === 'units' && of !== undefined && rest.length === 0 ? { page: 'overview', of } : null,
  segments: ({ of }) => ['units', of],
  unitOf: ({ of }) => of,
};
