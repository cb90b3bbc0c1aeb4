import type { PageKind } from '../page-kind.ts';

/** `/targets/VN63-46/2026`: the plan of one unit for one year; its newest version unless another is asked for. */
export type TargetsAddress = { page: 'targets'; of: string; period: string; version: string | null };

export const targets: PageKind<TargetsAddress> = {
  parse: ([first, of, period = 'latest', ...rest], query) =>
    first === 'targets' && of !== undefined && rest.length === 0
      ? { page: 'targets', of, period, version: query.get('version') }
      : null,
  segments: ({ of, period }) => ['targets', of, period],
  query: ({ version }) => ({ version }),
  unitOf: ({ of }) => of,
};

/** The plan of a unit, as it stands. */
export const targetsOf = (of: string, period = 'latest'): TargetsAddress => ({
  ...{ page: 'targets', of, period, version: null },
});
