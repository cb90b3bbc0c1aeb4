import type { ComparedTotal } from '@chi-so/domain/analysis/compared-total';
import { Problem } from '@chi-so/runtime/problem';

/** @throws Problem where the totals are compared and one of the two is missing. */
export const requireTotals = ({ totals }: ComparedTotal): void => {
  if (totals === null || (totals.score !== null && totals.reference !== null)) return;
  throw new Problem(422, 'no-figures', {
    vi: 'Không có tổng điểm của cả hai bên nên không tách được: thiếu không phải là 0',
    en: 'One of the two has no total, so there is nothing to take apart: missing is not zero',
  });
};
