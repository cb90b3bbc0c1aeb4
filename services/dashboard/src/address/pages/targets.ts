import type { PageKind } from '../page-kind.ts';

/** `/targets/VN63-46/2026`: the plan of one unit for one year. */
export type TargetsAddress = { page: 'targets'; of: string; period: string };

export const targets: PageKind<TargetsAddress> = {
  parse: ([first, of, period = 'latest', ...rest]) =>
    first === 'targets' && of !== undefined && rest.length === 0 ? { page: 'targets', of, period } : null,
  segments: ({ of, period }) => ['targets', of, period],
  unitOf: ({ of }) => of,
};
