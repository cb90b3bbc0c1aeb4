import type { Reason } from '@chi-so/domain/analysis/compared-total';
import type { Mover, Movers } from '@chi-so/domain/analysis/movers';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { moversSentence } from '@chi-so/domain/sentences/movers-sentence';
import { textsOf } from '@chi-so/domain/sentences/sentence';
import { componentOf, groupOf } from '@chi-so/domain/sentences/unit-facts';
import type { Lang, Ranked } from '../ranking-response.ts';
import { analysisMeta, comparableNotes, earlierMeta } from './analysis-meta.ts';

/** The answer to `GET /v1/analysis/movers`: every unit's change, the greatest gain first. */

export type MoversParts = {
  later: Ranked;
  earlier: RankingDocument;
  degraded: string | null;
  /** Why the two are compared across two methodologies; null within one. */
  because: Reason | null;
  groups: readonly (Movers & { group: string })[];
};

export const moversResponse = ({ later, earlier, degraded, because, groups }: MoversParts, lang: Lang) => {
  const { document } = later;
  return {
    data: groups.flatMap(({ group, movers }) => movers.map((mover) => row(document, earlier, group, mover, lang))),
    meta: {
      ...analysisMeta(
        document,
        degraded,
        [...comparableNotes(because ? [because] : [], lang), ...notes(document, earlier, lang)],
        lang,
      ),
      ...earlierMeta(earlier),
      component_name: lang === 'vi' ? document.component_vi : document.component_en,
      from: earlier.period,
      to: document.period,
      only_before: onlyIn(groups, earlier, 'only_before', lang),
      only_after: onlyIn(groups, document, 'only_after', lang),
      sentences: textsOf(groups.flatMap((moved) => sentenceOf(document, earlier, moved, lang) ?? [])),
    },
    next: null,
  };
};

const sentenceOf = (
  document: RankingDocument,
  earlier: RankingDocument,
  { group, movers }: MoversParts['groups'][number],
  lang: Lang,
) => {
  const { ranking, period } = document;
  const found = ranking.groups.find((candidate) => candidate.group === group);
  const named = new Map(ranking.units.map((unit) => [unit.unit, unit]));
  return moversSentence(
    {
      movers,
      from: earlier.period,
      to: period,
      component: componentOf(document),
      group: found ? groupOf(found) : null,
      nameOf: (unit) => named.get(unit) ?? { name_vi: unit, name_en: unit },
    },
    lang,
  );
};

const row = (document: RankingDocument, earlier: RankingDocument, group: string, mover: Mover, lang: Lang) => {
  const { index, period, unit_set, edition, component, methodology, publication } = document;
  const { unit, score_before, score, score_change, rank_before, rank, rank_change, change_rank } = mover;
  return {
    ...{ index, period, unit_set, edition, group, component, unit },
    unit_name: nameIn(document, unit, lang),
    period_before: earlier.period,
    ...{ score_before, score, score_change, rank_before, rank, rank_change, change_rank },
    methodology,
    revision: publication.revision,
  };
};

const nameIn = ({ ranking }: RankingDocument, unit: string, lang: Lang): string => {
  const found = ranking.units.find((candidate) => candidate.unit === unit);
  return (lang === 'vi' ? found?.name_vi : found?.name_en) ?? unit;
};

const onlyIn = (
  groups: MoversParts['groups'],
  document: RankingDocument,
  which: 'only_before' | 'only_after',
  lang: Lang,
) =>
  groups.flatMap(({ group, [which]: units }) =>
    units.map((unit) => ({ group, unit, unit_name: nameIn(document, unit, lang) })),
  );

const notes = (document: RankingDocument, earlier: RankingDocument, lang: Lang): string[] => {
  if (document.extent === 'complete' && earlier.extent === 'complete') return [];
  return [
    lang === 'vi'
      ? 'Ít nhất một kỳ chỉ có điểm của một số đơn vị: thứ tự thay đổi chỉ tính trong số đó.'
      : 'At least one of the periods shows only some units: the changes are ranked among those.',
  ];
};
