import { type Finding, finding } from '@chi-so/domain/finding';
import type { UnitSet } from '@chi-so/domain/unit-set';
import { yearsIn } from './words.ts';

/** What a file tells of its period and its population. Where the signs disagree, the finding says so. */

export type PeriodEvidence = {
  said: string | undefined;
  fileName: string;
  sheets: readonly string[];
  texts: readonly string[];
};

/** The period, or null where the signs are none or too many. */
export const periodOf = ({
  said,
  fileName,
  sheets,
  texts,
}: PeriodEvidence): { period: string | null; findings: Finding[] } => {
  const named = only(yearsIn(fileName));
  const titled = only(sheets.flatMap(yearsIn));
  const written = only(texts.flatMap(yearsIn));
  const period = said ?? named ?? titled ?? written ?? null;
  if (period === null) return { period, findings: [] };
  const others = [...new Set([named, titled, written])].filter(
    (year) => year !== undefined && year !== period.slice(0, 4),
  );
  return {
    period,
    findings: others.map((year) =>
      finding(
        'warning',
        'period-evidence',
        { value: year as string },
        `Tệp cũng ghi năm ${year}; đang được đọc là kỳ ${period}`,
        `The file also says ${year}; it is read as period ${period}`,
      ),
    ),
  };
};

const only = (years: readonly string[]): string | undefined => {
  const different = new Set(years);
  return different.size === 1 ? [...different][0] : undefined;
};

/** A release comes out in the year after its period, about the units of either. */
const isInForce = ({ valid_from, valid_to }: UnitSet, period: string): boolean => {
  const year = Number(period.slice(0, 4));
  return (valid_from ?? '') <= `${year + 1}-12-31` && (valid_to ?? '9999') >= `${year}-01-01`;
};

const isInForceOn = ({ valid_from, valid_to }: UnitSet, day: string): boolean =>
  (valid_from ?? '') <= day && (valid_to ?? '9999') >= day;

/** Nearly every unit of the population. */
const WHOLE = 0.95;

/**
 * The population that a table is about: of those that know all its names, the one that is listed whole; else the one in
 * force when the period ended. Undefined where that leaves none or several.
 */
export const unitSetOfNames = (
  candidates: readonly { unitSet: UnitSet; found: number }[],
  period: string,
): UnitSet | undefined => {
  const inForce = candidates.filter(({ unitSet, found }) => found > 0 && isInForce(unitSet, period));
  const most = Math.max(0, ...inForce.map(({ found }) => found));
  const knowing = inForce.filter(({ found }) => found === most);
  const whole = knowing.filter(({ unitSet, found }) => found >= unitSet.units.length * WHOLE);
  const lastDay = `${period.slice(0, 4)}-12-31`;
  if (whole.length > 0) {
    // A table that leaves somebody out is still about those who were there: PCI 2007 without Hà Tây.
    const then = whole.filter(({ unitSet }) => isInForceOn(unitSet, lastDay));
    return (then.length > 0 ? then : whole).sort((a, b) => a.unitSet.units.length - b.unitSet.units.length)[0]?.unitSet;
  }
  if (knowing.length === 1) return knowing[0]?.unitSet;
  const then = knowing.filter(({ unitSet }) => isInForceOn(unitSet, lastDay));
  return then.length === 1 ? then[0]?.unitSet : undefined;
};
