import type { Changes } from '@chi-so/domain/change';
import { percentileOf } from '@chi-so/domain/percentile';
import type { RankReason } from '@chi-so/domain/rank-reason';
import type { GroupRanking, RankedUnit } from '@chi-so/domain/ranking';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Reason, Status } from '@chi-so/domain/score';

/** The answer to `GET /v1/rankings/{index}/{period}`: flat rows, and beside them what a reader needs to trust them. */

export type Lang = 'vi' | 'en';

export type RankingRow = {
  index: string;
  period: string;
  unit_set: string;
  edition: string;
  group: string;
  component: string;
  unit: string;
  unit_name: string;
  score: number | null;
  /** Points that apply to the unit and the score in percent of them; null where the index is not a scorecard. */
  maximum: number | null;
  percent: number | null;
  status: Status;
  reason: Reason | null;
  rank: number | null;
  rank_published: number | null;
  rank_reason: RankReason | null;
  rank_of: number | null;
  /** The share of the other ranked units that it stands above: 100 is ahead of all. */
  percentile: number | null;
  tied: boolean;
  grade: string | null;
  grade_published: string | null;
  score_change: number | null;
  /** Positive: moved up so many places. */
  rank_change: number | null;
  methodology: string;
  revision: number;
};

/** A stored ranking, and what could not be read where it is not whole. */
export type Ranked = { document: RankingDocument; degraded: string | null };

export const rankingResponse = ({ document, degraded }: Ranked, groups: readonly GroupRanking[], lang: Lang) => ({
  data: rowsOf(document, groups, lang),
  meta: { ...releaseMeta(document), ...componentMeta(document, groups, lang), degraded },
  next: null,
});

/** The same for whoever says nothing of group and language: this is rendered ahead, and served as it is stored. */
export const defaultResponse = (ranked: Ranked) => rankingResponse(ranked, officialGroups(ranked.document), 'vi');

/** Every component of a release: rows one after the other, and what is known of each beside what is known of all. */
export const rankingsResponse = (
  ranked: readonly Ranked[],
  groupsOf: (document: RankingDocument) => readonly GroupRanking[],
  lang: Lang,
) => {
  const components = ranked.map((one) => ({ ...one, groups: groupsOf(one.document) }));
  const [first] = components;
  return {
    data: components.flatMap(({ document, groups }) => rowsOf(document, groups, lang)),
    meta: {
      ...(first ? releaseMeta(first.document) : {}),
      components: Object.fromEntries(
        components.map(({ document, degraded, groups }) => [
          document.component,
          { ...componentMeta(document, groups, lang), degraded },
        ]),
      ),
    },
    next: null,
  };
};

const rowsOf = (document: RankingDocument, groups: readonly GroupRanking[], lang: Lang): RankingRow[] => {
  const { ranking, changes } = document;
  const units = new Map(
    ranking.units.map((unit, i) => [unit.unit, { ...unit, score_change: changes.score?.[i] ?? null }]),
  );
  return groups.flatMap((group) => rows(document, group, units, lang));
};

/** The groups that are served where none is asked for: those that the methodology ranks. */
export const officialGroups = ({ ranking }: RankingDocument): GroupRanking[] =>
  ranking.groups.filter(({ official }) => official);

const rows = (
  document: RankingDocument,
  { group, official, rank_of, places }: GroupRanking,
  units: Map<string, RankedUnit & { score_change: number | null }>,
  lang: Lang,
): RankingRow[] => {
  const { index, period, unit_set, edition, component, methodology, publication, changes } = document;
  const sharing = Map.groupBy(places, ({ rank }) => rank);
  return places.flatMap(({ unit: id, rank, tied, rank_reason, grade }, i) => {
    const unit = units.get(id);
    if (!unit) return [];
    return {
      index,
      period,
      unit_set,
      edition,
      group,
      component,
      unit: id,
      unit_name: lang === 'vi' ? unit.name_vi : unit.name_en,
      score: unit.score,
      maximum: unit.maximum,
      percent: unit.percent,
      status: unit.status,
      reason: unit.reason,
      rank,
      rank_published: official ? unit.rank_published : null,
      rank_reason,
      rank_of,
      percentile: percentileOf(rank, (sharing.get(rank)?.length ?? 1) - 1, rank_of),
      tied,
      grade,
      grade_published: unit.grade_published,
      score_change: unit.score_change,
      rank_change: changes.rank[group]?.[i] ?? null,
      methodology,
      revision: publication.revision,
    };
  });
};

