import { type Finding, finding } from '../finding.ts';
import { comparePeriods, TOTAL } from '../identity.ts';
import { columnsOf, scoredRows } from './columns.ts';
import type { GateContext } from './context.ts';
import { namesIn } from './names.ts';
import { isSame, precisionOf } from './precision.ts';

/**
 * Last year's table under this year's name (derived rule). Scores are measured anew every period: over every pair of the
 * shipped releases no component has more than one figure in seven in common. So a component that repeats most of another
 * period's figures was copied. Repeated points of a criterion that has only a few possible
 * values prove nothing, so the repeated figures must mostly differ from unit to unit.
 *
 * An error; where one component of several repeats and the others do not, a warning, since a publisher may carry one
 * measurement over.
 */

/** Share of the common units whose figures repeat. */
const MOST = 0.6;
const FEWEST = 5;

export const stale = (context: GateContext): Finding[] => {
  const columns = columnsOf(context.file);
  return [...context.others]
    .sort((a, b) => comparePeriods(a.period, b.period))
    .flatMap(({ period, scores }) => {
      const compared = [...columns].flatMap(([component, column]) => {
        const other = scores.get(component);
        return other ? repetition(component, column, other) : [];
      });
      const repeated = compared.filter(({ isRepeated }) => isRepeated);
      return repeated.length === 0 ? [] : [repeats(context, period, repeated, compared.length)];
    });
};

type Repetition = { component: string; same: number; common: number; isRepeated: boolean };

/** How many figures of a component repeat; nothing where too few units are in both. */
const repetition = (
  component: string,
  column: Parameters<typeof scoredRows>[0],
  other: ReadonlyMap<string, number | null>,
): Repetition[] => {
  const pairs = scoredRows(column).flatMap(({ unit, score }) => {
    const before = other.get(unit) ?? null;
    return before === null ? [] : [{ score, before }];
  });
  if (pairs.length < FEWEST) return [];
  const precisions = [
    precisionOf(pairs.map(({ score }) => score)),
    precisionOf(pairs.map(({ before }) => before)),
  ] as const;
  const same = pairs.filter(({ score, before }) => isSame(score, before, precisions));
  const different = new Set(same.map(({ score }) => score)).size;
  const isRepeated = same.length >= pairs.length * MOST && different >= Math.max(3, same.length / 2);
  return [{ component, same: same.length, common: pairs.length, isRepeated }];
};

const repeats = (context: GateContext, period: string, repeated: readonly Repetition[], compared: number): Finding => {
  const isOneOfMany = repeated.length === 1 && compared > 1 && repeated[0]?.component !== TOTAL;
  const name = namesIn(context).component;
  const list = (lang: 'vi' | 'en') =>
    repeated.map(({ component, same, common }) => `${name(component)[lang]} (${same}/${common})`).join(', ');
  return finding(
    isOneOfMany ? 'warning' : 'error',
    'stale',
    { column: repeated.length === 1 ? (repeated[0]?.component ?? null) : null, value: period },
    `Điểm trùng với kỳ ${period} đã công bố: ${list('vi')}. Có lẽ đây là bảng của kỳ ${period}`,
    `Scores repeat those published for ${period}: ${list('en')}. This is probably the table of ${period}`,
  );
};
