import type { ComparedTotal } from '@chi-so/domain/analysis/compared-total';
import type { Contribution } from '@chi-so/domain/analysis/decomposition';
import { TOTAL } from '@chi-so/domain/identity';
import { decompositionSentences } from '@chi-so/domain/sentences/decomposition-sentences';
import { nameOf, textsOf } from '@chi-so/domain/sentences/sentence';
import { notesIn } from '../notes.ts';
import { type Lang, rankingNotes } from '../ranking-response.ts';
import {
  analysisMeta,
  comparableNotes,
  earlierMeta,
  releaseColumns,
  totalOf,
  unitNameIn,
  weightsMeta,
  weightsNote,
} from './analysis-meta.ts';

/** The answer to `GET /v1/analysis/decomposition`: a line for each component, the residual and the total. */

export type DecompositionRow = ReturnType<typeof releaseColumns> & {
  unit: string;
  unit_name: string;
  against: string;
  line: 'component' | 'residual' | 'total';
  component: string | null;
  component_name: string | null;
  coefficient: number | null;
  score: number | null;
  reference_score: number | null;
  difference: number | null;
  contribution: number | null;
  methodology: string;
  revision: number;
};

export type DecompositionParts = ComparedTotal & { degraded: string | null };

export const decompositionResponse = (parts: DecompositionParts, lang: Lang) => {
  const { figures, unit, against, because, weighing, decomposition, totals, notCompared, rank } = parts;
  return {
    data: rows(parts, lang),
    meta: {
      ...analysisMeta(
        totalOf(figures),
        parts.degraded,
        [
          ...earlierNotes(parts, lang),
          ...comparableNotes(because, lang),
          ...notes(parts, lang),
          ...weightsNote(weighing, lang),
        ],
        lang,
      ),
      ...earlierMeta(parts.before && totalOf(parts.before)),
      unit,
      unit_name: unitNameIn(figures, unit, lang),
      against: {
        ...against,
        unit_name: against.unit === null ? null : unitNameIn(figures, against.unit, lang),
      },
      weights: weightsMeta(weighing),
      total: totals && {
        score: totals.score,
        reference_score: totals.reference,
        difference: decomposition.difference,
        explained: decomposition.explained,
        residual: decomposition.residual,
      },
      not_compared: notCompared.map(({ component, reason_vi, reason_en }) => ({
        component: component.component,
        component_name: nameOf(component, lang),
        reason: lang === 'vi' ? reason_vi : reason_en,
      })),
      rank_change: rank,
      sentences: textsOf(decompositionSentences(parts, lang)),
    },
    next: null,
  };
};

const rows = (
  { figures, unit, against, decomposition, totals }: DecompositionParts,
  lang: Lang,
): DecompositionRow[] => {
  const document = totalOf(figures);
  const same = {
    ...releaseColumns(figures),
    unit,
    unit_name: unitNameIn(figures, unit, lang),
    against: against.unit ?? (against.kind === 'period' ? against.period : against.kind),
  };
  const last = { methodology: document.methodology, revision: document.publication.revision };
  const empty = { coefficient: null, score: null, reference_score: null, difference: null };
  const component = ({ component, ...of }: Contribution): DecompositionRow => ({
    ...same,
    line: 'component',
    component: component.component,
    component_name: nameOf(component, lang),
    coefficient: of.coefficient,
    score: of.score,
    reference_score: of.reference,
    difference: of.difference,
    contribution: totals && of.contribution,
    ...last,
  });
  const lines = decomposition.contributions.map(component);
  if (!totals) return lines;
  return [
    ...lines,
    {
      ...same,
      line: 'residual',
      component: null,
      component_name: null,
      ...empty,
      contribution: decomposition.residual,
      ...last,
    },
    {
      ...same,
      line: 'total',
      component: TOTAL,
      component_name: lang === 'vi' ? document.component_vi : document.component_en,
      coefficient: null,
      score: totals.score,
      reference_score: totals.reference,
      difference: decomposition.difference,
      contribution: decomposition.difference,
      ...last,
    },
  ];
};

/** What is to be known of the earlier period only. */
const earlierNotes = ({ figures, before }: DecompositionParts, lang: Lang): string[] => {
  const earlier = before && totalOf(before);
  const known = rankingNotes(totalOf(figures), lang);
  const notes = earlier ? rankingNotes(earlier, lang) : [];
  return notes.filter((note) => !known.includes(note)).map((note) => `${earlier?.period}: ${note}`);
};

const notes = (
  { figures, against, decomposition, totals, notCompared, rank }: DecompositionParts,
  lang: Lang,
): string[] => {
  const leaders = figures.group.places.filter((place) => place.rank === 1).length;
  const says = notesIn(lang);
  return [
    ...says(
      against.kind === 'median',
      'Trung vị của từng chỉ số thành phần không phải là một đơn vị: các trung vị cộng lại không thành trung vị của tổng điểm, phần chênh nằm trong phần dư.',
      'The medians of the components are no unit: they do not add up to the median of the total, and what is between is in the residual.',
    ),
    ...says(
      against.kind === 'leader' && leaders > 1,
      `Có ${leaders} đơn vị cùng dẫn đầu; đây là một trong số đó.`,
      `${leaders} units share the lead; this is one of them.`,
    ),
    ...says(
      totals === null,
      'Tổng điểm hai kỳ không so sánh được; chỉ nêu những chỉ số thành phần so sánh được, không tính đóng góp.',
      'The totals of the two periods do not compare; only the components that do are given, without contributions.',
    ),
    ...says(
      totals !== null && decomposition.residual === null,
      'Thiếu điểm của một số thành phần nên không có phần dư: thiếu không phải là 0.',
      'Some components are missing, so there is no residual: missing is not zero.',
    ),
    ...says(
      notCompared.length > 0 && totals !== null,
      'Một số chỉ số thành phần không so sánh được giữa hai kỳ.',
      'Some components do not compare between the two periods.',
    ),
    ...says(
      rank !== null,
      'Thay đổi hạng tách theo thứ tự: đơn vị tự thay đổi, rồi các đơn vị khác (suy ra; thứ tự khác cho kết quả khác).',
      'The change of rank is taken apart in this order: the unit first, then the others (derived; another order gives other parts).',
    ),
  ];
};
