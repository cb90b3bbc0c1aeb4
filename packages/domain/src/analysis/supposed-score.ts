import { TOTAL } from '../identity.ts';
import { nearest } from '../nearest.ts';
import { nearestUnit } from './nearest-unit.ts';
import { type ReleaseFigures, scaleOf, scoreOf } from './release-figures.ts';
import type { Weighing } from './weighing.ts';
import type { SupposedScore } from './what-if.ts';

/** Why a score cannot be supposed; with what was perhaps meant. */
export type SupposedFault = { suggestion: string | null; message_vi: string; message_en: string };

/**
 * Everything wrong with supposed scores: a unit or a component that is not there, one that the methodology does not
 * weigh, a value off the scale, a unit without the figures to start from, the same place twice.
 */
export const supposedFaults = (
  figures: ReleaseFigures,
  weighing: Weighing,
  supposed: readonly SupposedScore[],
): SupposedFault[] =>
  supposed.flatMap(
    (one, i) =>
      unitFault(figures, one) ??
      componentFault(figures, weighing, one) ??
      scaleFault(figures, weighing, one) ??
      figureFault(figures, one) ??
      twiceFault(one, supposed.slice(0, i)) ??
      [],
  );

const fault = (vi: string, en: string, suggestion: string | null = null): SupposedFault => ({
  suggestion,
  message_vi: suggestion ? `${vi}; có phải ${suggestion} không?` : vi,
  message_en: suggestion ? `${en}; did you mean ${suggestion}?` : en,
});

const unitFault = ({ units, release }: ReleaseFigures, { unit }: SupposedScore): SupposedFault | undefined => {
  const known = units.get(TOTAL);
  if (known?.has(unit)) return undefined;
  return fault(
    `Đợt công bố ${release.index} ${release.period} không có đơn vị "${unit}"`,
    `The release ${release.index} ${release.period} has no unit "${unit}"`,
    nearestUnit(unit, known?.values() ?? []),
  );
};

const componentFault = (
  { methodology }: ReleaseFigures,
  { components }: Weighing,
  { component }: SupposedScore,
): SupposedFault | undefined => {
  const weighed = components.map((one) => one.component.component);
  if (weighed.includes(component)) return undefined;
  const isKnown = methodology.components.some((one) => one.component === component);
  return isKnown
    ? fault(
        `${methodology.methodology} không tính trực tiếp "${component}" vào tổng điểm; có: ${weighed.join(', ')}`,
        `${methodology.methodology} does not weigh "${component}" in the total; it weighs: ${weighed.join(', ')}`,
      )
    : fault(
        `${methodology.methodology} không có chỉ số thành phần "${component}"`,
        `${methodology.methodology} has no component "${component}"`,
        nearest(component, weighed) ?? null,
      );
};

const scaleFault = (
  figures: ReleaseFigures,
  { components }: Weighing,
  { unit, component, value }: SupposedScore,
): SupposedFault | undefined => {
  const node = components.find((one) => one.component.component === component)?.component;
  const { minimum, maximum } = node ? scaleOf(figures, unit, node) : { minimum: null, maximum: null };
  if ((minimum === null || value >= minimum) && (maximum === null || value <= maximum)) return undefined;
  const scale = `${minimum ?? '…'}–${maximum ?? '…'}`;
  return fault(
    `${component} của ${unit} nằm trong thang ${scale}, không thể là ${value}`,
    `${component} of ${unit} is on a scale of ${scale} and cannot be ${value}`,
  );
};

/** A change starts from what is published: of a figure that is missing nobody knows how far it is. */
const figureFault = (figures: ReleaseFigures, { unit, component }: SupposedScore): SupposedFault | undefined => {
  const missing = [TOTAL, component].find((one) => scoreOf(figures, unit, one) === null);
  if (missing === undefined) return undefined;
  return fault(
    `${unit} không có điểm "${missing}" để tính từ đó: thiếu không phải là 0`,
    `${unit} has no score of "${missing}" to start from: missing is not zero`,
  );
};

const twiceFault = ({ unit, component }: SupposedScore, before: readonly SupposedScore[]): SupposedFault | undefined =>
  before.some((other) => other.unit === unit && other.component === component)
    ? fault(`${unit}:${component} có hai lần`, `${unit}:${component} is given twice`)
    : undefined;
