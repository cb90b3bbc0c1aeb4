import { isDay } from './day.ts';
import { type Finding, finding } from './finding.ts';
import { comparePeriods, monthsOf, PERIOD_PATTERN } from './identity.ts';
import type { PlacedTarget, TargetPlanHead } from './target-plan.ts';
import { targetSpot } from './target-spot.ts';

/** Days and periods of a plan: each is one that there is, and they come in the order in which plans are carried out. */

/**
 * A deadline before the plan was signed cannot be kept. Where the plan does not say when that was, one before the plan's
 * period is only a warning: some plans are carried out before the period that they are about.
 */
export const checkTargetDays = (
  { issued_on, baseline_period }: TargetPlanHead,
  rows: readonly PlacedTarget[],
  period: string,
): Finding[] => {
  const begins = firstDayOf(period);
  return [
    ...checkHead(issued_on, baseline_period, period),
    ...rows.flatMap((row) => {
      const { deadline } = row;
      if (deadline === null) return [];
      const spot = targetSpot(row, 'deadline');
      if (!isDay(deadline)) return [noDay('deadline', spot, deadline)];
      if (issued_on !== null && isDay(issued_on) && deadline < issued_on) {
        return [
          finding(
            'error',
            'deadline-before-plan',
            spot,
            `Thời hạn ${deadline} trước ngày ban hành kế hoạch ${issued_on}`,
            `The deadline ${deadline} is before the plan was issued on ${issued_on}`,
          ),
        ];
      }
      if (issued_on !== null || deadline >= begins) return [];
      return [
        finding(
          'warning',
          'deadline-before-period',
          spot,
          `Thời hạn ${deadline} trước kỳ ${period}`,
          `The deadline ${deadline} is before the period ${period}`,
        ),
      ];
    }),
  ];
};

const checkHead = (issued_on: string | null, baseline_period: string | null, period: string): Finding[] => {
  const baseline = { column: 'baseline_period', value: baseline_period };
  if (baseline_period !== null && !PERIOD_PATTERN.test(baseline_period)) {
    return [
      finding(
        'error',
        'period',
        baseline,
        `"${baseline_period}" không phải kỳ`,
        `"${baseline_period}" is not a period`,
      ),
    ];
  }
  return [
    ...(issued_on === null || isDay(issued_on)
      ? []
      : [noDay('issued_on', { column: 'issued_on', value: issued_on }, issued_on)]),
    ...(baseline_period === null || comparePeriods(baseline_period, period) < 0
      ? []
      : [
          finding(
            'error',
            'baseline-after-plan',
            baseline,
            `Kỳ gốc ${baseline_period} không trước kỳ ${period}`,
            `The baseline ${baseline_period} is not before ${period}`,
          ),
        ]),
  ];
};

const noDay = (field: string, spot: Parameters<typeof finding>[2], text: string): Finding =>
  finding(
    'error',
    'day',
    spot,
    `${field}: "${text}" không phải là ngày (2020-12-31 hoặc 31/12/2020)`,
    `${field}: "${text}" is not a day (2020-12-31 or 31/12/2020)`,
  );

const firstDayOf = (period: string): string => {
  const { first } = monthsOf(period);
  const month = first - 1;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
};
