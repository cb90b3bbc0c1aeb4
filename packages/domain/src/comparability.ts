import type { Comparison, Methodology } from './methodology.ts';

/** What may be said about one component across two methodologies. */
export type Verdict =
  | { verdict: 'comparable' }
  | { verdict: 'rank-only' | 'not-comparable'; reason_vi: string; reason_en: string };

/** What a comparison needs of a methodology; kept in every column of a series. */
export type Comparable = Pick<Methodology, 'methodology' | 'comparisons'>;

/**
 * An index that changed its methodology is a new instrument, unless the catalogue says of this component that the two
 * compare. What it says of the component by name goes before what it says of all.
 */
export const compareMethodologies = (
  later: Comparable,
  earlier: Pick<Comparable, 'methodology'>,
  component: string,
): Verdict => {
  if (later.methodology === earlier.methodology) return { verdict: 'comparable' };
  const found = comparisonOf(later, earlier, component);
  if (!found) {
    return {
      verdict: 'not-comparable',
      reason_vi: `Phương pháp thay đổi: ${earlier.methodology} → ${later.methodology}; chưa xác định được tính so sánh`,
      reason_en: `The methodology changed: ${earlier.methodology} → ${later.methodology}; comparability is not established`,
    };
  }
  const { verdict, reason_vi, reason_en } = found;
  return verdict === 'comparable' ? { verdict } : { verdict, reason_vi, reason_en };
};

/**
 * What the catalogue says of why a component compares across two methodologies: how it is known, and what was not checked.
 * Null within one methodology, and where the two do not compare.
 */
export const whyComparable = (
  later: Comparable,
  earlier: Pick<Comparable, 'methodology'>,
  component: string,
): Pick<Comparison, 'reason_vi' | 'reason_en'> | null => {
  if (later.methodology === earlier.methodology) return null;
  const found = comparisonOf(later, earlier, component);
  return found?.verdict === 'comparable' ? { reason_vi: found.reason_vi, reason_en: found.reason_en } : null;
};

const comparisonOf = (
  later: Comparable,
  earlier: Pick<Comparable, 'methodology'>,
  component: string,
): Comparison | undefined => {
  const about = later.comparisons.filter((comparison) => comparison.with === earlier.methodology);
  return (
    about.find(({ components }) => components?.includes(component)) ??
    about.find(({ components }) => components === null)
  );
};
