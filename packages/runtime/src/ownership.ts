import { ownsEverything, ownsUnit, ownsUnitSet } from '@chi-so/domain/ownership';
import { Problem } from './problem.ts';
import type { Request } from './request.ts';

/** What a token's claim `unit_sets` lets its bearer write: scopes say what may be done, this says to whose releases. */

type Asking = Pick<Request, 'caller'>;

/** The unit sets that the caller's token names; none where it names none. */
export const ownedBy = ({ caller }: Asking): readonly string[] => caller?.unitSets ?? [];

export const notYours = (owned: readonly string[], what: string): Problem => {
  const list = owned.join(', ');
  return new Problem(
    403,
    'not-your-release',
    {
      vi: `Mã truy cập không được dùng cho ${what}; được dùng cho: ${list || 'không tập đơn vị nào'}`,
      en: `The token does not extend to ${what}, but to: ${list || 'no unit set'}`,
    },
    { unit_sets: owned },
  );
};

/** @throws Problem 403 unless the set is one of the caller's. */
export const requireUnitSet = (request: Asking, unit_set: string): void => {
  if (!ownsUnitSet(ownedBy(request), unit_set)) throw notYours(ownedBy(request), unit_set);
};

/** A unit's plans are its province's. @throws Problem 403 unless the unit is one of the caller's. */
export const requireUnit = (request: Asking, unit: string): void => {
  if (!ownsUnit(ownedBy(request), unit)) throw notYours(ownedBy(request), unit);
};

/** What all share is changed by those who own everything. @throws Problem 403 for everybody else. */
export const requireEverything = (request: Asking, what: string): void => {
  if (!ownsEverything(ownedBy(request))) throw notYours(ownedBy(request), what);
};
