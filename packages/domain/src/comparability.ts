import type { Methodology } from './methodology.ts';

/** Whether figures made by two methodologies may be subtracted. */
export type Verdict = { comparable: true } | { comparable: false; reason_vi: string; reason_en: string };

type Compared = Pick<Methodology, 'methodology' | 'comparable_with' | 'break_vi' | 'break_en'>;

/** An index that changed its methodology is a new instrument, unless the catalogue says that the two compare. */
export const compareMethodologies = (later: Compared, earlier: Pick<Compared, 'methodology'>): Verdict => {
  if (later.methodology === earlier.methodology || later.comparable_with.includes(earlier.methodology)) {
    return { comparable: true };
  }
  return {
    comparable: false,
    reason_vi: later.break_vi ?? `Phương pháp thay đổi: ${earlier.methodology} → ${later.methodology}`,
    reason_en: later.break_en ?? `The methodology changed: ${earlier.methodology} → ${later.methodology}`,
  };
};
