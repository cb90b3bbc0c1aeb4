import type { ReleaseFigures } from '@chi-so/domain/analysis/release-figures';
import { HIGH, LOW } from '@chi-so/domain/analysis/robustness';
import type { SimulatedGroup } from '@chi-so/domain/analysis/simulated-group';
import type { Weighing } from '@chi-so/domain/analysis/weighing';
import { medianOf } from '@chi-so/domain/median';
import { notesIn } from '../notes.ts';
import type { Lang } from '../ranking-response.ts';
import {
  type Analysed,
  analysisMeta,
  releaseColumns,
  totalOf,
  unitNameIn,
  weightsMeta,
  weightsNote,
} from './analysis-meta.ts';

/** The answer to `GET /v1/analysis/robustness`: how far each rank follows from what could have been otherwise. */

/** `standard-errors` is refused: no release that is stored has them. */
export const ROBUSTNESS_METHODS = ['weights', 'rounding', 'standard-errors'] as const;

/** What was drawn: weights within ± `spread` percent, or totals within half a unit of their last of `decimals`. */
export type Simulated = { draws: number; seed: number } & (
  | { method: 'weights'; spread: number; weighing: Weighing }
  | { method: 'rounding'; decimals: number }
);

export type RobustnessParts = { analysed: Analysed; simulated: Simulated; groups: readonly SimulatedGroup[] };

export const robustnessResponse = ({ analysed, simulated, groups }: RobustnessParts, lang: Lang) => {
  const { figures, degraded } = analysed;
  const { method, draws, seed } = simulated;
  const byGroup = <T>(of: (group: SimulatedGroup) => T) =>
    Object.fromEntries(groups.map((group) => [group.group, of(group)]));
  return {
    data: groups.flatMap((group) => rowsOf(figures, method, group, lang)),
    meta: {
      ...analysisMeta(totalOf(figures), degraded, notes(simulated, groups, lang), lang),
      status: 'simulated' as const,
      ...{ method, draws, seed, generator: 'mulberry32' as const },
      interval_percent: [100 * LOW, 100 * HIGH],
      spread_percent: simulated.method === 'weights' ? simulated.spread : null,
      printed_decimals: simulated.method === 'rounding' ? simulated.decimals : null,
      weights: simulated.method === 'weights' ? weightsMeta(simulated.weighing) : null,
      simulated: byGroup(({ ranks }) => ranks.length),
      median_width: byGroup(({ ranks }) => medianOf(ranks.map(({ low, high }) => high - low))),
      left_out: groups.flatMap(({ group, left_out }) =>
        left_out.map((unit) => ({ group, unit, unit_name: unitNameIn(figures, unit, lang) })),
      ),
    },
    next: null,
  };
};

const rowsOf = (figures: ReleaseFigures, method: Simulated['method'], { group, ranks }: SimulatedGroup, lang: Lang) => {
  const { methodology, publication, ranking } = totalOf(figures);
  const scores = new Map(ranking.units.map(({ unit, score }) => [unit, score]));
  const now = figures.groups.find((candidate) => candidate.group === group);
  const places = new Map(now?.places.map(({ unit, rank }) => [unit, rank]));
  return ranks.map(({ unit, rank, low, median, high, from, to }) => ({
    ...releaseColumns(figures),
    group,
    unit,
    unit_name: unitNameIn(figures, unit, lang),
    method,
    score: scores.get(unit) ?? null,
    rank: places.get(unit) ?? null,
    rank_of: now?.rank_of ?? null,
    rank_simulated: rank,
    rank_low: low,
    rank_median: median,
    rank_high: high,
    rank_width: high - low,
    indistinct_from: from,
    indistinct_to: to,
    methodology,
    revision: publication.revision,
  }));
};

const notes = (simulated: Simulated, groups: readonly SimulatedGroup[], lang: Lang): string[] => {
  const says = notesIn(lang);
  const { draws } = simulated;
  return [
    ...(simulated.method === 'weights'
      ? says(
          true,
          `Mô phỏng ${draws} lần: mỗi trọng số thay đổi đều trong ±${simulated.spread} % rồi chuẩn hóa lại. rank_low–rank_high là khoảng hạng 5–95 % theo trọng số; không phải khoảng tin cậy của khảo sát.`,
          `Simulated ${draws} times: each weight uniform within ±${simulated.spread} %, then renormalised. rank_low–rank_high is the 5–95 % interval of ranks under weights; it is no confidence interval of the survey.`,
        )
      : says(
          true,
          `Mô phỏng ${draws} lần: mỗi tổng điểm thay đổi đều trong nửa đơn vị của chữ số thập phân cuối đã in (${simulated.decimals} số lẻ). rank_low–rank_high là khoảng hạng 5–95 % theo làm tròn; không phải khoảng tin cậy của khảo sát.`,
          `Simulated ${draws} times: each total uniform within half a unit of its last printed decimal (${simulated.decimals} decimals). rank_low–rank_high is the 5–95 % interval of ranks under rounding; it is no confidence interval of the survey.`,
        )),
    ...says(
      groups.some(({ left_out }) => left_out.length > 0),
      'Hạng mô phỏng là giữa các đơn vị có đủ số liệu; đơn vị thiếu được nêu ở left_out, thiếu không phải là 0.',
      'Simulated ranks are among the units that have the figures; those without are in left_out: missing is not zero.',
    ),
    ...(simulated.method === 'weights' ? weightsNote(simulated.weighing, lang) : []),
  ];
};
