import type { PageKind } from '../page-kind.ts';

/** `/cchc/VN63-46/2020`: the units inside one province, as its decision announced them. */
export type ScorecardAddress = { page: 'scorecard'; of: string; period: string };

export const scorecard: PageKind<ScorecardAddress> = {
  parse: ([first, of, period = 'latest', ...rest]) =>
    first === 'cchc' && of !== undefined && rest.length === 0 ? { page: 'scorecard', of, period } : null,
  segments: ({ of, period }) => ['cchc', of, period],
  unitOf: ({ of }) => of,
};
