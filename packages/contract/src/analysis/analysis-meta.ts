import type { Reason } from '@chi-so/domain/analysis/compared-total';
import type { ReleaseFigures } from '@chi-so/domain/analysis/release-figures';
import type { Weighing } from '@chi-so/domain/analysis/weighing';
import { TOTAL } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { type Lang, type Ranked, rankingNotes, releaseMeta } from '../ranking-response.ts';

/** A release as it is analysed, and what of it could not be read. */
export type Analysed = { figures: ReleaseFigures; degraded: string | null };

/** The ranking of the total, which every analysed release has. */
export const totalOf = ({ documents }: ReleaseFigures): RankingDocument => documents.get(TOTAL) as RankingDocument;

/** Where the figures come from, with what a reader must know of them and, in `notes`, of what is made of them. */
export const analysisMeta = (
  document: RankingDocument,
  degraded: Ranked['degraded'],
  notes: readonly string[],
  lang: Lang,
) => ({
  ...releaseMeta(document),
  /** None of an analysis is published: all of it is computed here. */
  certainty: 'derived' as const,
  notes: [...rankingNotes(document, lang), ...notes],
  degraded,
});

/** Where the figures of the earlier period come from; null where there is none. */
export const earlierMeta = (earlier: RankingDocument | null) => ({
  publication_before: earlier?.publication ?? null,
  methodology_before: earlier && { methodology: earlier.methodology, version: earlier.methodology_version },
});

/** How certain the weights are, and where they come from; an answer that rests on derived ones says so. */
export const weightsMeta = ({ certainty, source }: Weighing) => ({ certainty, source });

export const weightsNote = ({ derived }: Weighing, lang: Lang): string[] => {
  if (derived === null) return [];
  if (derived === 'rule') {
    return [
      lang === 'vi'
        ? 'Quy tắc cộng các chỉ số thành phần suy ra từ số liệu công bố; chưa thấy công bố của cơ quan ban hành.'
        : 'That the total is the sum of its components is derived from published figures; no statement of the publisher was found.',
    ];
  }
  return [
    lang === 'vi'
      ? 'Trọng số suy ra từ số liệu công bố; chưa thấy công bố của cơ quan ban hành.'
      : 'The weights are derived from published figures; no statement of the publisher was found.',
  ];
};

/** What a unit is called in a release. */
export const unitNameIn = (figures: ReleaseFigures, unit: string, lang: Lang): string => {
  const found = figures.units.get(TOTAL)?.get(unit);
  return (lang === 'vi' ? found?.name_vi : found?.name_en) ?? unit;
};

/** The columns that name the release of a row. */
export const releaseColumns = ({ release, group }: ReleaseFigures) => ({
  index: release.index,
  period: release.period,
  unit_set: release.unit_set,
  edition: release.edition,
  group: group.group,
});

/** Why figures of two methodologies are compared all the same, once each, as the catalogue says it. */
export const comparableNotes = (reasons: readonly Reason[], lang: Lang): string[] => [
  ...new Set(reasons.map(({ reason_vi, reason_en }) => (lang === 'vi' ? reason_vi : reason_en))),
];
