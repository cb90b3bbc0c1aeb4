import type { Lever } from '@chi-so/domain/analysis/gap';
import type { GapToTarget } from '@chi-so/domain/analysis/gap-to-target';
import { gapSentences } from '@chi-so/domain/sentences/gap-sentences';
import { textsOf } from '@chi-so/domain/sentences/sentence';
import { notesIn } from '../notes.ts';
import type { Lang } from '../ranking-response.ts';
import { analysisMeta, releaseColumns, totalOf, unitNameIn, weightsMeta, weightsNote } from './analysis-meta.ts';

/** The answer to `GET /v1/analysis/gap`: a row for each component, most points lost first. */

export type GapParts = GapToTarget & {
  degraded: string | null;
  /** The target as it was asked for, such as `rank:10`. */
  asked: string;
};

export const gapResponse = (parts: GapParts, lang: Lang) => {
  const { figures, unit, asked, weighing, gap, reference, rankReached } = parts;
  const document = totalOf(figures);
  const place = figures.group.places.find((candidate) => candidate.unit === unit);
  const current = document.ranking.units.find((candidate) => candidate.unit === unit);
  return {
    data: gap.levers.map((lever) => row(parts, lever, lang)),
    meta: {
      ...analysisMeta(document, parts.degraded, [...notes(parts, lang), ...weightsNote(weighing, lang)], lang),
      unit,
      unit_name: unitNameIn(figures, unit, lang),
      current: {
        score: current?.score ?? null,
        rank: place?.rank ?? null,
        rank_of: figures.group.rank_of,
        grade: place?.grade ?? null,
      },
      target: {
        target: asked,
        required_score: gap.required,
        reference_unit: reference,
        reference_unit_name: reference && unitNameIn(figures, reference, lang),
        points: gap.points,
        reached: gap.reached,
        rank_reached: rankReached,
      },
      weights: weightsMeta(weighing),
      sentences: textsOf(gapSentences(parts, lang)),
    },
    next: null,
  };
};

const row = ({ figures, unit, asked }: GapParts, lever: Lever, lang: Lang) => {
  const { component, coefficient, score, best, points_lost, change_alone, score_alone, possible } = lever;
  const { methodology, publication } = totalOf(figures);
  return {
    ...releaseColumns(figures),
    unit,
    unit_name: unitNameIn(figures, unit, lang),
    target: asked,
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

const notes = ({ target: { kind }, gap: { reached, levers } }: GapParts, lang: Lang): string[] => {
  const says = notesIn(lang);
  return [
    ...says(
      true,
      'Các đơn vị khác giữ nguyên điểm; mỗi dòng là thay đổi của riêng một chỉ số thành phần.',
      'The others keep their scores; each row is what one component alone would have to do.',
    ),
    ...says(reached, 'Đơn vị đã đạt mục tiêu.', 'The unit has reached the target.'),
    ...says(
      kind === 'median' || kind === 'region',
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
