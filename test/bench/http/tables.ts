import type { RankingRow } from '@chi-so/contract/ranking-response';
import { madeDocument, madeEarlier, madeRankings, madeRelease } from '../made-rankings.ts';

/** The made-up releases as somebody would keep them in tables of SQL, and as he would answer from them. */

/** A release with what is the same in all its rows; what is beside the rows stands ready, which favours SQL. */
export type StoredRelease = {
  release: number;
  earlier: number;
  path: string;
  row: Pick<
    RankingRow,
    'index' | 'period' | 'unit_set' | 'edition' | 'group' | 'component' | 'methodology' | 'revision'
  >;
  meta: object;
};

export type Score = { release: number; unit: string; unit_name: string; score: number; rank_published: number };

const SIZES = [63, 3400] as const;

export const pathOf = (units: number): string => {
  const { index, period, unit_set, edition } = madeRelease(units);
  return `/v1/rankings/${index}/${period}?set=${unit_set}&edition=${edition}`;
};

type DefaultAnswer = { data: RankingRow[]; meta: object };

const answerOf = (units: number): DefaultAnswer => {
  const { answer } = madeRankings(units);
  if (!('document' in answer)) throw new Error('A made-up answer is whole');
  return answer.document as DefaultAnswer;
};

export const storedReleases = (): StoredRelease[] =>
  SIZES.map((units, i) => {
    const { data, meta } = answerOf(units);
    const [row] = data;
    if (!row) throw new Error('A made-up release has units');
    const { index, period, unit_set, edition, group, component, methodology, revision } = row;
    return {
      release: 2 * i + 2,
      earlier: 2 * i + 1,
      path: pathOf(units),
      row: { index, period, unit_set, edition, group, component, methodology, revision },
      meta,
    };
  });

/** Of both periods: the earlier one is what a score has changed from. */
export const storedScores = (): Score[] =>
  storedReleases().flatMap(({ release, earlier }, i) => {
    const units = SIZES[i] as number;
    const [then, now] = [madeEarlier(units), madeDocument(units)];
    return [[earlier, then] as const, [release, now] as const].flatMap(([of, { ranking }]) =>
      ranking.units.map(({ unit, name_vi, score, rank_published }) => ({
        release: of,
        unit,
        unit_name: name_vi,
        score: score ?? 0,
        rank_published: rank_published ?? 0,
      })),
    );
  });

/** What a query finds of a row. */
export type Found = Pick<
  RankingRow,
  'unit' | 'unit_name' | 'score' | 'rank' | 'rank_published' | 'rank_of' | 'percentile' | 'score_change' | 'rank_change'
> & { tied: boolean | number };

export const answerText = ({ row, meta }: StoredRelease, found: readonly Found[]): string => {
  const { index, period, unit_set, edition, group, component, methodology, revision } = row;
  const data = found.map((one) => ({
    ...{ index, period, unit_set, edition, group, component },
    unit: one.unit,
    unit_name: one.unit_name,
    score: one.score,
    ...{ maximum: null, percent: null, status: 'A', reason: null },
    rank: one.rank,
    rank_published: one.rank_published,
    rank_reason: null,
    rank_of: one.rank_of,
    percentile: one.percentile,
    tied: Boolean(one.tied),
    ...{ grade: null, grade_published: null },
    score_change: one.score_change,
    rank_change: one.rank_change,
    ...{ methodology, revision },
  }));
  return JSON.stringify({ data, meta, next: null });
};
