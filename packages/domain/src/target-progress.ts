import { compareMethodologies } from './comparability.ts';
import { comparePeriods } from './identity.ts';
import type { Reason, Status } from './score.ts';
import type { TargetKind, TargetRow } from './target-plan.ts';
import type { PointsLost } from './target-points.ts';
import { type Basis, figureOf, gapTo, type Standing, type StandingFigure } from './target-standing.ts';

/**
 * How far a target has come, from the rankings as they are published: nothing of it is stored. The rules are ours
 * (derived): no regulation says how the progress of such a plan is measured.
 */

/**
 * `met`: the figure of the plan's own period reaches the target. `on-the-way`: nearer than at the baseline, or reached in an
 * earlier period than the plan's. `behind`: known, and no nearer. `not-yet-known`: no figure tells.
 */
export const TARGET_STATES = ['met', 'on-the-way', 'behind', 'not-yet-known'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/** Why no share of the way is given. */
export const SHARE_REASONS = [
  'no-figure',
  'no-baseline',
  'same-period',
  'not-comparable',
  'rank-only',
  'other-basis',
  'no-way-to-go',
  'ordinal',
] as const;
export type ShareReason = (typeof SHARE_REASONS)[number];

export type TargetProgress = {
  baseline_period: string | null;
  baseline: number | string | null;
  actual_period: string | null;
  actual: number | string | null;
  /** SDMX status of the actual score, and why there is none. */
  actual_status: Status | null;
  actual_reason: Reason | null;
  /** Whether the publisher printed the figure or it is computed here. */
  actual_basis: Basis | null;
  baseline_basis: Basis | null;
  /** What the component has lost in the actual period, in points of the total; null where nobody can tell. */
  points_lost: number | null;
  /** How certain the weights are by which they are counted. */
  points_lost_weights: PointsLost['weights'] | null;
  /** What lacks: points, places, or steps of the ladder; 0 or less where the target is reached. */
  gap: number | null;
  /** Percent of the way from the baseline to the target, one decimal; below 0 where it went the other way. */
  share: number | null;
  share_reason: ShareReason | null;
  share_note_vi: string | null;
  share_note_en: string | null;
  state: TargetState;
  /** Whether the deadline had passed on the stated day and the target is not known to be met. */
  overdue: boolean;
};

/**
 * Which published periods tell of a plan, nearest first: those of the actual figure (the plan's own period or before it),
 * and those of the baseline (before it, or the one that the plan names).
 */
export const periodsOfPlan = (
  published: readonly string[],
  period: string,
  baseline_period: string | null,
): { actual: string[]; baseline: string[] } => {
  const latestFirst = [...published].sort((a, b) => comparePeriods(b, a));
  return {
    actual: latestFirst.filter((one) => comparePeriods(one, period) <= 0),
    baseline: latestFirst.filter((one) =>
      baseline_period === null ? comparePeriods(one, period) < 0 : one === baseline_period,
    ),
  };
};

/** Where the unit stands now and where it stood; null where nothing is published. */
export type Standings = { actual: Standing | null; baseline: Standing | null };

/** The progress of one row of a plan for `period`, as of a day (ISO 8601). */
export const progressOf = (
  row: Pick<TargetRow, 'target_kind' | 'target' | 'deadline' | 'component'>,
  { actual, baseline }: Standings,
  period: string,
  day: string,
): TargetProgress => {
  const figure = actual && figureOf(actual, row.target_kind);
  const before = baseline && figureOf(baseline, row.target_kind, figure?.basis);
  const shownBefore = before ?? (baseline && figureOf(baseline, row.target_kind));
  const gap = actual && figure ? gapTo(row, actual, figure) : null;
  const way = wayOf(row, { actual, baseline }, before, gap);
  const state = stateOf(gap, way, actual?.period === period);
  return {
    baseline_period: baseline?.period ?? null,
    baseline: shownBefore?.value ?? null,
    baseline_basis: shownBefore?.basis ?? null,
    actual_period: actual?.period ?? null,
    actual: figure?.value ?? null,
    actual_status: actual?.status ?? null,
    actual_reason: actual?.reason ?? null,
    actual_basis: figure?.basis ?? null,
    points_lost: actual?.lost?.points ?? null,
    points_lost_weights: actual?.lost?.weights ?? null,
    gap,
    share: way.share,
    share_reason: way.why,
    share_note_vi: way.vi,
    share_note_en: way.en,
    state,
    overdue: row.deadline !== null && row.deadline < day && state !== 'met',
  };
};

type Way = {
  share: number | null;
  /** Whether the figure is nearer to the target than the baseline was; null where the two may not be compared. */
  isNearer: boolean | null;
  why: ShareReason | null;
  vi: string | null;
  en: string | null;
};

const wayOf = (
  row: Pick<TargetRow, 'target_kind' | 'target' | 'component'>,
  { actual, baseline }: Standings,
  before: StandingFigure | null,
  gap: number | null,
): Way => {
  if (!actual || gap === null) return without('no-figure', 'Chưa có số liệu để so với chỉ tiêu', 'No figure tells');
  if (!baseline) {
    return without(
      'no-baseline',
      'Không có kỳ gốc nào được công bố trong cùng tập đơn vị',
      'No baseline is published over the same unit set',
    );
  }
  if (baseline.period === actual.period) {
    return without(
      'same-period',
      `Kỳ ${actual.period} là kỳ gốc; chưa có kỳ nào sau đó`,
      `${actual.period} is the baseline, and nothing after it is published`,
    );
  }
  const withheld = incomparable(row, actual, baseline);
  if (withheld) return withheld;
  if (!before) {
    return figureOf(baseline, row.target_kind)
      ? without(
          'other-basis',
          `Kỳ ${baseline.period} không có số liệu cùng loại (công bố hay tính lại)`,
          `${baseline.period} has no figure of the same kind (published or computed)`,
        )
      : without('no-baseline', `Kỳ gốc ${baseline.period} không có số liệu`, `${baseline.period} has no figure`);
  }
  const gapBefore = gapTo(row, baseline, before);
  if (gapBefore === null) return without('no-baseline', 'Kỳ gốc không có số liệu', 'The baseline has no figure');
  const isNearer = gap < gapBefore;
  if (row.target_kind === 'grade') {
    return {
      ...without('ordinal', 'Giữa các nhóm không có khoảng cách', 'There is no distance between grades'),
      isNearer,
    };
  }
  if (gapBefore <= 0) {
    return {
      ...without(
        'no-way-to-go',
        `Kỳ gốc ${baseline.period} đã đạt chỉ tiêu`,
        `The target was reached in ${baseline.period} already`,
      ),
      isNearer,
    };
  }
  return { share: inPercent(gapBefore - gap, gapBefore), isNearer, why: null, vi: null, en: null };
};

/** Scores need the same instrument; ranks and grades only that the two may be set side by side at all. */
const incomparable = (
  { target_kind, component }: { target_kind: TargetKind; component: string },
  actual: Standing,
  baseline: Standing,
): Way | null => {
  const verdict = compareMethodologies(actual, baseline, component);
  if (verdict.verdict === 'comparable') return null;
  if (verdict.verdict === 'rank-only' && target_kind !== 'score') return null;
  return without(verdict.verdict, verdict.reason_vi, verdict.reason_en);
};

const without = (why: ShareReason, vi: string, en: string): Way => ({ share: null, isNearer: null, why, vi, en });

const inPercent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;

const stateOf = (gap: number | null, { isNearer }: Way, isOfPlan: boolean): TargetState => {
  if (gap === null) return 'not-yet-known';
  if (gap <= 0) return isOfPlan ? 'met' : 'on-the-way';
  if (isNearer !== null) return isNearer ? 'on-the-way' : 'behind';
  // The plan's own period is the result; of an earlier one nothing follows by itself.
  return isOfPlan ? 'behind' : 'not-yet-known';
};
