import type { Layout } from '@chi-so/domain/layout';
import type { Methodology } from '@chi-so/domain/methodology';
import { ownsRelease } from '@chi-so/domain/ownership';
import type { UnitSet } from '@chi-so/domain/unit-set';
import type { Request } from '@chi-so/runtime/http';
import { notYours, ownedBy, requireEverything, requireUnitSet } from '@chi-so/runtime/ownership';
import { getIndex, getLayout, getMethodology } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';

/** What of the catalogue is a province's own: the sets of its units, and how it scores them. All else is everybody's. */

/**
 * A methodology for one set is of that set's province, as is the one that it takes the place of. One for every set is
 * nobody's. @throws Problem 403
 */
export const requireOwnMethodology = async (
  records: Table,
  request: Request,
  { index, methodology, unit_set }: Methodology,
): Promise<void> => {
  const owned = ownedBy(request);
  if (unit_set === null) return requireEverything(request, `${index}/${methodology}`);
  requireUnitSet(request, unit_set);
  const [known, before] = await Promise.all([getIndex(records, index), getMethodology(records, index, methodology)]);
  if (!ownsRelease(owned, known?.level, unit_set)) throw notYours(owned, `${index}/${unit_set}`);
  if (before?.unit_set === null) requireEverything(request, `${index}/${methodology}`);
  if (before?.unit_set) requireUnitSet(request, before.unit_set);
};

/**
 * A layout for one set is of that set's province, as is the one that it takes the place of; with one for everybody every
 * file is compared. Answers the version that it takes the place of, 0 where there is none. @throws Problem 403
 */
export const requireOwnLayout = async (
  records: Table,
  request: Request,
  { index, layout, unit_set }: Layout,
): Promise<number> => {
  const owned = ownedBy(request);
  if (unit_set === undefined) requireEverything(request, `${index}/${layout}`);
  const [known, before] = await Promise.all([getIndex(records, index), getLayout(records, index, layout)]);
  if (unit_set !== undefined && !ownsRelease(owned, known?.level, unit_set)) {
    throw notYours(owned, `${index}/${unit_set}`);
  }
  if (before && before.unit_set === undefined) requireEverything(request, `${index}/${layout}`);
  if (before?.unit_set !== undefined) requireUnitSet(request, before.unit_set);
  return before?.version ?? 0;
};

/** A set is of the province whose units it lists: of the one that it names as its parent too. @throws Problem 403 */
export const requireOwnSet = (request: Request, { unit_set, parent }: Pick<UnitSet, 'unit_set' | 'parent'>): void => {
  requireUnitSet(request, unit_set);
  if (parent === null) requireEverything(request, unit_set);
  else requireUnitSet(request, parent);
};
