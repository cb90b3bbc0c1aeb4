import { PERIOD_PATTERN, unitSetOf } from '@chi-so/domain/identity';
import type { PinnedUnitSet, Unit } from '@chi-so/domain/unit-set';
import type { Request } from '@chi-so/runtime/http';
import { requireUnit } from '@chi-so/runtime/ownership';
import { invalidParameter, notFound } from '@chi-so/runtime/problem';
import type { Catalogue } from '../catalogue-reader.ts';

/** The unit whose plans are asked for, with the set that it is of. */
export type PlannedUnit = { unit: Unit; unitSet: PinnedUnitSet };

/**
 * The unit that the path names. Whose it is is asked before whether it is there.
 *
 * @throws Problem 403 for a unit of somebody else, 404 for one that does not exist.
 */
export const plannedUnit = async (catalogue: Catalogue, request: Request): Promise<PlannedUnit> => {
  const id = request.path.unit ?? '';
  requireUnit(request, id);
  const isId = /^[^#\s]{1,120}$/u.test(id) && (id.includes('.') || id.includes('-'));
  const unitSet = isId ? await catalogue.unitSet(unitSetOf(id)) : undefined;
  const unit = unitSet?.units.find((one) => one.unit === id);
  if (unitSet && unit) return { unit, unitSet };
  throw notFound(
    `Không có đơn vị "${id}"; tra tên ở /v1/units/resolve`,
    `There is no unit "${id}"; look names up at /v1/units/resolve`,
  );
};

/** The period of a plan. @throws Problem 400 where it is none. */
export const periodOf = (text: string): string => {
  if (PERIOD_PATTERN.test(text)) return text;
  throw invalidParameter(
    'period',
    `"${text}" không phải kỳ: hãy dùng 2019, 2025-H1 hoặc 2025-Q3`,
    `"${text}" is not a period: use 2019, 2025-H1 or 2025-Q3`,
  );
};
