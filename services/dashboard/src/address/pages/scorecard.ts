import { provinceOf, TOTAL, unitSetOf } from '@chi-so/domain/identity';
import type { PageKind } from '../page-kind.ts';

/** `/cchc/VN63-46/2020`: the units inside one province, as its decision announced them. */
export type ScorecardAddress = {
  page: 'scorecard';
  of: string;
  period: string;
  set: string | null;
  edition: string | null;
  component: string;
  /** The unit whose line is open. */
  open: string | null;
};

export const scorecard: PageKind<ScorecardAddress> = {
  parse: ([first, of, period = 'latest', ...rest], query) =>
    first === 'cchc' && of !== undefined && rest.length === 0
      ? {
          ...{ page: 'scorecard', of, period, set: query.get('set'), edition: query.get('edition') },
          ...{ component: query.get('component') ?? TOTAL, open: query.get('open') },
        }
      : null,
  segments: ({ of, period }) => ['cchc', of, period],
  query: ({ set, edition, component, open }) => ({
    ...{ set, edition, open },
    component: component === TOTAL ? null : component,
  }),
  unitOf: ({ of }) => of,
};

/** The scorecard of a unit's province, with the unit's own line open where it is one inside it. */
export const scorecardOf = (unit: string, period = 'latest'): ScorecardAddress => ({
  ...{ page: 'scorecard', of: provinceOfUnit(unit), period, set: null, edition: null, component: TOTAL },
  open: isInside(unit) ? unit : null,
});

const isInside = (unit: string): boolean => unit.includes('.');

/** The province that a unit is, or lies in. */
export const provinceOfUnit = (unit: string): string => (isInside(unit) ? (provinceOf(unitSetOf(unit)) ?? unit) : unit);
