import type { Analysed } from '@chi-so/contract/analysis/analysis-meta';
import { type DecompositionParts, decompositionResponse } from '@chi-so/contract/analysis/decomposition-response';
import { sinceEarlier } from '@chi-so/domain/analysis/compared-total';
import { compareMethodologies } from '@chi-so/domain/comparability';
import { TOTAL } from '@chi-so/domain/identity';
import type { Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest } from '@chi-so/runtime/problem';
import { FORMAT_PARAMETERS } from '../formats/asked-format.ts';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { LATEST } from '../which-release.ts';
import { analysedIn, type ReadRelease, readRelease } from './analysed-release.ts';
import { requireUnit } from './asked-unit.ts';
import { fromReference } from './decomposition-against.ts';
import { knownWeights } from './known-weights.ts';
import { requireTotals } from './required-totals.ts';
import { notComparable, ofSameUnits, periodBefore } from './two-periods.ts';
import { namesIn, unitInRelease } from './unit-in-release.ts';

const KNOWN = [
  ...['index', 'unit', 'from', 'to', 'against', 'period', 'set', 'edition', 'group'],
  ...FORMAT_PARAMETERS,
] as const;
type Query = Record<string, string | undefined>;

/** `GET /v1/analysis/decomposition`: what a change of the total, or its distance from another one, is made of. */
export const findDecomposition = async (
  tables: Tables,
  { query: given, lang }: Pick<Request, 'query' | 'lang'>,
): Promise<FoundTable> => {
  const query: Query = parameters(given, KNOWN);
  const { unit, read: later, analysed } = await unitInRelease(tables, { ...query, period: periodOf(query) });
  const parts =
    query.against === undefined
      ? await sincePeriod(tables, later, analysed, unit, query)
      : fromReference(later, analysed, unit, query.against);
  const { data, meta } = decompositionResponse(parts, lang);
  const { index, period } = later.release;
  return {
    table: 'decomposition',
    rows: data,
    meta,
    names: namesIn(analysed),
    file: [index, period, unit, 'decomposition', data[0]?.against ?? ''],
  };
};

/** `to` and `period` are two words for the later, or only, period. */
const periodOf = ({ from, to, against, period }: Query): string => {
  if ((against !== undefined && (from ?? to) !== undefined) || (to !== undefined && period !== undefined)) {
    throw invalidRequest(
      'Dùng from và to để so hai kỳ, hoặc against và period để so với đơn vị khác, trung vị hay đơn vị dẫn đầu',
      'Use from and to to compare two periods, or against and period to compare with another unit, the median or the leader',
    );
  }
  return to ?? period ?? LATEST;
};

/** Against the unit itself in an earlier period. */
const sincePeriod = async (
  tables: Tables,
  later: ReadRelease,
  { figures, degraded }: Analysed,
  unit: string,
  query: Query,
): Promise<DecompositionParts> => {
  const period = periodBefore(later.total, query.from);
  const wanted = { ...later.release, period };
  const earlier = await ofSameUnits(tables, wanted, () => readRelease(tables, wanted));
  requireUnit(earlier.total, 'unit', unit);
  const before = analysedIn(earlier, figures.group.group);
  // First what compares at all: where nothing does, nobody needs to know the weights.
  const total = compareMethodologies(later.methodology, earlier.methodology, TOTAL);
  if (total.verdict !== 'comparable' && !hasComparablePart(later, earlier)) throw notComparable(total);
  const compared = sinceEarlier(before.figures, figures, knownWeights(later.methodology), unit);
  requireTotals(compared);
  return { ...compared, degraded: degraded ?? before.degraded };
};

const hasComparablePart = (later: ReadRelease, earlier: ReadRelease): boolean =>
  later.methodology.components.some(
    ({ component, parent }) =>
      parent === TOTAL &&
      compareMethodologies(later.methodology, earlier.methodology, component).verdict === 'comparable',
  );
