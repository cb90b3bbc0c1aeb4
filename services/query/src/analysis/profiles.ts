import type { Profile } from '@chi-so/domain/analysis/decomposition';
import { type ReleaseFigures, scoreOf } from '@chi-so/domain/analysis/release-figures';
import { TOTAL } from '@chi-so/domain/identity';
import { Problem } from '@chi-so/runtime/problem';

/** A unit's scores in a release. */
export const profileOf =
  (figures: ReleaseFigures, unit: string): Profile =>
  (component) =>
    scoreOf(figures, unit, component);

/** The totals of both. @throws Problem where one of the two totals is missing. */
export const totalsOf = (own: Profile, reference: Profile) => {
  const totals = { score: own(TOTAL), reference: reference(TOTAL) };
  if (totals.score !== null && totals.reference !== null) return totals;
  throw new Problem(422, 'no-figures', {
    vi: 'Không có tổng điểm của cả hai bên nên không tách được: thiếu không phải là 0',
    en: 'One of the two has no total, so there is nothing to take apart: missing is not zero',
  });
};
