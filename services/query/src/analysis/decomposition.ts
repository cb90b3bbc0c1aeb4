import type { Analysed } from '@chi-so/contract/analysis/analysis-meta';
import {
  type Against,
  type DecompositionParts,
  decompositionResponse,
  type NotCompared,
} from '@chi-so/contract/analysis/decomposition-response';
import { decompose, type Profile } from '@chi-so/domain/analysis/decomposition';
import { medianOf } from '@chi-so/domain/analysis/median';
import { rankChange } from '@chi-so/domain/analysis/rank-change';
import { membersOf, type ReleaseFigures, scoreOf } from '@chi-so/domain/analysis/release-figures';
import type { Weighing } from '@chi-so/domain/analysis/weighing';
import { compareMethodologies } from '@chi-so/domain/comparability';
import { releaseName, TOTAL } from '@chi-so/domain/identity';
import type { Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, Problem } from '@chi-so/runtime/problem';
import { FORMAT_PARAMETERS } from '../formats/asked-format.ts';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { LATEST } from '../which-release.ts';
import { analysedIn, type ReadRelease, readRelease } from './analysed-release.ts';
import { askedUnit, requireUnit, setOfUnit } from './asked-unit.ts';
import { knownWeights } from './known-weights.ts';
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
  analysed: Analysed,
  unit: string,
  query: Query,
): Promise<DecompositionParts> => {
  const period = periodBefore(later.total, query.from);
  const wanted = { ...later.release, period };
  const earlier = await ofSameUnits(tables, wanted, () => readRelease(tables, wanted));
  requireUnit(earlier.total, 'unit', unit);
  const before = analysedIn(earlier, analysed.figures.group.group);
  const total = compareMethodologies(later.methodology, earlier.methodology, TOTAL);
  const isWhole = total.verdict === 'comparable';
  // First what compares at all: where nothing does, nobody needs to know the weights.
  if (!isWhole && !hasComparablePart(later, earlier)) throw notComparable(total);
  const weighing = knownWeights(later.methodology);
  const { compared, notCompared } = comparedComponents(weighing, later, earlier);

  const decomposition = decompose(
    { ...weighing, components: compared },
    TOTAL,
    profileOf(analysed.figures, unit),
    profileOf(before.figures, unit),
  );
  return {
    analysed: { ...analysed, degraded: analysed.degraded ?? before.degraded },
    unit,
    against: { kind: 'period', period, unit: null },
    weighing,
    decomposition,
    totals: isWhole ? totalsOf(profileOf(analysed.figures, unit), profileOf(before.figures, unit)) : null,
    notCompared,
    rank: isWhole ? rankChange(before.figures, analysed.figures, unit) : null,
  };
};

const hasComparablePart = (later: ReadRelease, earlier: ReadRelease): boolean =>
  later.methodology.components.some(
    ({ component, parent }) =>
      parent === TOTAL &&
      compareMethodologies(later.methodology, earlier.methodology, component).verdict === 'comparable',
  );

/** Which components compare between the two methodologies, and why the others do not. */
const comparedComponents = (weighing: Weighing, later: ReadRelease, earlier: ReadRelease) => {
  const judged = weighing.components.map((weighed) => ({
    weighed,
    verdict: compareMethodologies(later.methodology, earlier.methodology, weighed.component.component),
  }));
  return {
    compared: judged.flatMap(({ weighed, verdict }) => (verdict.verdict === 'comparable' ? [weighed] : [])),
    notCompared: judged.flatMap(({ weighed: { component }, verdict }): NotCompared[] =>
      verdict.verdict === 'comparable' ? [] : [{ component, ...verdict }],
    ),
  };
};

/** Against another unit of the same release, the leader of the group, or the medians of the group. */
const fromReference = (
  { methodology, total }: ReadRelease,
  analysed: Analysed,
  unit: string,
  asked: string,
): DecompositionParts => {
  const weighing = knownWeights(methodology);
  const { figures } = analysed;
  const against = referenceOf(figures, asked);
  if (against.unit !== null) requireUnit(total, 'against', against.unit);
  const own = profileOf(figures, unit);
  const reference = against.unit === null ? mediansOf(figures) : profileOf(figures, against.unit);
  return {
    analysed,
    unit,
    against,
    weighing,
    decomposition: decompose(weighing, TOTAL, own, reference),
    totals: totalsOf(own, reference),
    notCompared: [],
    rank: null,
  };
};

const referenceOf = (figures: ReleaseFigures, asked: string): Against => {
  const { period, unit_set } = figures.release;
  if (asked === 'median') {
    requireEverybody(figures);
    return { kind: 'median', period, unit: null };
  }
  if (asked !== 'leader') {
    setOfReference(asked, unit_set);
    return { kind: 'unit', period, unit: asked };
  }
  const [leader] = figures.group.places;
  if (leader?.rank === 1) return { kind: 'leader', period, unit: leader.unit };
  throw new Problem(422, 'no-figures', {
    vi: `Không xếp hạng được khối ${figures.group.group} nên không có đơn vị dẫn đầu`,
    en: `Nobody in the group ${figures.group.group} can be ranked, so there is no leader`,
  });
};

/** @throws Problem where the release shows only some units: their median is not that of all. */
const requireEverybody = ({ documents, release }: ReleaseFigures): void => {
  if ([...documents.values()].every(({ extent }) => extent === 'complete')) return;
  throw new Problem(422, 'no-figures', {
    vi: `${releaseName(release)} chỉ có điểm của một số đơn vị nên không có trung vị`,
    en: `${releaseName(release)} shows only some units, so there is no median`,
  });
};

const setOfReference = (unit: string, own: string): void => {
  const set = setOfUnit(askedUnit(unit), undefined);
  if (set === own) return;
  throw notComparable({
    reason_vi: `Khác tập đơn vị: ${unit} thuộc ${set}, không thuộc ${own}`,
    reason_en: `Another unit set: ${unit} is of ${set}, not of ${own}`,
  });
};

const profileOf =
  (figures: ReleaseFigures, unit: string): Profile =>
  (component) =>
    scoreOf(figures, unit, component);

const mediansOf =
  (figures: ReleaseFigures): Profile =>
  (component) =>
    medianOf(membersOf(figures).flatMap((member) => scoreOf(figures, member, component) ?? []));

/** @throws Problem where one of the two totals is missing. */
const totalsOf = (own: Profile, reference: Profile) => {
  const totals = { score: own(TOTAL), reference: reference(TOTAL) };
  if (totals.score !== null && totals.reference !== null) return totals;
  throw new Problem(422, 'no-figures', {
    vi: 'Không có tổng điểm của cả hai bên nên không tách được: thiếu không phải là 0',
    en: 'One of the two has no total, so there is nothing to take apart: missing is not zero',
  });
};
