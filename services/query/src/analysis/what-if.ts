import { type Others, whatIfResponse } from '@chi-so/contract/analysis/what-if-response';
import { simulate } from '@chi-so/domain/analysis/what-if';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidParameter, Problem } from '@chi-so/runtime/problem';
import { askedGroups } from '../asked-groups.ts';
import { FORMAT_PARAMETERS } from '../formats/asked-format.ts';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { LATEST, wantedRelease } from '../which-release.ts';
import { analysedIn, readRelease } from './analysed-release.ts';
import { askedChanges, requireSupposable } from './asked-changes.ts';
import { setOfUnit } from './asked-unit.ts';
import { knownWeights } from './known-weights.ts';
import { notComparable } from './two-periods.ts';
import { namesIn } from './unit-in-release.ts';

const KNOWN = ['index', 'period', 'change', 'others', 'set', 'edition', 'group', ...FORMAT_PARAMETERS] as const;

/** `GET /v1/analysis/what-if`: the ranking that follows if some components were others. */
export const findWhatIf = async (
  tables: Tables,
  { query: given, lang }: Pick<Request, 'query' | 'lang'>,
): Promise<FoundTable> => {
  const { index = '', period = LATEST, change, others: asked, group, ...which } = parameters(given, KNOWN);
  const others = askedOthers(asked);
  const supposed = askedChanges(change);
  const set = which.set ?? setOf(supposed[0]?.unit ?? '');
  const edition = which.edition ? { edition: which.edition } : {};
  const read = await readRelease(tables, wantedRelease({ index, period }, { ...(set ? { set } : {}), ...edition }));
  const groups = askedGroups(read.total, group).map((one) => one.group);
  const analysed = analysedIn(read, groups[0] ?? '');
  const weighing = knownWeights(read.methodology);
  requireSupposable(analysed.figures, weighing, supposed);

  const trend = others === 'trend' ? trendOf(read.total) : { against: null, changes: new Map<string, number>() };
  const simulation = simulate(analysed.figures, groups, weighing, supposed, trend.changes);
  const parts = { analysed, weighing, supposed, others: { others, against: trend.against }, simulation };
  const { data, meta } = whatIfResponse(parts, lang);
  return {
    table: 'what-if',
    rows: data,
    meta,
    names: namesIn(analysed),
    file: [read.release.index, read.release.period, 'what-if'],
  };
};

/** Of a change that names no unit of a set, the release is looked for by what else is said; the change is then refused. */
const setOf = (unit: string): string | undefined => (unit.indexOf('-') > 0 ? setOfUnit(unit, undefined) : undefined);

const askedOthers = (others = 'fixed'): Others['others'] => {
  if (others === 'fixed' || others === 'trend') return others;
  throw invalidParameter(
    'others',
    `others phải là fixed (giữ nguyên) hoặc trend (theo xu hướng), không phải "${others}"`,
    `others must be fixed or trend, not "${others}"`,
  );
};

/** Each unit's last change of the total. @throws Problem where there is no earlier period, or it does not compare. */
const trendOf = ({ ranking, changes, period }: RankingDocument): { against: string; changes: Map<string, number> } => {
  const { against, verdict, score } = changes;
  if (verdict && verdict.verdict !== 'comparable') throw notComparable(verdict);
  if (against === null || score === null) {
    throw new Problem(422, 'no-figures', {
      vi: `Trước ${period} không có kỳ nào để tính xu hướng`,
      en: `There is no period before ${period} that a trend could start from`,
    });
  }
  const known = ranking.units.flatMap(({ unit }, i) => {
    const change = score[i] ?? null;
    return change === null ? [] : [[unit, change] as const];
  });
  return { against, changes: new Map(known) };
};
