import { robustnessResponse, type Simulated } from '@chi-so/contract/analysis/robustness-response';
import {
  printedDecimals,
  type SimulatedGroup,
  simulateRounding,
  simulateWeights,
} from '@chi-so/domain/analysis/simulated-group';
import type { Weighing } from '@chi-so/domain/analysis/weighing';
import { releaseName } from '@chi-so/domain/identity';
import type { Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { Problem } from '@chi-so/runtime/problem';
import { askedGroups } from '../asked-groups.ts';
import { FORMAT_PARAMETERS } from '../formats/asked-format.ts';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { LATEST, wantedRelease } from '../which-release.ts';
import { analysedIn, type ReadRelease, readRelease } from './analysed-release.ts';
import { askedDraws, askedMethod, askedSpread } from './asked-draws.ts';
import { knownWeights } from './known-weights.ts';
import { namesIn } from './unit-in-release.ts';

const OWN = ['index', 'period', 'method', 'set', 'edition', 'group', 'seed', 'draws', 'spread'] as const;
const KNOWN = [...OWN, ...FORMAT_PARAMETERS] as const;

/** `GET /v1/analysis/robustness`: the ranks that each unit could have had, under other weights or under rounding. */
export const findRobustness = async (
  tables: Tables,
  { query: given, lang }: Pick<Request, 'query' | 'lang'>,
): Promise<FoundTable> => {
  const query = parameters(given, KNOWN);
  const { index = '', period = LATEST } = query;
  const method = askedMethod(query.method);
  const spread = askedSpread(method, query.spread);
  const read = await readRelease(tables, wantedRelease({ index, period }, query));
  const analysed = askedGroups(read.total, query.group).map(({ group }) => analysedIn(read, group));
  const [first] = analysed;
  if (method === 'standard-errors') throw noStandardErrors(read);
  if (!first) throw tooFew(read);

  const units = analysed.reduce((sum, { figures }) => sum + figures.group.places.length, 0);
  const drawn = askedDraws(query, units);
  const simulated: Simulated =
    method === 'weights'
      ? { ...drawn, method, spread, weighing: weightsOf(read) }
      : { ...drawn, method, decimals: printed(read, printedDecimals(first.figures)) };
  const groups = analysed.map(({ figures }) =>
    simulated.method === 'weights'
      ? simulateWeights(figures, simulated.weighing, { ...drawn, spread: spread / 100 })
      : simulateRounding(figures, drawn),
  );
  if (groups.every(isTooSmall)) throw tooFew(read);
  const { data, meta } = robustnessResponse({ analysed: first, simulated, groups }, lang);
  const file = [read.release.index, read.release.period, 'robustness', method];
  return { table: 'robustness', rows: data, meta, names: namesIn(first), file };
};

const isTooSmall = ({ ranks }: SimulatedGroup): boolean => ranks.length < 2;

/** Where a unit is ranked by its percent of what applies to it, a weight has no meaning of its own. */
const weightsOf = ({ methodology }: ReadRelease): Weighing => {
  if (methodology.rank_by === 'score') return knownWeights(methodology);
  throw new Problem(422, 'weights-unknown', {
    vi: `${methodology.methodology} xếp hạng theo phần trăm của điểm áp dụng cho từng đơn vị, không theo trọng số chung`,
    en: `${methodology.methodology} ranks by percent of the points that apply to each unit, not by weights that all share`,
  });
};

/** Only what the publisher printed was rounded by it. */
const printed = ({ total, release }: ReadRelease, decimals: number): number => {
  const isComputed = total.derived !== null || total.ranking.units.some(({ derived }) => derived);
  if (!isComputed) return decimals;
  throw new Problem(422, 'no-figures', {
    vi: `Tổng điểm của ${releaseName(release)} được tính từ thành phần, không phải số liệu in sẵn: không biết làm tròn ra sao`,
    en: `The totals of ${releaseName(release)} are computed from components, not printed: nobody knows how they were rounded`,
  });
};

const tooFew = ({ release }: ReadRelease): Problem =>
  new Problem(422, 'no-figures', {
    vi: `${releaseName(release)} không có đủ điểm của từ hai đơn vị trở lên`,
    en: `${releaseName(release)} does not have the figures of two units or more`,
  });

const noStandardErrors = ({ release }: ReadRelease): Problem =>
  new Problem(422, 'no-standard-errors', {
    vi: `${releaseName(release)} không có sai số chuẩn: số liệu lưu ở đây chỉ có điểm. Dùng method=weights hoặc method=rounding`,
    en: `${releaseName(release)} has no standard errors: what is stored is scores. Use method=weights or method=rounding`,
  });
