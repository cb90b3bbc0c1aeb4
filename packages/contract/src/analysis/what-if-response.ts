import type { Weighing } from '@chi-so/domain/analysis/weighing';
import type { SimulatedUnit, Simulation, SupposedScore } from '@chi-so/domain/analysis/what-if';
import { subtract } from '@chi-so/domain/decimal';
import type { Place } from '@chi-so/domain/places';
import { textsOf } from '@chi-so/domain/sentences/sentence';
import { whatIfSentences } from '@chi-so/domain/sentences/what-if-sentences';
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

/** The answer to `GET /v1/analysis/what-if`: the whole ranking as it would be, beside the one that is. */

/** How those behave who are not changed; `trend` by their own change since the period `against`. */
export type Others = { others: 'fixed' | 'trend'; against: string | null };

export type WhatIfParts = {
  analysed: Analysed;
  weighing: Weighing;
  supposed: readonly SupposedScore[];
  others: Others;
  simulation: Simulation;
};

export const whatIfResponse = (parts: WhatIfParts, lang: Lang) => {
  const { analysed, weighing, supposed, others, simulation } = parts;
  const { figures, degraded } = analysed;
  const capped = simulation.units.filter((unit) => unit.capped).map(({ unit }) => unit);
  const still =
    others.others === 'trend'
      ? simulation.units.filter(({ moved_by, score }) => moved_by === null && score !== null)
      : [];
  return {
    data: simulation.groups.flatMap((group) => rowsOf(parts, group, lang)),
    meta: {
      ...analysisMeta(totalOf(figures), degraded, [...notes(capped, lang), ...weightsNote(weighing, lang)], lang),
      status: 'simulated' as const,
      changes: supposed.map(({ unit, component, value }) => ({
        unit,
        unit_name: unitNameIn(figures, unit, lang),
        component,
        score: figures.units.get(component)?.get(unit)?.score ?? null,
        score_simulated: value,
      })),
      ...others,
      without_trend: still.map(({ unit }) => unit),
      capped,
      weights: weightsMeta(weighing),
      sentences: textsOf(whatIfSentences({ figures, simulation, isTrend: others.others === 'trend' }, lang)),
    },
    next: null,
  };
};

const rowsOf = ({ analysed, simulation }: WhatIfParts, { group, places }: Simulation['groups'][number], lang: Lang) => {
  const { figures } = analysed;
  const { methodology, publication, ranking } = totalOf(figures);
  const published = new Map(ranking.units.map((unit) => [unit.unit, unit]));
  const simulated = new Map(simulation.units.map((unit) => [unit.unit, unit]));
  const now = figures.groups.find((candidate) => candidate.group === group)?.places ?? [];
  const before = new Map(now.map((place) => [place.unit, place]));
  return places.map((place) => {
    const { unit, rank, grade } = place;
    const score = published.get(unit)?.score ?? null;
    const {
      score: score_simulated = null,
      residual = null,
      moved_by = null,
    }: Partial<SimulatedUnit> = simulated.get(unit) ?? {};
    return {
      ...releaseColumns(figures),
      group,
      unit,
      unit_name: unitNameIn(figures, unit, lang),
      score,
      rank: before.get(unit)?.rank ?? null,
      grade: before.get(unit)?.grade ?? null,
      score_simulated,
      rank_simulated: rank,
      grade_simulated: grade,
      score_change: score === null || score_simulated === null ? null : subtract(score_simulated, score),
      rank_change: rankChange(before.get(unit), place),
      residual,
      moved_by,
      methodology,
      revision: publication.revision,
    };
  });
};

const rankChange = (before: Place | undefined, { rank }: Place): number | null =>
  before?.rank == null || rank === null ? null : before.rank - rank;

const notes = (capped: readonly string[], lang: Lang): string[] => {
  const says = notesIn(lang);
  return [
    ...says(
      true,
      'Mô phỏng, không phải số liệu công bố: tổng điểm đã công bố cộng hệ số × thay đổi; phần dư của mỗi đơn vị giữ nguyên.',
      'Simulated, not published: the published total plus coefficient × change; the residual of each unit stays.',
    ),
    ...says(
      capped.length > 0,
      'Xu hướng của một số đơn vị vượt thang điểm nên dừng ở đầu thang.',
      'The trend of some units leaves the scale, and stops at its end.',
    ),
  ];
};
