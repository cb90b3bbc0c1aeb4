import { type Weighing, weighingOf } from '@chi-so/domain/analysis/weighing';
import type { Methodology } from '@chi-so/domain/methodology';
import { Problem } from '@chi-so/runtime/problem';

/** How the components make the total. @throws Problem where the catalogue does not know, with what it says of it. */
export const knownWeights = (methodology: Methodology): Weighing => {
  const weighing = weighingOf(methodology);
  if (weighing) return weighing;
  const { source } = methodology.facts.weights;
  throw new Problem(
    422,
    'weights-unknown',
    {
      vi: `Chưa biết các chỉ số thành phần của ${methodology.methodology} hợp thành tổng điểm thế nào: ${source}`,
      en: `It is not known how the components of ${methodology.methodology} make the total: ${source}`,
    },
    { reason: source },
  );
};
