import { comparePeriods } from '@chi-so/domain/identity';
import { isUsedFor } from '@chi-so/domain/methodology';
import type { PlannedIndex } from '@chi-so/domain/target-check';
import type { MethodologySummary } from '@chi-so/storage/catalogue';
import type { Catalogue } from '../catalogue-reader.ts';
import type { PlannedUnit } from './planned-unit.ts';

/**
 * Every index as a plan for the unit and period meets it, with the methodology of those that are named: a plan may be made
 * before its period has a methodology, and is then held against the one that is nearest.
 */
export const plannedIndices = async (
  catalogue: Catalogue,
  { unit, unitSet }: PlannedUnit,
  period: string,
  isNamed: (index: string) => boolean,
): Promise<Map<string, PlannedIndex>> => {
  const level = unit.unit.includes('.') ? 'inside-province' : 'province';
  const planned = (await catalogue.indices()).map(async (index): Promise<[string, PlannedIndex]> => {
    const known = { ...index, methodology: null, isOfPeriod: false };
    if (index.level !== level || !isNamed(index.index)) return [index.index, known];
    const listed = (await catalogue.methodologies(index.index)).filter(
      ({ unit_set }) => unit_set === null || unit_set === unitSet.unit_set,
    );
    const chosen = listed.find((one) => isUsedFor(one, period)) ?? nearestTo(listed, period);
    const methodology = chosen && (await catalogue.methodology(index.index, chosen.methodology));
    if (!chosen || !methodology) return [index.index, known];
    return [index.index, { ...index, methodology, isOfPeriod: isUsedFor(chosen, period) }];
  });
  return new Map(await Promise.all(planned));
};

/** The last that was used before the period; the first of all where there is none. */
const nearestTo = (listed: readonly MethodologySummary[], period: string): MethodologySummary | undefined => {
  const byTime = [...listed].sort((a, b) => comparePeriods(a.period_from, b.period_from));
  return byTime.findLast(({ period_from }) => comparePeriods(period_from, period) <= 0) ?? byTime[0];
};
