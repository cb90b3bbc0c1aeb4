import { type SeriesChoice, seriesBreaks, seriesRows } from '@chi-so/contract/series-response';
import { comparePeriods, logOf, TOTAL } from '@chi-so/domain/identity';
import type { Source } from '@chi-so/domain/score';
import type { Lang } from '@chi-so/domain/sentences/sentence';
import { getRevision } from '@chi-so/storage/revisions';
import { getSeries } from '@chi-so/storage/series';
import type { Tables } from '../tables.ts';
import type { Found } from './found-figures.ts';

/** A unit over the periods up to the one of a report. */
export type UnitYears = {
  rows: ReturnType<typeof seriesRows>;
  /** Whether any period before the one of the report is published. */
  hasEarlier: boolean;
  /** Where a comparison must stop, and why. */
  breaks: { text: string }[];
  /** Of each period that has a row, in its revision. */
  sources: Source[];
};

/** The series of a unit in one group, with the document that each of its figures comes from. */
export const unitYears = async (
  { records, rankings }: Tables,
  { release }: Found,
  choice: SeriesChoice,
  lang: Lang,
): Promise<UnitYears> => {
  const log = logOf(release);
  const stored = await getSeries(rankings, log, TOTAL);
  if (!stored || !('document' in stored)) return { rows: [], hasEarlier: false, breaks: [], sources: [] };
  const rows = seriesRows(log, stored.document, choice, lang);
  const sources = await Promise.all(
    rows.map(async ({ period, revision }) => (await getRevision(records, { ...release, period }, revision))?.source),
  );
  return {
    rows,
    hasEarlier: stored.document.columns.some(({ period }) => comparePeriods(period, release.period) < 0),
    breaks: seriesBreaks(stored.document, choice, lang).map((found) => ({ text: breakWords(found, lang) })),
    sources: sources.flatMap((source) => source ?? []),
  };
};

type Break = ReturnType<typeof seriesBreaks>[number];

const breakWords = ({ from, to, verdict, reason }: Break, lang: Lang): string => {
  const why = reason.replace(/\.$/, '');
  if (lang === 'en') {
    return verdict === 'rank-only'
      ? `From ${from} to ${to} only ranks compare: ${why}.`
      : `From ${from} to ${to} nothing compares: ${why}.`;
  }
  return verdict === 'rank-only'
    ? `Từ ${from} sang ${to} chỉ so sánh được thứ hạng: ${why}.`
    : `Từ ${from} sang ${to} không so sánh được: ${why}.`;
};
