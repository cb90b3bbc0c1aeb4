import { type Comparable, compareMethodologies } from '@chi-so/domain/comparability';
import { comparePeriods, PERIOD_PATTERN } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { invalidParameter, Problem } from '@chi-so/runtime/problem';
import type { Wanted } from '@chi-so/storage/rankings';
import { listReleases } from '@chi-so/storage/releases';
import type { Tables } from '../tables.ts';

/** An earlier and a later period of one index, and why they may not be compared. */

/** The earlier period: that which is asked for, or the nearest that was published before. */
export const periodBefore = ({ period, changes }: RankingDocument, from: string | undefined): string => {
  if (from === undefined) {
    if (changes.against) return changes.against;
    throw new Problem(422, 'no-figures', {
      vi: `Trước ${period} không có kỳ nào đã công bố cho tập đơn vị này`,
      en: `No period before ${period} is published for this unit set`,
    });
  }
  if (!PERIOD_PATTERN.test(from)) {
    throw invalidParameter(
      'from',
      `from phải là năm hoặc kỳ (2019, 2025-H1), không phải "${from}"`,
      `from must be a year or a period (2019, 2025-H1), not "${from}"`,
    );
  }
  if (comparePeriods(from, period) < 0) return from;
  throw invalidParameter('from', `from=${from} không trước ${period}`, `from=${from} is not before ${period}`);
};

export const notComparable = ({ reason_vi, reason_en }: { reason_vi: string; reason_en: string }): Problem =>
  new Problem(422, 'not-comparable', { vi: reason_vi, en: reason_en });

/** What is read of the earlier period. @throws Problem `not-comparable` where it is only of another unit set. */
export const ofSameUnits = async <T>({ records }: Tables, wanted: Wanted, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
    const others = await listReleases(records, wanted.index, wanted.period);
    const sets = [...new Set(others.map(({ unit_set }) => unit_set))].filter((set) => set !== wanted.unit_set);
    if (sets.length === 0) throw error;
    throw notComparable({
      reason_vi: `Khác tập đơn vị: kỳ ${wanted.period} chỉ có ${sets.join(', ')}, không có ${wanted.unit_set}`,
      reason_en: `Another unit set: ${wanted.period} is of ${sets.join(', ')}, not of ${wanted.unit_set}`,
    });
  }
};

/** @throws Problem `not-comparable` with the catalogue's reason. */
export const requireComparable = (
  later: Comparable,
  earlier: Pick<Comparable, 'methodology'>,
  component: string,
): void => {
  const verdict = compareMethodologies(later, earlier, component);
  if (verdict.verdict !== 'comparable') throw notComparable(verdict);
};
