import type { Gap, Lever } from '@chi-so/domain/analysis/gap';
import type { Weighing } from '@chi-so/domain/analysis/weighing';
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

/** The answer to `GET /v1/analysis/gap`: a row for each component, most points lost first. */

export type GapParts = {
  analysed: Analysed;
  unit: string;
  /** As it was asked for, such as `rank:10`. */
  target: string;
  weighing: Weighing;
  gap: Gap;
  /** The unit whose score is to be reached; null where it is nobody's. */
  reference: string | null;
  /** The rank that the required total gives, others fixed. */
  rankReached: number | null;
};

export const gapResponse = (parts: GapParts, lang: Lang) => {
  const { analysed, unit, target, weighing, gap, reference, rankReached } = parts;
  const { figures, degraded } = analysed;
  const document = totalOf(figures);
  const place = figures.group.places.find((candidate) => candidate.unit === unit);
  const current = document.ranking.units.find((candidate) => candidate.unit === unit);
  return {
    data: gap.levers.map((lever) => row(parts, lever, lang)),
    meta: {
      ...analysisMeta(document, degraded, [...notes(target, gap, lang), ...weightsNote(weighing, lang)], lang),
      unit,
      unit_name: unitNameIn(figures, unit, lang),
      current: {
        score: current?.score ?? null,
        rank: place?.rank ?? null,
        rank_of: figures.group.rank_of,
        grade: place?.grade ?? null,
      },
      target: {
        target,
        required_score: gap.required,
        reference_unit: reference,
        reference_unit_name: reference && unitNameIn(figures, reference, lang),
        points: gap.points,
        reached: gap.reached,
        rank_reached: rankReached,
      },
      weights: weightsMeta(weighing),
    },
    next: null,
  };
};

const row = ({ analysed: { figures }, unit, target }: GapParts, lever: Lever, lang: Lang) => {
  const { component, coefficient, score, best, points_lost, change_alone, score_alone, possible } = lever;
  const { methodology, publication } = totalOf(figures);
  return {
    ...releaseColumns(figures),
    unit,
    unit_name: unitNameIn(figures, unit, lang),
    target,
    component: component.component,
    component_name: lang === 'vi' ? component.name_vi : component.name_en,
    coefficient,
    score,
    best_score: best,
    points_lost,
    change_alone,
    score_alone,
    possible,
    methodology,
    revision: publication.revision,
  };
};

const notes = (target: string, { reached, levers }: Gap, lang: Lang): string[] => {
  const says = notesIn(lang);
  return [
    ...says(
      true,
      'Các đơn vị khác giữ nguyên điểm; mỗi dòng là thay đổi của riêng một chỉ số thành phần.',
      'The others keep their scores; each row is what one component alone would have to do.',
    ),
    ...says(reached, 'Đơn vị đã đạt mục tiêu.', 'The unit has reached the target.'),
    ...says(
      target === 'median' || target === 'region',
      'Trung vị là trung vị đã công bố, trước khi đơn vị thay đổi.',
      'The median is the one as published, before the unit moves.',
    ),
    ...says(
      !reached && levers.every(({ possible }) => possible === false),
      'Không một chỉ số thành phần nào tự mình đủ để đạt mục tiêu.',
      'No component alone is enough to reach the target.',
    ),
  ];
};
