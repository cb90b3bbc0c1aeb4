import type { Index } from '@chi-so/domain/methodology';
import type { GroupRanking } from '@chi-so/domain/ranking';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Reason, Status } from '@chi-so/domain/score';
import { rankedDirection } from '@chi-so/domain/simulated-places';
import type { MethodologyChange, Staleness, stalenessOf } from '@chi-so/domain/staleness';
import type { Unit } from '@chi-so/domain/unit-set';
import { notesIn } from './notes.ts';
import { type Lang, officialGroups, type Ranked, type RankingRow, rankingResponse } from './ranking-response.ts';

/** The answer to `GET /v1/units/{unit}/profile`: where one unit stands in every index, and how old that is. */

/** One index as the profile knows it. */
export type ProfiledIndex = {
  index: Pick<Index, 'index' | 'name_vi' | 'name_en'>;
  /** The release that is shown, in one of its editions; null where there is none. */
  ranked: Ranked | null;
  /** Of the index and the unit's set. */
  latest: { period: string; published_on: string | null } | null;
  breaks: MethodologyChange[];
  certainty: 'confirmed' | 'derived' | 'unknown';
} & ReturnType<typeof stalenessOf>;

/** What is said of an index besides the figures. */
type Standing = Pick<ProfiledIndex, 'next_expected' | 'staleness' | 'breaks' | 'certainty'> & {
  latest_period: string | null;
  published_on: string | null;
};

type Figures = Omit<RankingRow, 'component' | 'maximum' | 'percent' | 'rank_reason' | NullableInProfile> & {
  [K in NullableInProfile]: RankingRow[K] | null;
};
type NullableInProfile = 'period' | 'edition' | 'group' | 'methodology' | 'revision';

export type ProfileRow = Figures &
  Standing & {
    index_name: string;
    direction: 'higher-is-better' | 'lower-is-better' | null;
    against: string | null;
    verdict: 'comparable' | 'rank-only' | 'not-comparable' | null;
    withheld: string | null;
  };

/** A row for each index, edition and league in which the unit is ranked; one without figures where there are none. */
export const profileRows = (unit: Unit, unitSet: string, indices: readonly ProfiledIndex[], lang: Lang): ProfileRow[] =>
  indices.flatMap((one) => {
    const { index, ranked, latest, next_expected, staleness, breaks, certainty } = one;
    const about = {
      ...{ index: index.index, index_name: lang === 'vi' ? index.name_vi : index.name_en },
      ...{ unit_set: unitSet, unit: unit.unit, unit_name: lang === 'vi' ? unit.name_vi : unit.name_en },
    };
    const standing: Standing = {
      ...{ latest_period: latest?.period ?? null, published_on: latest?.published_on ?? null },
      ...{ next_expected, staleness, certainty, breaks },
    };
    const figures = ranked ? figuresIn(ranked, unit.unit, lang) : [];
    return (figures.length > 0 ? figures : [nothingIn(ranked?.document)]).map((known) => ({
      ...about,
      ...known,
      ...standing,
    }));
  });

const figuresIn = (ranked: Ranked, unit: string, lang: Lang) => {
  const { document } = ranked;
  const { edition } = document;
  return officialGroups(document)
    .filter(({ places }) => places.some((place) => place.unit === unit))
    .flatMap((group) => {
      const { data, meta } = rankingResponse(ranked, [group], lang);
      const row = data.find((each) => each.unit === unit);
      if (!row) return [];
      const { period, score, status, reason, rank, rank_published, rank_of, percentile, tied } = row;
      const { grade, grade_published, score_change, rank_change, methodology, revision } = row;
      return [
        {
          ...{ period, edition, group: group.group, score, status, reason, rank, rank_published, rank_of, percentile },
          ...{ tied, grade, grade_published, score_change, rank_change, methodology, revision },
          direction: directionIn(document, group),
          ...meta.change,
        },
      ];
    });
};

/** Which way is better, as the ranks of the group show; null where they do not. */
const directionIn = ({ ranking }: RankingDocument, { places }: GroupRanking): ProfileRow['direction'] => {
  const figures = new Map(ranking.units.map(({ unit, score, percent }) => [unit, percent ?? score]));
  return rankedDirection(places.map(({ unit, rank }) => ({ score: figures.get(unit) ?? null, rank })));
};

/** The release says nothing of the unit, or there is no release. */
const nothingIn = (document: RankingDocument | undefined) => ({
  period: document?.period ?? null,
  edition: document?.edition ?? null,
  ...{ group: null, score: null, status: 'M' as Status, reason: (document ? 'unknown' : null) as Reason | null },
  ...{ rank: null, rank_published: null, rank_of: null, percentile: null, tied: false },
  ...{ grade: null, grade_published: null, score_change: null, rank_change: null },
  methodology: document?.methodology ?? null,
  revision: document?.publication.revision ?? null,
  ...{ direction: null, against: null, verdict: null, withheld: null },
});

/** What a reader must know of a unit whose set is not that of the releases. `origins`: what it was before. */
export const profileNotes = (
  rows: readonly { period: string | null; staleness: Staleness }[],
  unit: string,
  { unit_set, valid_to, origins }: { unit_set: string; valid_to: string | null; origins: readonly string[] },
  lang: Lang,
): string[] => {
  const says = notesIn(lang);
  const isUnpublished = rows.length > 0 && rows.every(({ period }) => period === null);
  const list = origins.join(', ');
  const series = `/v1/series?index=…&unit=${unit}&basis=${unit_set}`;
  return [
    ...says(isUnpublished, `Không có đợt công bố nào cho ${unit}.`, `Nothing is published of ${unit}.`),
    ...says(
      isUnpublished && origins.length > 0,
      `Trước đó là ${list}; chuỗi số liệu: ${series}`,
      `Before it there was ${list}; its series: ${series}`,
    ),
    ...says(
      rows.some(({ staleness }) => staleness === 'unit-ended'),
      `${unit} là mã đến hết ${valid_to}; đợt công bố tiếp theo là về đơn vị kế thừa.`,
      `${unit} is an id until ${valid_to}; the next release is about its successor.`,
    ),
  ];
};
