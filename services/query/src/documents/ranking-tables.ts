import type { Place } from '@chi-so/domain/places';
import type { GroupRanking, RankedUnit } from '@chi-so/domain/ranking';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { gradeName } from '@chi-so/domain/sentences/grade-sentence';
import { whyUnplaced } from '@chi-so/domain/sentences/rank-sentence';
import type { RankingFacts } from '@chi-so/domain/sentences/ranking-facts';
import { whyMissing } from '@chi-so/domain/sentences/score-sentence';
import { type Lang, nameOf, written } from '@chi-so/domain/sentences/sentence';
import type { Words } from '@chi-so/domain/sentences/unit-facts';
import type { Block, Column } from './content.ts';

/** Tables of a ranking: printed ranks and grades, and computed ones, each in a column of its own. */

export type RankedRow = { place: Place; unit: RankedUnit };

/** A column with what it says of a row. Left out where it says nothing of any. */
type Shown = Column & { cell: (row: RankedRow, i: number) => string };

/** The rows of a group in the order of the ranking; printed ranks are of the groups that the publisher ranks. */
export const rowsOf = ({ ranking }: RankingDocument, { places, official }: GroupRanking): RankedRow[] => {
  const units = new Map(ranking.units.map((unit) => [unit.unit, unit]));
  return places.flatMap((place) => {
    const unit = units.get(place.unit);
    return unit ? [{ place, unit: official ? unit : { ...unit, rank_published: null } }] : [];
  });
};

/** Whether a row has a rank, printed or computed. */
export const hasRank = ({ place, unit }: RankedRow): boolean => place.rank !== null || unit.rank_published !== null;

export const rankingTable = (rows: readonly RankedRow[], rank_of: number | null, words: Words, lang: Lang): Block =>
  tableOf(rows, [...figures(lang), ...ranks(rank_of, lang), ...grades(words, lang)], lang);

/** Those without a rank, with what is known of them and why they have none. */
export const unrankedTable = (
  rows: readonly RankedRow[],
  extent: RankingDocument['extent'],
  words: Words,
  lang: Lang,
): Block => {
  const why: Shown = {
    name: lang === 'vi' ? 'Lý do không có thứ hạng' : 'Why there is no rank',
    ...{ align: 'left', width: 36 },
    cell: ({ unit }) => (unit.score === null ? whyMissing(unit, lang) : whyUnplaced({ unit, extent }, lang)).text,
  };
  return tableOf(rows, [...figures(lang), ...grades(words, lang), why], lang);
};

const tableOf = (rows: readonly RankedRow[], columns: readonly Shown[], lang: Lang): Block => {
  const number: Shown = {
    name: lang === 'vi' ? 'STT' : 'No.',
    ...{ align: 'center', width: 7 },
    cell: (_, i) => String(i + 1),
  };
  const unit: Shown = {
    name: lang === 'vi' ? 'Đơn vị' : 'Unit',
    ...{ align: 'left', width: 28 },
    cell: (row) => nameOf(row.unit, lang),
  };
  const shown = [number, unit, ...columns].filter(({ cell }) => rows.some((row, i) => cell(row, i) !== ''));
  return {
    kind: 'table',
    columns: shown.map(({ name, align, width }) => ({ name, align, width })),
    rows: rows.map((row, i) => shown.map(({ cell }) => cell(row, i))),
  };
};

const number = (value: number | null, lang: Lang): string => (value === null ? '' : written(value, lang));

const figures = (lang: Lang): Shown[] => [
  {
    name: lang === 'vi' ? 'Điểm' : 'Score',
    ...{ align: 'right', width: 15 },
    cell: ({ unit }) => number(unit.score, lang),
  },
  {
    name: lang === 'vi' ? 'Điểm tối đa' : 'Maximum',
    ...{ align: 'right', width: 12 },
    cell: ({ unit }) => number(unit.maximum, lang),
  },
  {
    name: lang === 'vi' ? 'Tỷ lệ (%)' : 'Percent',
    ...{ align: 'right', width: 12 },
    cell: ({ unit }) => number(unit.percent, lang),
  },
];

const ranks = (rank_of: number | null, lang: Lang): Shown[] => [
  {
    name: lang === 'vi' ? 'Thứ hạng công bố' : 'Published rank',
    ...{ align: 'center', width: 13 },
    cell: ({ unit }) => number(unit.rank_published, lang),
  },
  {
    name: lang === 'vi' ? 'Thứ hạng tính toán' : 'Computed rank',
    ...{ align: 'center', width: 13 },
    cell: ({ place: { rank } }) => (rank === null ? '' : rank_of === null ? `${rank}` : `${rank}/${rank_of}`),
  },
];

const grades = (words: Words, lang: Lang): Shown[] => [
  {
    name: lang === 'vi' ? 'Xếp loại công bố' : 'Published grade',
    ...{ align: 'center', width: 15 },
    cell: ({ unit: { grade_published: grade } }) => (grade === null ? '' : gradeName(grade, words, lang)),
  },
  {
    name: lang === 'vi' ? 'Xếp loại tính toán' : 'Computed grade',
    ...{ align: 'center', width: 15 },
    cell: ({ place: { grade } }) => (grade === null ? '' : gradeName(grade, words, lang)),
  },
];

/** How many units have each grade; undefined where no grade is known. */
export const gradesTable = ({ grade_counts, words }: RankingFacts, lang: Lang): Block | undefined => {
  const { published, computed } = grade_counts;
  const names = [...new Set([...Object.keys(published ?? {}), ...Object.keys(computed ?? {})])];
  if (names.length === 0) return undefined;
  const counts = [
    { name: lang === 'vi' ? 'Số đơn vị (theo công bố)' : 'Units (as published)', of: published },
    { name: lang === 'vi' ? 'Số đơn vị (tính toán)' : 'Units (computed)', of: computed },
  ].flatMap(({ name, of }) => (of ? [{ name, of }] : []));
  return {
    kind: 'table',
    columns: [
      { name: lang === 'vi' ? 'Xếp loại' : 'Grade', align: 'left', width: 40 },
      ...counts.map(({ name }) => ({ name, align: 'center' as const, width: 30 })),
    ],
    rows: names.map((grade) => [
      gradeName(grade, words, lang),
      ...counts.map(({ of }) => number(of[grade] ?? null, lang)),
    ]),
  };
};