/** Where the figures of a release come from. */
export const releaseMeta = ({ publication, source, decimals, ...document }: RankingDocument) => ({
  publication,
  methodology: { methodology: document.methodology, version: document.methodology_version },
  unit_set_version: document.unit_set_version,
  decimals,
  tie_rule: 'competition-1224',
  source,
  citation: [source.publisher, source.title, source.document, source.published_on].filter(Boolean).join(', '),
});

const componentMeta = (document: RankingDocument, groups: readonly GroupRanking[], lang: Lang) => {
  const { source, ranking, changes } = document;
  const by = <T>(pick: (group: GroupRanking) => T) =>
    Object.fromEntries(groups.map((group) => [group.group, pick(group)]));
  return {
    component_name: lang === 'vi' ? document.component_vi : document.component_en,
    extent: document.extent,
    coverage: by(({ population, scored, rank_of }) => ({ population, scored, rank_of })),
    unranked: by((group) => unrankedByReason(group, ranking.units)),
    grade_counts: by(({ grade_counts }) => grade_counts),
    change: { against: changes.against, ...comparison(changes.verdict, lang) },
    claims: ranking.units.flatMap(({ unit, rank_claimed, source: claimedBy }) =>
      rank_claimed === null ? [] : [{ unit, rank_claimed, source: claimedBy ?? source.title }],
    ),
    computed: ranking.units.some(({ derived }) => derived),
    score_notes: ranking.units.flatMap(({ unit, note, source: from }) =>
      note === null && from === null ? [] : [{ unit, note, source: from }],
    ),
    notes: rankingNotes(document, lang),
  };
};

/** How many units have no rank, by the reason; `unranked` are those that have a score all the same. */
const unrankedByReason = ({ places }: GroupRanking, units: readonly RankedUnit[]): Record<string, number> => {
  const reasons = new Map(
    units.map(({ unit, score, reason }) => [unit, score === null ? (reason ?? 'unknown') : 'unranked']),
  );
  const without = places.filter(({ rank }) => rank === null).map(({ unit }) => reasons.get(unit) ?? 'unknown');
  return Object.fromEntries(
    [...Map.groupBy(without, (reason) => reason)].map(([reason, each]) => [reason, each.length]),
  );
};

/** What may be compared with the earlier period, and why not all of it. */
const comparison = (verdict: Changes['verdict'], lang: Lang) => {
  if (verdict === null) return { verdict: null, withheld: null };
  if (verdict.verdict === 'comparable') return { verdict: verdict.verdict, withheld: null };
  return { verdict: verdict.verdict, withheld: lang === 'vi' ? verdict.reason_vi : verdict.reason_en };
};

/** What a reader must know of a ranking, in the asked language. */
export const rankingNotes = ({ publisher_ranks, derived, extent, ranking }: RankingDocument, lang: Lang): string[] => {
  const says = (vi: string, en: string) => (lang === 'vi' ? vi : en);
  return [
    ...(publisher_ranks
      ? []
      : [
          says(
            'Thứ hạng tính toán: cơ quan công bố không xếp hạng từng đơn vị.',
            'Computed ranks: the publisher does not rank units one by one.',
          ),
        ]),
    ...(derived === null
      ? []
      : [says(`Điểm suy ra, không phải số liệu in sẵn: ${derived}`, `Derived, not printed: ${derived}`)]),
    ...(ranking.units.some((unit) => unit.derived)
      ? [
          says(
            'Điểm được cộng từ các tiêu chí, không phải số liệu in sẵn.',
            'Scores are added up from the criteria, not printed.',
          ),
        ]
      : []),
    ...(extent === 'partial'
      ? [
          says(
            'Chỉ biết điểm của một số đơn vị nên không tính thứ hạng.',
            'Only some units are known, so no rank is computed.',
          ),
        ]
      : extent === 'top'
        ? [
            says(
              'Chỉ công bố nhóm dẫn đầu; đơn vị còn lại không có thứ hạng.',
              'Only the leading units are published; the others have no rank.',
            ),
          ]
        : []),
  ];
};
