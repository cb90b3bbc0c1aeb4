import { type Finding, finding } from '../finding.ts';
import { PERIOD_PATTERN } from '../identity.ts';
import { isUsedFor, type Methodology } from '../methodology.ts';
import type { ReleaseFile } from '../release-file.ts';

/** The methodology is one for this release: of its time, and of its unit set. */

export const checkPeriod = ({ release: { period } }: ReleaseFile, methodology: Methodology): Finding[] => {
  if (!PERIOD_PATTERN.test(period)) {
    return [
      finding('error', 'period', { value: period }, `Kỳ "${period}" không hợp lệ`, `"${period}" is not a period`),
    ];
  }
  const { period_from: from, period_to: to, methodology: id } = methodology;
  if (isUsedFor(methodology, period)) return [];
  return [
    finding(
      'error',
      'methodology-period',
      { column: 'methodology', value: id },
      `Phương pháp ${id} áp dụng cho ${from}–${to ?? 'nay'}, không phải ${period}`,
      `Methodology ${id} applies to ${from}–${to ?? 'now'}, not to ${period}`,
    ),
  ];
};

/** A province's own methodology is for its own units. */
export const checkUnitSet = ({ release }: ReleaseFile, { methodology, unit_set }: Methodology): Finding[] =>
  unit_set === null || unit_set === release.unit_set
    ? []
    : [
        finding(
          'error',
          'methodology-unit-set',
          { column: 'methodology', value: methodology },
          `Phương pháp ${methodology} là của ${unit_set}, không phải ${release.unit_set}`,
          `Methodology ${methodology} is for ${unit_set}, not for ${release.unit_set}`,
        ),
      ];
