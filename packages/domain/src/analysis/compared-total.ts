import { compareMethodologies, whyComparable } from '../comparability.ts';
import { decimalsOf } from '../decimal.ts';
import { inexact } from '../exact-decimal.ts';
import { BINARY_NOISE, halfUnit } from '../gates/precision.ts';
import { TOTAL } from '../identity.ts';
import { type GroupMedian, groupMedian } from '../median.ts';
import type { Component } from '../methodology.ts';
import { type Decomposition, decompose, type Profile } from './decomposition.ts';
import { type RankChange, rankChange } from './rank-change.ts';
import { membersOf, type ReleaseFigures, scoreOf } from './release-figures.ts';
import type { Weighing } from './weighing.ts';

/** A unit's total beside another one, taken apart as far as the two compare. */

/** What a total is compared with: itself in an earlier period, or another one of the same release. */
export type Against = { kind: 'period' | 'unit' | 'median' | 'leader'; period: string; unit: string | null };

/** Why figures compare or do not, as the catalogue says it. */
export type Reason = { reason_vi: string; reason_en: string };

/** A component of the total that is not compared, and why. */
export type NotCompared = Reason & { component: Component };

export type ComparedTotal = {
  figures: ReleaseFigures;
  /** The earlier period; null where the comparison is within one. */
  before: ReleaseFigures | null;
  unit: string;
  against: Against;
  weighing: Weighing;
  decomposition: Decomposition;
  /** The two totals; null where they do not compare, though some components do. */
  totals: { score: number | null; reference: number | null } | null;
  /** Of how many totals the reference is the median; null where it is none. */
  medianOf: number | null;
  /** Why the totals do not compare; null where they do. */
  whyNoTotal: Reason | null;
  notCompared: NotCompared[];
  /** Why components are compared across two methodologies. */
  because: Reason[];
  rank: RankChange | null;
  /** The most that rounding of the printed figures may leave as a residual, in points of the total. */
  rounding: number;
};

/** Against the unit itself in an earlier period of the same unit set, both ranked in the same group. */
export const sinceEarlier = (
  before: ReleaseFigures,
  figures: ReleaseFigures,
  weighing: Weighing,
  unit: string,
): ComparedTotal => {
  const [later, earlier] = [figures.methodology, before.methodology];
  const verdict = compareMethodologies(later, earlier, TOTAL);
  const isWhole = verdict.verdict === 'comparable';
  const judged = weighing.components.map((weighed) => ({
    weighed,
    verdict: compareMethodologies(later, earlier, weighed.component.component),
  }));
  const components = judged.flatMap(({ weighed, verdict }) => (verdict.verdict === 'comparable' ? [weighed] : []));
  const [own, reference] = [profileOf(figures, unit), profileOf(before, unit)];
  return {
    figures,
    before,
    unit,
    against: { kind: 'period', period: before.release.period, unit: null },
    weighing,
    decomposition: decompose({ ...weighing, components }, TOTAL, own, reference),
    totals: isWhole ? { score: own(TOTAL), reference: reference(TOTAL) } : null,
    medianOf: null,
    whyNoTotal: isWhole ? null : verdict,
    notCompared: judged.flatMap(({ weighed: { component }, verdict }): NotCompared[] =>
      verdict.verdict === 'comparable' ? [] : [{ component, ...verdict }],
    ),
    because: components.flatMap(({ component }) => whyComparable(later, earlier, component.component) ?? []),
    rank: isWhole ? rankChange(before, figures, unit) : null,
    rounding: roundingOf(figures, weighing, own(TOTAL)) + roundingOf(before, weighing, reference(TOTAL)),
  };
};

/** Against another unit of the release, or (where it names none) the medians of the group, where there are any. */
export const besideReference = (
  figures: ReleaseFigures,
  weighing: Weighing,
  unit: string,
  against: Against,
): ComparedTotal => {
  const own = profileOf(figures, unit);
  const reference =
    against.unit === null
      ? (component: string) => medianIn(figures, component).median
      : profileOf(figures, against.unit);
  return {
    figures,
    before: null,
    unit,
    against,
    weighing,
    decomposition: decompose(weighing, TOTAL, own, reference),
    totals: { score: own(TOTAL), reference: reference(TOTAL) },
    medianOf: against.unit === null ? medianIn(figures, TOTAL).of : null,
    whyNoTotal: null,
    notCompared: [],
    because: [],
    rank: null,
    rounding: roundingOf(figures, weighing, own(TOTAL)) + roundingOf(figures, weighing, reference(TOTAL)),
  };
};

const profileOf =
  (figures: ReleaseFigures, unit: string): Profile =>
  (component) =>
    scoreOf(figures, unit, component);

/** The median of a component in the group that is analysed. */
export const medianIn = (figures: ReleaseFigures, component: string): GroupMedian => {
  const known = figures.units.get(component);
  const extent = figures.documents.get(component)?.extent ?? 'partial';
  return groupMedian(
    membersOf(figures).flatMap((member) => known?.get(member) ?? []),
    extent,
  );
};

/** How far a total may be from Σ coefficient × component where each was rounded to its last printed decimal. */
const roundingOf = (figures: ReleaseFigures, { components }: Weighing, total: number | null): number =>
  components.reduce(
    (sum, { component, coefficient }) =>
      sum + Math.abs(inexact(coefficient)) * halfUnit(decimalsIn(figures, component.component)),
    halfUnit(decimalsIn(figures, TOTAL)) + BINARY_NOISE * Math.abs(total ?? 0),
  );

/** The decimals that a component is printed with: those of the finest score, since a last zero is lost in a number. */
export const decimalsIn = ({ units }: ReleaseFigures, component: string): number => {
  const scores = units.get(component);
  if (!scores) return 0;
  const known = decimals.get(scores);
  if (known !== undefined) return known;
  const finest = Math.max(0, ...[...scores.values()].map(({ score }) => decimalsOf(score ?? 0)));
  decimals.set(scores, finest);
  return finest;
};

/** Found once for each list, however many of its units are compared. */
const decimals = new WeakMap<ReadonlyMap<string, unknown>, number>();
