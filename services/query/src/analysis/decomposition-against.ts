import type { Analysed } from '@chi-so/contract/analysis/analysis-meta';
import type { DecompositionParts } from '@chi-so/contract/analysis/decomposition-response';
import { type Against, besideReference, medianIn } from '@chi-so/domain/analysis/compared-total';
import type { ReleaseFigures } from '@chi-so/domain/analysis/release-figures';
import { releaseName, TOTAL } from '@chi-so/domain/identity';
import { Problem } from '@chi-so/runtime/problem';
import type { ReadRelease } from './analysed-release.ts';
import { askedUnit, requireUnit, setOfUnit } from './asked-unit.ts';
import { knownWeights } from './known-weights.ts';
import { requireTotals } from './required-totals.ts';
import { notComparable } from './two-periods.ts';

/** Against another unit of the same release, the leader of the group, or the medians of the group. */
export const fromReference = (
  { methodology, total }: ReadRelease,
  { figures, degraded }: Analysed,
  unit: string,
  asked: string,
): DecompositionParts => {
  const weighing = knownWeights(methodology);
  const against = referenceOf(figures, asked);
  if (against.unit !== null) requireUnit(total, 'against', against.unit);
  const compared = besideReference(figures, weighing, unit, against);
  requireTotals(compared);
  return { ...compared, degraded };
};

const referenceOf = (figures: ReleaseFigures, asked: string): Against => {
  const { period, unit_set } = figures.release;
  if (asked === 'median') {
    requireMedian(figures);
    return { kind: 'median', period, unit: null };
  }
  if (asked !== 'leader') {
    setOfReference(asked, unit_set);
    return { kind: 'unit', period, unit: asked };
  }
  const [leader] = figures.group.places;
  if (leader?.rank === 1) return { kind: 'leader', period, unit: leader.unit };
  throw new Problem(422, 'no-figures', {
    vi: `Không xếp hạng được khối ${figures.group.group} nên không có đơn vị dẫn đầu`,
    en: `Nobody in the group ${figures.group.group} can be ranked, so there is no leader`,
  });
};

/** @throws Problem where the release shows only some units: their median is not that of all. */
const requireMedian = (figures: ReleaseFigures): void => {
  const { release } = figures;
  if (medianIn(figures, TOTAL).why !== 'partial') return;
  throw new Problem(422, 'no-figures', {
    vi: `${releaseName(release)} chỉ có điểm của một số đơn vị nên không có trung vị`,
    en: `${releaseName(release)} shows only some units, so there is no median`,
  });
};

const setOfReference = (unit: string, own: string): void => {
  const set = setOfUnit(askedUnit(unit), undefined);
  if (set === own) return;
  throw notComparable({
    reason_vi: `Khác tập đơn vị: ${unit} thuộc ${set}, không thuộc ${own}`,
    reason_en: `Another unit set: ${unit} is of ${set}, not of ${own}`,
  });
};
