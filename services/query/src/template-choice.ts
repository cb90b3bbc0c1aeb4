import type { Index, Methodology } from '@chi-so/domain/methodology';
import type { UnitSet } from '@chi-so/domain/unit-set';
import { Problem } from '@chi-so/runtime/problem';

/** Which units and which methodology a template is for, where the request does not say. Nothing is guessed. */

type Dated = Pick<Methodology, 'methodology' | 'unit_set' | 'period_from' | 'period_to'>;

type Known = {
  /** Of the index and period. */
  releases: readonly { unit_set: string }[];
  /** That may be meant. */
  methodologies: readonly Dated[];
  unitSets: readonly Pick<UnitSet, 'unit_set' | 'parent' | 'valid_from' | 'valid_to'>[];
};

/**
 * That of the releases of the period; else that of the methodology, where a province has its own; else the one in force.
 * In a year in which the units changed there are two.
 *
 * @throws Problem 400 with the candidates.
 */
export const onlyUnitSet = (
  { index, level }: Pick<Index, 'index' | 'level'>,
  period: string,
  { releases, methodologies, unitSets }: Known,
): string => {
  const possible = [
    releases.map(({ unit_set }) => unit_set),
    methodologies.flatMap(({ unit_set }) => unit_set ?? []),
    unitSets
      .filter(({ parent }) => (parent === null) === (level === 'province'))
      .filter((unitSet) => isInForce(unitSet, period))
      .map(({ unit_set }) => unit_set),
  ].map((sets) => [...new Set(sets)]);
  const candidates = possible.find((sets) => sets.length > 0) ?? [];
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  throw new Problem(
    400,
    'ambiguous-release',
    { vi: `Hãy nêu tập đơn vị của ${index} ${period}: ?set=`, en: `Name the unit set of ${index} ${period}: ?set=` },
    { candidates: candidates.map((set) => ({ set })) },
  );
};

const isInForce = ({ valid_from, valid_to }: Pick<UnitSet, 'valid_from' | 'valid_to'>, period: string): boolean => {
  const [from, to] = monthsOf(period);
  return (valid_from === null || valid_from.slice(0, 7) <= to) && (valid_to === null || from <= valid_to.slice(0, 7));
};

/** First and last month of a period. */
const monthsOf = (period: string): [from: string, to: string] => {
  const [year, part = 'Y1'] = period.split('-');
  const length = { H: 6, Q: 3 }[part.charAt(0)] ?? 12;
  const last = length * Number(part.slice(1));
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  return [month(last - length + 1), month(last)];
};

/** @throws Problem 422 with the candidates, as an upload does. */
export const oneMethodology = (
  fitting: readonly Dated[],
  unitSet: string,
  period: string,
  named: string | undefined,
): string => {
  const candidates = fitting
    .filter(({ unit_set }) => unit_set === null || unit_set === unitSet)
    .map(({ methodology }) => methodology);
  const [only, ...others] = candidates.filter((id) => named === undefined || id === named);
  if (only !== undefined && others.length === 0) return only;
  throw new Problem(
    422,
    'methodology',
    named === undefined
      ? { vi: `Hãy nêu phương pháp của ${unitSet} ${period}`, en: `Name the methodology of ${unitSet} ${period}` }
      : {
          vi: `Phương pháp "${named}" không dùng cho ${unitSet} ${period}`,
          en: `The methodology "${named}" is not one of ${unitSet} ${period}`,
        },
    { candidates },
  );
};
